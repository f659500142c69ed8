import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { keyFor } from '../../src/config';
import { createPersonDigest } from '../../src/features/adoption/facts/subjects';
import { decisionFields } from '../../src/features/checkpoints/decisionsList';
import { outreachFields } from '../../src/features/coaching/coachingList';
import { localTenantId } from '../localTenant';
import { people, testSecret, type PersonName } from '../testProduct';
import type { CaseStage } from './caseStage';
import { goodRequests } from './goodRequests';

/** By which the Coaching list knows a person. */
const pseudonymOf = (userId: string) =>
  createPersonDigest(keyFor(testSecret, 'coaching'))({ tenantId: localTenantId, userId }).toString(
    'hex',
  );

/** Keys of things by the beginning of the routes that are about them, and of an entry of the build session. */
type ThingKeys = Readonly<Record<string, string>> & { readonly entryKey: string };

/** One thing of every kind that a route is about, each made by somebody of the first programme. */
export async function makeOneOfEach(stage: CaseStage): Promise<ThingKeys> {
  const { it } = stage;
  const made = async (as: PersonName, path: string) => {
    const body = goodRequests[path]?.() ?? {};
    const response = await it.ask(as, path, body);
    const answer: unknown = await response.json();
    expect([path, response.ok, answer]).toEqual([path, true, answer]);
    return String(body['clientKey']);
  };
  const { item, flag } = await stage.fixed();
  const promptCase = await stage.make(flag);
  const suggestion = await stage.send({ kind: 'suggestion', reason: null }, 'dora');
  // What nobody took up is shown to nobody else.
  await stage.act(suggestion, { do: 'takeUp', note: null });
  const task = await made('alice', '/api/workflows');
  const practice = await made('alice', '/api/practice/sessions');
  const draft = await made('alice', '/api/programme-drafts');
  const session = await made('alice', '/api/build-sessions');
  const entry = randomUUID();
  await it.ask('carol', `/api/build-sessions/${session}/entries`, {
    ...goodRequests['/api/build-sessions/:clientKey/entries']?.(),
    clientKey: entry,
  });
  const [decision, outreach] = [randomUUID(), randomUUID()];
  const { CheckpointDecisions, Coaching } = it.product.lists.stores;
  const { clientKey: programmeKey } = it.programme;
  await it.database.transaction(async (tx) => {
    await CheckpointDecisions.append(tx, {
      ...{ clientKey: decision, actorId: people.alice },
      fields: decisionFields(
        { day: 30, rule: null, change: 'Less', ownerId: people.alice, dueOn: '2026-12-10' },
        programmeKey,
      ),
    });
    await Coaching.append(tx, {
      ...{ clientKey: outreach, actorId: people.alice },
      fields: outreachFields({
        ...{ person: pseudonymOf(people.carol), programmeKey, reason: 'neverStarted' },
        way: 'teamsChat',
        ...{ at: '2026-11-20T09:00:00.000Z', by: people.alice },
        ...{ outcome: null, outcomeAt: null, note: null },
      }),
    });
  });
  await it.settle();
  return {
    '/api/programme-drafts/': draft,
    '/api/workflows/': task,
    '/api/library/': item.clientKey,
    '/api/adoption/items/': item.clientKey,
    '/api/build-sessions/': session,
    '/api/feedback/': flag,
    '/api/suggestions/': suggestion,
    '/api/cases/': promptCase,
    '/api/practice/sessions/': practice,
    '/api/practice/tasks/': task,
    '/api/checkpoints/decisions/': decision,
    '/api/coaching/outreach/': outreach,
    entryKey: entry,
  };
}

/** A route's address with the keys of these things in it; another library's key stays to be said. */
export function addressOfThing(path: string, keys: ThingKeys): string {
  const kind = Object.keys(keys).find((start) => path.startsWith(start));
  if (kind === undefined && path.includes(':clientKey')) {
    throw new Error(`The test makes nothing that ${path} is about.`);
  }
  return path.replace(':clientKey', keys[kind ?? ''] ?? '').replace(':entryKey', keys.entryKey);
}
