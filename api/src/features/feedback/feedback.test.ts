import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  feedbackReceipt,
  feedbackResponse,
  queueResponse,
  type FeedbackRequest,
} from '@last-mile/shared/feedback';
import { createTestProduct, people, type TestProduct } from '../../../local-tenant/testProduct';

// A Monday, at noon in Berlin.
const now = new Date('2026-11-23T11:00:00Z');

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct({ now: () => now });
});
afterAll(() => it.close());

const flag = (more: Partial<FeedbackRequest> = {}): FeedbackRequest => ({
  clientKey: randomUUID(),
  kind: 'flag',
  reason: 'wrong',
  reachedClient: false,
  about: { type: 'aiOutput' },
  text: 'It named a ruling that does not exist.\nSee page 2.',
  named: true,
  surface: 'outlook',
  ...more,
});

async function send(request: FeedbackRequest, name: 'carol' | 'bob' | 'erin' = 'carol') {
  const response = await it.ask(name, '/api/feedback', request);
  expect(response.status).toBe(202);
  return feedbackReceipt.parse(await response.json());
}

async function mine(name: 'alice' | 'bob' | 'carol' | 'erin') {
  const response = await it.ask(name, '/api/feedback/mine');
  expect(response.status).toBe(200);
  return feedbackResponse.parse(await response.json());
}

/** What the queue holds, open and done. */
async function read(name: 'alice' | 'bob' | 'erin') {
  const views = ['open', 'done'].map(async (view) => {
    const response = await it.ask(name, `/api/feedback?view=${view}`);
    expect(response.status).toBe(200);
    return queueResponse.parse(await response.json());
  });
  return { items: (await Promise.all(views)).flatMap(({ items }) => items) };
}

async function inQueue({ clientKey }: FeedbackRequest) {
  return (await read('alice')).items.find((item) => item.clientKey === clientKey);
}

/** The item as a person sees it in SharePoint. */
async function inSharePoint(request: FeedbackRequest) {
  await it.settle();
  const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Feedback');
  const items = it.tenant.sharePoint.items(list!.id);
  return items.filter(({ fields }) => fields['ClientKey'] === request.clientKey);
}

describe('what a person sends', () => {
  test('is safe at once, with the day a first response is due', async () => {
    const request = flag();
    expect(await send(request)).toEqual({
      clientKey: request.clientKey,
      state: 'accepted',
      dueOn: '2026-11-25',
    });
    expect(await inQueue(request)).toMatchObject({
      text: request.text,
      reporter: 'Carol Example',
      state: 'new',
      dueOn: '2026-11-25',
      overdue: false,
      delivered: false,
    });
  });

  test('is due the same day when it reached a client', async () => {
    expect(await send(flag({ reachedClient: true }))).toMatchObject({ dueOn: '2026-11-23' });
  });

  test('becomes one item of the Feedback list', async () => {
    const request = flag({ about: { type: 'libraryItem', itemKey: randomUUID(), version: 3 } });
    await send(request);
    const items = await inSharePoint(request);
    expect(items).toHaveLength(1);
    expect(items[0]!.fields).toMatchObject({
      Title: 'It named a ruling that does not exist.',
      Words: request.text,
      Kind: 'flag',
      Reason: 'wrong',
      AboutType: 'libraryItem',
      AboutVersion: 3,
      Reporter: people.carol,
      State: 'new',
      ProgrammeKey: it.programme.clientKey,
    });
    expect(await inQueue(request)).toMatchObject({ delivered: true });
  });

  test('twice is known the second time, and is one item', async () => {
    const request = flag();
    await send(request);
    expect(await send(request)).toMatchObject({ state: 'known', dueOn: '2026-11-25' });
    expect(await send({ ...request, clientKey: request.clientKey.toUpperCase() })).toMatchObject({
      state: 'known',
    });
    await inSharePoint(request);
    expect(await send(request)).toMatchObject({ state: 'known' });
    expect(await inSharePoint(request)).toHaveLength(1);
  });

  test('at the same moment from two devices is one item', async () => {
    const request = flag();
    const states = (await Promise.all([send(request), send(request), send(request)])).map(
      ({ state }) => state,
    );
    expect(states.sort()).toEqual(['accepted', 'known', 'known']);
    expect(await inSharePoint(request)).toHaveLength(1);
  });

  test("under a key that holds other words, or another person's, is refused", async () => {
    const request = flag();
    await send(request);
    for (const [name, sent] of [
      ['carol', { ...request, text: 'Other words' }],
      ['bob', request],
    ] as const) {
      const response = await it.ask(name, '/api/feedback', sent);
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'keyReused' });
    }
  });

  test('must say what is asked: every place to mend is named', async () => {
    const response = await it.ask('carol', '/api/feedback', {
      ...flag({ reason: null, text: ' ' }),
      mood: 'bad',
    });
    expect(response.status).toBe(400);
    const { code, issues } = (await response.json()) as {
      code: string;
      issues: { path: string; message: string }[];
    };
    expect(code).toBe('invalidRequest');
    expect(issues.map(({ path }) => path).sort()).toEqual(['mood', 'reason', 'text']);
    expect(issues.every(({ message }) => message !== 'Invalid input')).toBe(true);
  });
});

describe('who does not give a name', () => {
  test('is nowhere in the list, and finds their words again', async () => {
    const request = flag({ named: false });
    await send(request);
    const [item] = await inSharePoint(request);
    expect(JSON.stringify(item)).not.toContain(people.carol);
    expect(item!.fields['Reporter']).toMatch(/^Colleague [0-9A-Z]{5}$/);
    expect(item!.fields['ActorId']).toBe(item!.fields['Reporter']);

    expect(await inQueue(request)).toMatchObject({ reporter: item!.fields['Reporter'] });
    const own = (await mine('carol')).items.find(
      ({ clientKey }) => clientKey === request.clientKey,
    );
    expect(own).toMatchObject({ reporter: 'you' });
    expect((await mine('bob')).items.some(({ clientKey }) => clientKey === request.clientKey)).toBe(
      false,
    );
  });

  test('is nowhere in the database either', async () => {
    const request = flag({ named: false });
    await send(request);
    for (const table of ['outbox', 'list_replica', 'feedback_receipt', 'audit_trail']) {
      const rows = await it.database.query(
        `SELECT row FROM (SELECT to_jsonb(t)::text AS row FROM ${table} t) rows
          WHERE row LIKE '%' || $1 || '%' AND row LIKE '%' || $2 || '%'`,
        [request.clientKey, people.carol],
      );
      expect(rows).toEqual([]);
    }
  });

  test('has another pseudonym for each item', async () => {
    const [one, other] = [flag({ named: false }), flag({ named: false })];
    await send(one);
    await send(other);
    expect((await inQueue(one))?.reporter).not.toBe((await inQueue(other))?.reporter);
  });

  test('keeps the pseudonym also from a champion who is the reporter', async () => {
    const request = flag({ named: false });
    await send(request, 'bob');
    const seen = (await read('bob')).items.find(({ clientKey }) => clientKey === request.clientKey);
    expect(seen?.reporter).toMatch(/^Colleague /);
  });
});

describe('the queue', () => {
  test('is for the champions of the programme only', async () => {
    expect((await it.ask('carol', '/api/feedback')).status).toBe(403);
    expect((await it.ask('dora', '/api/feedback')).status).toBe(403);
    const request = flag();
    await send(request);
    expect((await read('erin')).items).toEqual([]);
    expect(await inQueue(request)).toMatchObject({ text: request.text, state: 'new' });
  });

  test('shows what was changed by hand in SharePoint', async () => {
    const request = flag();
    await send(request);
    const [item] = await inSharePoint(request);
    const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Feedback');
    it.tenant.sharePoint.edit(list!.id, item!.id, { State: 'closed' }, people.alice);
    await it.settle();
    expect(await inQueue(request)).toMatchObject({ state: 'closed', overdue: false });
    expect((await read('alice')).items.at(-1)).toMatchObject({ state: 'closed' });
  });

  test('is counted for the dashboard', async () => {
    const health = await it.product.app.feedback.health(
      it.programme,
      new Date('2026-12-01T09:00:00Z'),
    );
    const { items } = await read('alice');
    const unknown = { state: 'notEnoughData' };
    const late = items.filter(({ state }) => state === 'new').length;
    expect(health).toEqual({
      open: items.filter(({ state }) => state !== 'closed').length,
      overdue: late,
      openReachedClient: items.filter(
        ({ reachedClient, state }) => reachedClient && state !== 'closed',
      ).length,
      closed: items.filter(({ state }) => state === 'closed').length,
      suggestions: items.filter(({ kind }) => kind === 'suggestion').length,
      firstResponseDays: unknown,
      insideDue: { state: 'known', value: 0, n: late },
      withOutcome: { state: 'known', value: 0, n: 1 },
      helped: unknown,
    });
    expect(health.openReachedClient).toBeGreaterThan(0);
  });
});

test('while SharePoint is away words are taken all the same, and arrive later, once', async () => {
  const request = flag();
  it.tenant.faults.answer(503);
  await send(request);
  expect(await inQueue(request)).toMatchObject({ delivered: false });
  it.tenant.faults.clear();
  expect(await inSharePoint(request)).toHaveLength(1);
});

test('the reporter is told what came of it, and what that is linked to', async () => {
  const request = flag();
  await send(request);
  const own = async () =>
    (await mine('carol')).items.find(({ clientKey }) => clientKey === request.clientKey);
  expect(await own()).toMatchObject({ state: 'new', outcome: null, outcomeReference: null });
  const [item] = await inSharePoint(request);
  const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Feedback');
  const fields = { State: 'closed', Outcome: 'promptAdjusted', OutcomeReference: 'version 4' };
  it.tenant.sharePoint.edit(list!.id, item!.id, fields, people.alice);
  await it.settle();
  expect(await own()).toMatchObject({
    state: 'closed',
    outcome: 'promptAdjusted',
    outcomeReference: 'version 4',
  });
});
