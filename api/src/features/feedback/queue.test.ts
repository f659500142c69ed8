import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueViews, type FeedbackRequest, type QueueQuery } from '@last-mile/shared/feedback';
import {
  createFeedbackStage,
  stageStart,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';
import { people } from '../../../local-tenant/testProduct';

let stage: FeedbackStage;
/** Keys by what was sent, in a queue in which each view holds something else. */
let keys: Record<'late' | 'client' | 'idea' | 'taken' | 'vendor' | 'closed' | 'merged', string>;
beforeAll(async () => {
  stage = await createFeedbackStage();
  const send = async (text: string, more: Partial<FeedbackRequest> = {}) =>
    stage.send({ text, ...more });
  const idea = { kind: 'suggestion', reason: null } as const;
  keys = {
    late: await send('Late: it cites a ruling', { reason: 'unsafe' }),
    closed: await send('Closed'),
    taken: await send('Taken up'),
    vendor: await send('At the vendor'),
    idea: await send('Idea: fewer steps', { ...idea, about: { type: 'tool' } }),
    merged: await send('The same idea: fewer steps', { ...idea, named: false }),
    client: '',
  };
  await stage.act(keys.closed, {
    ...{ do: 'close', note: null },
    outcome: { route: 'declined', reason: 'No.' },
  });
  await stage.act(keys.taken, { do: 'takeUp', note: null });
  await stage.act(keys.taken, { do: 'assign', to: people.alice });
  const sent = { reference: 'Case 1', sentOn: '2026-11-23' };
  await stage.act(keys.vendor, { do: 'sendToVendor', ...sent, note: null });
  await stage.act(keys.merged, { do: 'merge', into: keys.idea });
  stage.setNow('2026-11-24T11:00:00Z');
  keys.client = await send('It reached a client', { reachedClient: true });
});
afterAll(() => stage.it.close());

const nameOf = (clientKey: string) =>
  Object.entries(keys).find(([, key]) => key === clientKey)?.[0];

async function names(query: QueueQuery) {
  return (await stage.queue(query)).items.map(({ clientKey }) => nameOf(clientKey));
}

test('each view holds what it says, the most urgent first', async () => {
  expect(await names({})).toEqual(['client', 'late', 'idea', 'taken', 'vendor']);
  expect(await names({ view: 'new' })).toEqual(['client', 'late', 'idea']);
  expect(await names({ view: 'due' })).toEqual(['client', 'late']);
  expect(await names({ view: 'mine' })).toEqual(['taken']);
  expect(await names({ view: 'vendor' })).toEqual(['vendor']);
  expect((await names({ view: 'done' })).sort()).toEqual(['closed', 'merged']);
});

test('counts tell how much each view holds, whatever is asked for', async () => {
  const { counts, total } = await stage.queue({ view: 'due', reason: 'unsafe' });
  expect(counts).toEqual({ new: 3, due: 2, mine: 1, vendor: 1, open: 5, done: 2 });
  expect(total).toBe(1);
  for (const view of queueViews) {
    expect((await stage.queue({ view })).total).toBe(counts[view]);
  }
});

test('what is asked for narrows it: why, about what, and words it holds', async () => {
  expect(await names({ reason: 'suggestion' })).toEqual(['idea']);
  expect(await names({ reason: 'unsafe' })).toEqual(['late']);
  expect(await names({ about: 'tool' })).toEqual(['idea']);
  expect(await names({ q: 'RULING  late' })).toEqual(['late']);
  expect(await names({ q: 'nobody wrote this' })).toEqual([]);
});

test('it is sorted by when it came and by how many say it', async () => {
  expect((await names({ sort: 'newest' }))[0]).toBe('client');
  expect((await stage.queue({ sort: 'voices' })).items.map(({ voices }) => voices)).toEqual([
    ...[1, 1, 1, 1, 1],
  ]);
});

test('an item waits for nobody twice: a page goes on behind what has left meanwhile', async () => {
  const many = await createFeedbackStage();
  try {
    const sent = await Promise.all(Array.from({ length: 53 }, () => many.send()));
    const first = await many.queue();
    expect(first.items).toHaveLength(50);
    expect(first.total).toBe(53);
    const last = first.items.at(-1)!;
    for (const { clientKey } of [first.items[0]!, last]) {
      await many.act(clientKey, { do: 'takeUp', note: null });
    }
    const rest = await many.queue({ view: 'new', after: first.next ?? '' });
    expect(rest.next).toBeNull();
    const seen = [...first.items, ...rest.items].map(({ clientKey }) => clientKey);
    expect(seen.sort()).toEqual(sent.sort());
  } finally {
    await many.it.close();
  }
}, 60_000);

test('what no page before answered is refused', async () => {
  for (const after of ['x', btoa('{}'), btoa('[null]')]) {
    const response = await stage.it.ask('alice', `/api/feedback?after=${after}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ issues: [{ path: 'after' }] });
  }
});

test('it is answered from the replica: SharePoint and the directory are not asked', async () => {
  await stage.queue();
  const calls = stage.it.tenant.meter.calls();
  for (const view of queueViews) await stage.queue({ view });
  expect(stage.it.tenant.meter.calls()).toBe(calls);
});

test('it names whom something can be given to', async () => {
  expect((await stage.queue()).triagers).toEqual([
    { userId: people.alice, name: 'Alice Example' },
    { userId: people.bob, name: 'Bob Example' },
  ]);
});

test('who did not give a name stays unnamed in every answer', async () => {
  const answers = [await stage.detail(keys.merged), await stage.queue({ view: 'done' })];
  expect(answers[0]).toMatchObject({
    item: { reporter: expect.stringMatching(/^Colleague [0-9A-Z]{5}$/) as string },
  });
  const hidden = answers.map((answer) => {
    const items = 'items' in answer ? answer.items : [answer.item];
    return items.find(({ clientKey }) => clientKey === keys.merged);
  });
  expect(JSON.stringify(hidden)).not.toMatch(new RegExp(`Carol|${people.carol}`));
});

test('an opened item tells what was done with it, by whom, and what says the same', async () => {
  const { item, steps, merged, alike } = await stage.detail(keys.idea);
  expect(item).toMatchObject({ voices: 1, merged: 1 });
  expect(steps).toEqual([{ at: stageStart, by: null, what: 'sent', note: null }]);
  expect(merged.map(({ clientKey }) => nameOf(clientKey))).toEqual(['merged']);
  expect(alike).toEqual([]);
  expect((await stage.detail(keys.taken)).steps).toEqual([
    { at: stageStart, by: null, what: 'sent', note: null },
    { at: stageStart.replace('Z', '.000Z'), by: 'Alice Example', what: 'takenUp', note: null },
    { at: stageStart.replace('Z', '.000Z'), by: 'Alice Example', what: 'assigned', note: null },
  ]);
});
