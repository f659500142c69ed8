import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walshAveragesOf } from './walshAverages';

/** Any numbers, and numbers of a coarse grid, of which many and many of their averages are equal. */
const values = fc.oneof(
  fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 1, maxLength: 40 }),
  fc.array(
    fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
    { minLength: 1, maxLength: 40 },
  ),
  fc.array(fc.constantFrom(0, 5e-324, -5e-324, 1e-300, 0.1, -60), { minLength: 1, maxLength: 20 }),
);

/** Every average is formed, on purpose. Adding 0 makes of -0 the 0 that it is equal to. */
function everyAverage(all: readonly number[]): number[] {
  return all
    .flatMap((one, index) => all.slice(index).map((other) => (one + other) / 2 + 0))
    .sort((one, other) => one - other);
}

test('every order statistic is the one among all averages, to the last digit', () => {
  fc.assert(
    fc.property(values, (all) => {
      const averages = walshAveragesOf(all);
      const every = everyAverage(all);
      expect(averages.count).toBe(every.length);
      expect(every.map((_, index) => averages.at(index + 1) + 0)).toEqual(every);
    }),
  );
});

test('the median is the middle average, or the mean of the two middle ones', () => {
  expect(walshAveragesOf([1, 2, 6]).median()).toBe((2 + 3.5) / 2);
  expect(walshAveragesOf([1, 2]).median()).toBe(1.5);
  expect(walshAveragesOf([7]).median()).toBe(7);
});

test('of many people the right one is found without forming what would be 200 million averages', () => {
  const people = 20_000;
  const all = Array.from({ length: people }, (_, index) => ((index * 7919) % people) / 300);
  const averages = walshAveragesOf(all);
  const sorted = all.toSorted((one, other) => one - other);
  /** How many averages are below, or not above, a limit: a binary search for each value. */
  const countUpTo = (isInside: (average: number) => boolean) =>
    sorted.reduce((count, one, index) => {
      let [inside, outside] = [index, people];
      while (inside < outside) {
        const middle = Math.floor((inside + outside) / 2);
        if (isInside((one + (sorted[middle] ?? NaN)) / 2)) inside = middle + 1;
        else outside = middle;
      }
      return count + inside - index;
    }, 0);
  for (const rank of [1, 95_123_456, averages.count / 2, averages.count]) {
    const found = averages.at(rank);
    expect(countUpTo((average) => average < found)).toBeLessThan(rank);
    expect(countUpTo((average) => average <= found)).toBeGreaterThanOrEqual(rank);
  }
});
