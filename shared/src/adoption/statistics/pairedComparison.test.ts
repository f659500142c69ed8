import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonOf, type Pair } from './pairedComparison';

const known = (pairs: readonly Pair[]) => {
  const compared = comparisonOf(pairs);
  if (compared.state !== 'known') throw new Error('There are ten people or more.');
  return compared;
};
/** Minutes to a quarter, so that sums and differences are exact. */
const minutes = fc.nat({ max: 240 }).map((quarters) => quarters / 4);
const pairs = fc.array(fc.record({ first: minutes, second: minutes }), {
  minLength: 10,
  maxLength: 40,
});

describe('a comparison of the same people', () => {
  test('of ten people goes from the 9th smallest to the 9th largest of their 55 Walsh averages', () => {
    const seconds = [8, 9, 8, 7, 7, 6, 7, 8, 4, 5];
    const compared = comparisonOf(
      seconds.map((second, index) => ({ first: 10 + index / 2, second })),
    );
    const differences = seconds.map((second, index) => second - (10 + index / 2));
    const averages = differences
      .flatMap((one, index) => differences.slice(index).map((other) => (one + other) / 2))
      .sort((one, other) => one - other);
    expect(compared).toEqual({
      state: 'known',
      people: 10,
      first: 12.25,
      second: 7,
      difference: -5.25,
      shift: averages[27],
      low: averages[8],
      high: averages[46],
    });
  });

  test('of fewer than ten people says not enough data', () => {
    const nine = Array.from({ length: 9 }, () => ({ first: 20, second: 10 }));
    expect(comparisonOf(nine)).toEqual({ state: 'notEnoughData' });
    expect(comparisonOf([...nine, { first: 20, second: 10 }]).state).toBe('known');
  });

  test('does not depend on the order of the people', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        expect(comparisonOf(all.toReversed())).toEqual(comparisonOf(all));
      }),
    );
  });

  test('moves with the second figures', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const { second, difference, shift, low, high, ...same } = known(all);
        expect(comparisonOf(all.map((pair) => ({ ...pair, second: pair.second + 8 })))).toEqual({
          ...same,
          ...{ second: second + 8, difference: difference + 8, shift: shift + 8 },
          ...{ low: low + 8, high: high + 8 },
        });
      }),
    );
  });

  test('turns round when the sides are changed', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const one = known(all);
        const other = known(all.map(({ first, second }) => ({ first: second, second: first })));
        expect(other.shift).toBe(0 - one.shift);
        expect(other.difference).toBe(0 - one.difference);
        expect([other.low, other.high]).toEqual([0 - one.high, 0 - one.low]);
      }),
    );
  });

  test('finds a planted shift: 95 of 100 intervals hold it', () => {
    const planted = -6;
    const studies = 600;
    const draw = seededDraw(20_261_125);
    const holding = Array.from({ length: studies }, () =>
      known(
        Array.from({ length: 24 }, () => {
          const first = 10 + 30 * draw();
          return { first, second: first + planted + 12 * (draw() + draw() - 1) };
        }),
      ),
    ).filter(({ low, high }) => low <= planted && planted <= high);
    expect(holding.length / studies).toBeGreaterThan(0.93);
    expect(holding.length / studies).toBeLessThan(0.975);
  });
});

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seededDraw(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
