import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FeedbackSubject } from '@last-mile/shared/feedback';
import {
  createFeedbackStage,
  type FeedbackStage,
} from '../../../local-tenant/testing/feedbackStage';

let stage: FeedbackStage;
beforeAll(async () => {
  stage = await createFeedbackStage();
});
afterAll(() => stage.it.close());

const idea = { kind: 'suggestion', reason: null } as const;
const suggest = (
  name: 'alice' | 'bob' | 'carol',
  text: string,
  named = true,
  about: FeedbackSubject = { type: 'tool' },
) => stage.send({ ...idea, about, text, named }, name);

async function refusal(response: Response) {
  return [response.status, ((await response.json()) as { code: string }).code];
}

test('people are counted over everything that was merged, each of them once', async () => {
  const kept = await suggest('carol', 'Ask for the fee first.');
  const others = [
    await suggest('bob', 'The fee should come first.'),
    // Without their names it is not told who they are, and still they are counted once.
    await suggest('carol', 'Put the fee first, please.', false),
    await suggest('alice', 'Fee at the top?', false),
  ];
  for (const key of others) await stage.act(key, { do: 'merge', into: kept });
  expect(await stage.seen(kept)).toMatchObject({ voices: 3, merged: 3 });
  const { items } = await stage.queue({ sort: 'voices' });
  expect(items[0]).toMatchObject({ clientKey: kept, voices: 3 });
  const [first] = others;
  expect(await stage.seen(first ?? '')).toMatchObject({ mergedInto: kept, state: 'new' });
});

test('unmerged, each has back what is its own', async () => {
  const kept = await suggest('carol', 'Shorter, please.');
  const other = await suggest('bob', 'Please make it shorter.');
  await stage.act(other, { do: 'merge', into: kept });
  expect(await stage.seen(kept)).toMatchObject({ voices: 2, merged: 1 });
  const back = await stage.act(other, { do: 'unmerge' });
  expect(back).toMatchObject({ mergedInto: null, voices: 1, state: 'new', respondedAt: null });
  expect(await stage.seen(kept)).toMatchObject({ voices: 1, merged: 0 });
  expect(await refusal(await stage.ask(other, { do: 'unmerge' }))).toEqual([
    409,
    'feedbackNotMerged',
  ]);
});

test('what is merged into one that is merged later goes on with that one', async () => {
  const [last, middle, first] = [
    await suggest('carol', 'One'),
    await suggest('bob', 'Two'),
    await suggest('alice', 'Three'),
  ];
  await stage.act(first, { do: 'merge', into: middle });
  await stage.act(middle, { do: 'merge', into: last });
  expect(await stage.seen(last)).toMatchObject({ voices: 3, merged: 2 });
  expect((await stage.detail(last)).merged.map(({ clientKey }) => clientKey).sort()).toEqual(
    [middle, first].sort(),
  );
  // No circle: neither back, nor into what was merged, nor into itself.
  for (const [key, into, code] of [
    [last, first, 'mergedIntoMerged'],
    [last, last, 'mergedIntoItself'],
    [first, last, 'feedbackMerged'],
  ] as const) {
    expect(await refusal(await stage.ask(key, { do: 'merge', into }))).toEqual([409, code]);
  }
});

test('flags go on in flags and suggestions in suggestions, of the same programme', async () => {
  const [flag, suggestion] = [await stage.send(), await suggest('carol', 'Words')];
  expect(await refusal(await stage.ask(flag, { do: 'merge', into: suggestion }))).toEqual([
    ...[409, 'mergedIntoOtherKind'],
  ]);
  const elsewhere = await stage.send({}, 'erin');
  expect((await stage.ask(flag, { do: 'merge', into: elsewhere })).status).toBe(404);
});

test('two who merge crosswise at the same moment leave one that goes on', async () => {
  const [one, other] = [
    await suggest('carol', 'Crosswise'),
    await suggest('bob', 'Crosswise, too'),
  ];
  await stage.editInSharePoint(one, { MergedInto: other });
  await stage.editInSharePoint(other, { MergedInto: one });
  const [first, second] = [await stage.seen(one), await stage.seen(other)];
  expect([first.mergedInto, second.mergedInto].filter((into) => into === null)).toHaveLength(1);
  expect([first.merged, second.merged].sort()).toEqual([0, 1]);
});

test('what says nearly the same is proposed, the most alike first', async () => {
  const say = (name: 'alice' | 'bob' | 'carol', text: string) =>
    suggest(name, text, true, { type: 'aiOutput' });
  const kept = await say('carol', 'The proposal should name the fee on its first page.');
  const near = await say('bob', 'A proposal should name the fee on the first page!');
  const nearer = await say('alice', 'The proposal should name the fee on its first page, always.');
  const closed = await say('bob', 'The proposal should name the fee on its first page!');
  await stage.act(closed, {
    ...{ do: 'close', note: null },
    outcome: { route: 'declined', reason: 'It does.' },
  });
  await stage.send({ text: 'The proposal should name the fee on its first page.' });
  const { alike } = await stage.detail(kept);
  expect(alike.map(({ item }) => item.clientKey)).toEqual([nearer, near]);
  expect(alike.every(({ likeness }) => likeness > 0.3 && likeness <= 1)).toBe(true);
  await stage.act(nearer, { do: 'merge', into: kept });
  expect((await stage.detail(kept)).alike.map(({ item }) => item.clientKey)).toEqual([near]);
});

test('of what is about the same item, fewer words in common are enough', async () => {
  const about = (itemKey: string) => ({ type: 'libraryItem', itemKey, version: 1 }) as const;
  const [item, another] = [randomUUID(), randomUUID()];
  const first = 'Offer two payments in the second reminder. It got us an answer within a day.';
  const second = 'Small firms would pay in two parts if the reminder let them.';
  const kept = await suggest('carol', first, true, about(item));
  const same = await suggest('bob', second, true, about(item));
  await suggest('bob', second, true, about(another));
  const { alike } = await stage.detail(kept);
  expect(alike.map((each) => each.item.clientKey)).toEqual([same]);
});
