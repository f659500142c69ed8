import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  feedbackDetail,
  queueItem,
  queueResponse,
  type FeedbackDetail,
  type FeedbackRequest,
  type QueueItem,
  type QueueQuery,
  type QueueResponse,
  type TriageAct,
} from '@last-mile/shared/feedback';
import {
  laterContent,
  libraryItem,
  type LibraryContent,
  type LibraryItem,
} from '@last-mile/shared/library';
import type { Workflow } from '@last-mile/shared/workflows';
import { recordAudit } from '../../src/auth/auditTrail';
import type { TestDatabase } from '../../src/db/testDatabase';
import { workflowFields } from '../../src/features/workflows/workflowsList';
import { createTestProduct, people, type PersonName, type TestProduct } from '../testProduct';

/** A product with people who report and champions who triage; each step goes through the API. */
export interface FeedbackStage {
  readonly it: TestProduct;
  /** The owner did something in the programme now, so that nobody is told that they are silent. */
  ownerActs(): Promise<void>;
  /** Moves the clock. */
  setNow(at: string): void;
  /** Sends a flag, or what `more` makes of it, and waits until it is in SharePoint. Answers its key. */
  send(more?: Partial<FeedbackRequest>, name?: PersonName): Promise<string>;
  queue(query?: QueueQuery, name?: PersonName): Promise<QueueResponse>;
  detail(clientKey: string, name?: PersonName): Promise<FeedbackDetail>;
  seen(clientKey: string): Promise<QueueItem>;
  /** Asks for an act on the item as it is now, or as it was at `eTag`. */
  ask(clientKey: string, act: TriageAct, by?: PersonName, eTag?: string): Promise<Response>;
  /** The same where it is expected to be done. */
  act(clientKey: string, act: TriageAct, by?: PersonName): Promise<QueueItem>;
  /** The item as a person sees it in SharePoint. */
  inSharePoint(clientKey: string): Readonly<Record<string, unknown>>;
  /** A change by hand in SharePoint, which the product has heard of afterwards. */
  editInSharePoint(clientKey: string, fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** A published prompt; published again with another text where it is given. */
  publish(item?: LibraryItem): Promise<LibraryItem>;
  /** A mapped task. */
  addTask(task: Workflow): Promise<void>;
  /** The same people and tenant with a database that was restored; to be closed before this one. */
  restored(database: TestDatabase): Promise<FeedbackStage>;
}

/** A Monday, at noon in Berlin. */
export const stageStart = '2026-11-23T11:00:00Z';

export async function createFeedbackStage(): Promise<FeedbackStage> {
  const told = { now: new Date(stageStart), written: 0 };
  // On a clock that stands still SharePoint's minute would never be over.
  const switches = { enforceLimits: false };
  return stageOn(await createTestProduct({ now: () => told.now, switches }), told);
}

/** `told` is what the stages on one tenant share: the clock, and how many texts were written. */
function stageOn(it: TestProduct, told: { now: Date; written: number }): FeedbackStage {
  const { sharePoint } = it.tenant;
  function stored(clientKey: string) {
    const list = sharePoint.lists().find(({ displayName }) => displayName === 'Feedback');
    const items = list ? sharePoint.items(list.id) : [];
    const item = items.find(({ fields }) => fields['ClientKey'] === clientKey);
    if (!list || !item) throw new Error(`SharePoint has no feedback under ${clientKey}.`);
    return { listId: list.id, item };
  }

  async function answerTo(name: PersonName, path: string, body?: unknown, status = 200) {
    const response = await it.ask(name, path, body);
    const answer: unknown = await response.json();
    expect([path, response.status, answer]).toEqual([path, status, answer]);
    return answer;
  }

  const detail = async (clientKey: string, name: PersonName = 'alice') =>
    feedbackDetail.parse(await answerTo(name, `/api/feedback/${clientKey}`));
  const seen = async (clientKey: string) => (await detail(clientKey)).item;

  async function ask(clientKey: string, act: TriageAct, by: PersonName = 'alice', eTag?: string) {
    const at = eTag ?? (await seen(clientKey)).eTag;
    return it.ask(by, `/api/feedback/${clientKey}/triage`, { eTag: at, act });
  }

  const textOf = (): LibraryContent => {
    told.written += 1;
    return {
      ...{ kind: 'prompt', title: `Written ${told.written}`, purpose: '', subject: null },
      ...{ body: `Summarise {{document}}. (${told.written})`, jobFamilies: [], taskKey: null },
      ...{ assistant: 'Copilot Chat', language: 'en', tags: [], checkBeforeTrusting: '' },
      ...{ ...laterContent },
    };
  };

  return {
    it,
    ...{ detail, seen, ask },

    ownerActs: () =>
      recordAudit(it.database, {
        ...{ at: told.now, actorId: people.alice, action: 'programme.effortSaved' },
        ...{ subject: it.programme.clientKey, programmeKey: it.programme.clientKey },
      }),

    setNow(at) {
      told.now = new Date(at);
    },

    async send(more = {}, name = 'carol') {
      const clientKey = randomUUID();
      const request: FeedbackRequest = {
        ...{ clientKey, kind: 'flag', reason: 'wrong', reachedClient: false },
        ...{ about: { type: 'aiOutput' }, text: 'It invented a ruling.', named: true },
        ...{ surface: 'outlook', ...more },
      };
      await answerTo(name, '/api/feedback', request, 202);
      await it.settle();
      return clientKey;
    },

    async queue(query = {}, name = 'alice') {
      const asked = new URLSearchParams(query as Record<string, string>).toString();
      return queueResponse.parse(await answerTo(name, `/api/feedback?${asked}`));
    },

    async act(clientKey, act, by) {
      const response = await ask(clientKey, act, by);
      const answer: unknown = await response.json();
      expect([response.status, answer]).toEqual([200, answer]);
      return queueItem.parse(answer);
    },

    inSharePoint: (clientKey) => stored(clientKey).item.fields,

    async editInSharePoint(clientKey, fields) {
      const { listId, item } = stored(clientKey);
      sharePoint.edit(listId, item.id, fields, people.alice);
      await it.settle();
    },

    async publish(item) {
      const clientKey = item?.clientKey ?? randomUUID();
      if (item) {
        const edit = { eTag: item.eTag, content: textOf() };
        await answerTo('carol', `/api/library/${clientKey}/content`, edit);
      } else {
        const draft = { clientKey, content: textOf(), original: null };
        await answerTo('carol', '/api/library/drafts', draft, 202);
        await it.settle();
      }
      const written = await answerTo('alice', `/api/library/${clientKey}`);
      const { eTag } = libraryItem.parse(written);
      return libraryItem.parse(
        await answerTo('alice', `/api/library/${clientKey}/publication`, { eTag }),
      );
    },

    async addTask(task) {
      const fields = workflowFields(task, it.programme.clientKey);
      await it.database.transaction((tx) =>
        it.product.lists.stores.Workflows.append(tx, {
          clientKey: task.clientKey,
          actorId: people.alice,
          fields,
        }),
      );
      await it.settle();
    },

    restored: async (database) => stageOn(await it.restored(database), told),
  };
}
