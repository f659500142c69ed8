import type { GroupDifference } from '../figures';
import { fewestPairs, type Pair } from './pairedComparison';
import { studentT } from './studentT';

/**
 * How much more the people of a group changed than those of another, on the mean, over the same two
 * periods (difference-in-differences). Everybody stands for themselves by one figure of each period,
 * which is what Bertrand, Duflo and Mullainathan (2004) propose against weeks that resemble each
 * other. The 95 % interval is Welch's for two means of unequal spread. Not enough data where one of
 * the groups has fewer than 10 people, or where nobody's change differs from anybody's in theirs.
 *
 * That both groups would have changed alike is assumed, not shown: the same of two periods before the
 * start tells whether they did then. What happened to one group only is not in the interval.
 */
export function differenceInDifferences(
  group: readonly Pair[],
  others: readonly Pair[],
): GroupDifference {
  if (group.length < fewestPairs || others.length < fewestPairs) return { state: 'notEnoughData' };
  const [one, other] = [spreadOf(group), spreadOf(others)];
  const error = one.errorSquared + other.errorSquared;
  if (error === 0) return { state: 'notEnoughData' };
  const degrees =
    error ** 2 /
    (one.errorSquared ** 2 / (group.length - 1) + other.errorSquared ** 2 / (others.length - 1));
  const difference = one.mean - other.mean;
  const reach = studentT(degrees) * Math.sqrt(error);
  return {
    state: 'known',
    ...{ people: group.length, others: others.length },
    ...{ change: one.mean, othersChange: other.mean },
    ...{ difference, low: difference - reach, high: difference + reach },
  };
}

/** The mean of everybody's change, and its squared standard error. */
function spreadOf(pairs: readonly Pair[]) {
  const changes = pairs.map(({ first, second }) => second - first);
  const mean = sum(changes) / changes.length;
  const variance = sum(changes.map((change) => (change - mean) ** 2)) / (changes.length - 1);
  return { mean, errorSquared: variance / changes.length };
}

/** Sorted first, so that the order of the people moves no digit. */
function sum(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other).reduce((total, value) => total + value, 0);
}
