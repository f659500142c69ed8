import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctFeedback } from './distinctFeedback';
import { improvementsOf } from './improvements';
import type { MeasuredFeedback } from './measuredFeedback';

function suggestion(
  clientKey: string,
  mergedInto: string | null = null,
  fields: Partial<MeasuredFeedback> = {},
): MeasuredFeedback {
  return {
    ...{ clientKey, mergedInto, kind: 'suggestion', state: 'new', reachedClient: false },
    ...{ submittedAt: '2026-11-16T10:00:00Z', dueOn: '2026-11-18', respondedAt: null },
    ...{ outcome: null, outcomeReference: null, helped: null, answerDueOn: null },
    ...fields,
  };
}
const distinctKeys = (...all: MeasuredFeedback[]) =>
  distinctFeedback(all).map(({ clientKey }) => clientKey);

test('are counted by where they stand and by the way they took', () => {
  const closed = { state: 'closed', outcome: 'promptAdjusted' } as const;
  const improvements = improvementsOf([
    suggestion('one', null, closed),
    suggestion('two', 'one', { state: 'closed' }),
    suggestion('three', null, { state: 'waitingOnVendor', outcome: 'vendor' }),
    suggestion('four', null, { state: 'inProgress' }),
    suggestion('flagged', null, { ...closed, kind: 'flag' }),
  ]);
  expect(improvements).toEqual({
    total: 3,
    byState: { new: 0, inProgress: 1, waitingOnVendor: 1, closed: 1 },
    byRoute: {
      ...{ promptAdjusted: 1, workflowChanged: 0, trainingChanged: 0 },
      ...{ vendor: 1, declined: 0, undecided: 1 },
    },
  });
});

test('a chain of merges ends at its last suggestion', () => {
  expect(distinctKeys(suggestion('a', 'b'), suggestion('b', 'c'), suggestion('c'))).toEqual(['c']);
});

test('a key that leads nowhere merges nothing', () => {
  expect(distinctKeys(suggestion('a', 'gone'), suggestion('b', 'a'))).toEqual(['a']);
  expect(distinctKeys(suggestion('a', 'a'))).toEqual(['a']);
});

test('a suggestion that somebody merged into a flag counts by itself', () => {
  const flag = suggestion('flag', null, { kind: 'flag' });
  expect(improvementsOf([flag, suggestion('a', 'flag')])).toMatchObject({ total: 1 });
});

test('of a circle the first submitted one counts, with all that leads into it', () => {
  const earlier = { submittedAt: '2026-11-13T10:00:00Z' };
  expect(
    distinctKeys(
      suggestion('a', 'b'),
      suggestion('b', 'c', earlier),
      suggestion('c', 'a'),
      suggestion('into', 'a'),
    ),
  ).toEqual(['b']);
});

const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const merges = fc
  .tuple(...keys.map(() => fc.option(fc.constantFrom(...keys, 'gone'))))
  .map((into) => keys.map((key, index) => suggestion(key, into[index] ?? null)));

test('whatever is merged into whatever, each group of suggestions counts once', () => {
  fc.assert(
    fc.property(merges, (all) => {
      const groups = new Map(keys.map((key) => [key, key]));
      for (const { clientKey, mergedInto } of all) {
        const [from, to] = [groups.get(clientKey), groups.get(mergedInto ?? '')];
        if (to === undefined) continue;
        for (const [key, group] of groups) if (group === from) groups.set(key, to);
      }
      const counted = distinctFeedback(all).map(({ clientKey }) => groups.get(clientKey));
      expect(counted.toSorted()).toEqual([...new Set(groups.values())].sort());
    }),
  );
});
