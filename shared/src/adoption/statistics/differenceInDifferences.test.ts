import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceInDifferences } from './differenceInDifferences';
import type { Pair } from './pairedComparison';
import { studentT } from './studentT';

/** People whose figure was 10 before and changed so. */
const changed = (...changes: number[]): Pair[] =>
  changes.map((change) => ({ first: 10, second: 10 + change }));
const group = changed(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
const others = changed(0, 0, 1, 1, 2, 2, 3, 3, 4, 4);
const known = (one: readonly Pair[], other: readonly Pair[]) => {
  const difference = differenceInDifferences(one, other);
  if (difference.state !== 'known') throw new Error('There are ten people or more in each.');
  return difference;
};

/** From the tables of Student's distribution. */
test.each([
  [9, 2.2622],
  [10, 2.2281],
  [15, 2.1314],
  [30, 2.0423],
  [120, 1.9799],
  [1_000_000, 1.96],
])('with %d degrees of freedom a 95 %% interval reaches %d standard errors', (degrees, reach) => {
  expect(Math.abs(studentT(degrees) - reach)).toBeLessThan(0.00006);
});

describe('a difference of differences', () => {
  test('is how much more one group changed, with Welch’s interval', () => {
    // Means 4.5 and 2; variances 55/6 and 20/9; so 1.06719 standard error and 13.12 degrees.
    const {
      people,
      others: rest,
      change,
      othersChange,
      difference,
      low,
      high,
    } = known(group, others);
    expect({ people, rest, change, othersChange, difference }).toEqual({
      ...{ people: 10, rest: 10, change: 4.5, othersChange: 2, difference: 2.5 },
    });
    expect(low).toBeCloseTo(2.5 - 2.1583 * 1.06719, 3);
    expect(high).toBeCloseTo(2.5 + 2.1583 * 1.06719, 3);
  });

  test('is refused where one of the groups has fewer than ten people', () => {
    const unknown = { state: 'notEnoughData' };
    expect(differenceInDifferences(group.slice(1), others)).toEqual(unknown);
    expect(differenceInDifferences(group, others.slice(1))).toEqual(unknown);
    expect(differenceInDifferences([], [])).toEqual(unknown);
  });

  test('is refused where nothing tells how far people differ', () => {
    const alike = changed(...Array<number>(10).fill(1));
    expect(differenceInDifferences(alike, alike)).toEqual({ state: 'notEnoughData' });
  });

  /** Whole minutes, so that sums are exact. */
  const pair = fc.record({ first: fc.nat({ max: 60 }), second: fc.nat({ max: 60 }) });
  const spread = fc
    .array(pair, { minLength: 8, maxLength: 30 })
    .map((pairs) => [...pairs, { first: 0, second: 0 }, { first: 0, second: 1 }]);

  test('does not see what moved both groups alike, nor where anybody stood before', () => {
    fc.assert(
      fc.property(spread, spread, fc.nat({ max: 30 }), (one, other, moved) => {
        const later = (pairs: readonly Pair[]) =>
          pairs.map(({ first, second }) => ({ first, second: second + moved }));
        const higher = one.map(({ first, second }) => ({
          first: first + moved,
          second: second + moved,
        }));
        expect(known(later(one), later(other)).difference).toBeCloseTo(
          known(one, other).difference,
          9,
        );
        expect(known(higher, other)).toEqual(known(one, other));
      }),
    );
  });

  test('turns its sign with the groups, holds itself, and does not depend on order', () => {
    fc.assert(
      fc.property(spread, spread, (one, other) => {
        const there = known(one, other);
        expect(known(other, one).difference).toBeCloseTo(-there.difference, 9);
        expect(known(other, one).low).toBeCloseTo(-there.high, 9);
        expect(there.low).toBeLessThan(there.difference);
        expect(there.high).toBeGreaterThan(there.difference);
        expect(known(one.toReversed(), other.toReversed())).toEqual(there);
      }),
    );
  });

  test('of two groups that are one and the same lies around 0', () => {
    fc.assert(
      fc.property(spread, (pairs) => {
        const { difference, low, high } = known(pairs, pairs);
        expect(difference).toBe(0);
        expect(low + high).toBeCloseTo(0, 9);
      }),
    );
  });
});
