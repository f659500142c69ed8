import { randomUUID } from 'node:crypto';
import {
  practiceSessionsResponse,
  type PracticeSessionsResponse,
  type SaveSessionRequest,
  type ShownSession,
} from '@last-mile/shared/practice';
import { mappedStep } from '@last-mile/shared/workflows';
import { programmeFields } from '../../src/features/programme/programmesList';
import { mapFields } from '../../src/features/workflows/workflowsList';
import { people, type PersonName } from '../testProduct';
import type { TenantSwitches } from '../storage/switches';
import { createAdoptionStage, type AdoptionStage } from './adoptionStage';

/** When the session of a test starts, unless it says otherwise. */
const sessionStart = '2026-11-10T12:00:00.000Z';

/** A product whose programme has two job families, a mapped task, and people of each. */
export interface PracticeStage extends AdoptionStage {
  readonly workflowKey: string;
  /** A session that lacks nothing but a place. */
  planOf(change?: Partial<SaveSessionRequest>): SaveSessionRequest;
  /** Saves a session as its champion; answers what the API answers. */
  save(request: SaveSessionRequest, as?: PersonName): Promise<{ status: number; body: unknown }>;
  /** A session that is planned; its key. */
  planned(change?: Partial<SaveSessionRequest>): Promise<string>;
  /** What a person sees. */
  sessions(as?: PersonName | { token: string }): Promise<PracticeSessionsResponse>;
  /** One session as a person sees it. */
  shown(sessionKey: string, as?: PersonName): Promise<ShownSession | undefined>;
  checkIn(as: PersonName | { token: string }, sessionKey: string): Promise<string>;
  practise(
    as: PersonName | { token: string },
    sessionKey: string,
    more?: { clientKey?: string; worked?: string | null },
  ): Promise<string>;
  tokenOf(userId: string): Promise<string>;
}

/** The stage at the beginning of the session of sessionStart, unless another moment is given. */
export async function createPracticeStage(
  startsAt: string = sessionStart,
  switches: Partial<TenantSwitches> = {},
): Promise<PracticeStage> {
  const stage = await createAdoptionStage(startsAt, switches);
  const { programme, product } = stage;
  const workflowKey = randomUUID();
  const jobFamilies = [...programme.jobFamilies, { id: 'tax', name: 'Tax' }];
  await product.lists.stores.Programmes.edit(programme.clientKey, '', {
    actorId: people.alice,
    fields: programmeFields(
      { ...programme, jobFamilies },
      { 'Audit Senior': 'audit', 'Tax Adviser': 'tax' },
    ),
  });
  await stage.database.transaction((tx) =>
    product.lists.stores.Workflows.append(tx, {
      ...{ clientKey: workflowKey, actorId: people.alice },
      fields: {
        ...mapFields({
          ...{ task: 'Follow up', jobFamily: 'audit', purpose: '', slot: null, escalation: null },
          steps: [mappedStep.parse({ id: 'a', name: 'Write', aiHelps: '' })],
        }),
        ProgrammeKey: programme.clientKey,
      },
    }),
  );
  await stage.settle();

  const planOf = (change: Partial<SaveSessionRequest> = {}): SaveSessionRequest => ({
    ...{ clientKey: randomUUID(), eTag: null, jobFamily: 'audit', workflowKey },
    ...{ title: 'Follow up in ten minutes', scenario: 'A meeting has just ended.' },
    exercise: {
      ...{ kind: 'try', instruction: 'Turn the notes into a follow-up.' },
      ...{ input: 'Notes: …', itemKey: null, solution: null },
    },
    ...{ startsAt: sessionStart, minutes: 20 },
    ...change,
  });

  async function sessions(as: PersonName | { token: string } = 'alice') {
    const response = await stage.ask(as, '/api/practice/sessions');
    if (response.status !== 200) throw new Error(`Sessions answered ${response.status}`);
    return practiceSessionsResponse.parse(await response.json());
  }

  async function save(request: SaveSessionRequest, as: PersonName = 'alice') {
    const response = await stage.ask(as, '/api/practice/sessions', request);
    return { status: response.status, body: (await response.json()) as unknown };
  }

  /** The state of a receipt, or the code of a refusal. */
  async function said(as: PersonName | { token: string }, path: string, body: object) {
    const response = await stage.ask(as, path, body);
    const { state, code } = (await response.json()) as { state?: string; code?: string };
    return state ?? code ?? '';
  }

  return {
    ...stage,
    ...{ workflowKey, planOf, save, sessions },
    tokenOf: (userId) => stage.tenant.entra.userToken(userId),

    async planned(change) {
      const request = planOf(change);
      const { status } = await save(request);
      if (status !== 200) throw new Error(`A session was answered with ${status}`);
      return request.clientKey;
    },

    shown: async (sessionKey, as) =>
      (await sessions(as)).sessions.find(({ session }) => session.clientKey === sessionKey),

    checkIn: (as, sessionKey) =>
      said(as, '/api/practice/check-ins', { clientKey: randomUUID(), sessionKey }),

    practise: (as, sessionKey, { clientKey = randomUUID(), worked = null } = {}) =>
      said(as, '/api/practice/practised', { clientKey, sessionKey, worked }),
  };
}
