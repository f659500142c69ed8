import type { Comparison } from '../figures';
import { median } from './median';
import { signedRankCut } from './signedRank';
import { walshAveragesOf } from './walshAverages';

/** Fewer people than this say nothing about a difference (design 5). */
export const fewestPairs = 10;

/** Two figures of one person. */
export interface Pair {
  readonly first: number;
  readonly second: number;
}

/**
 * How far the second figures of the same people lie from the first: the median of the differences,
 * and Hodges and Lehmann's estimate with the 95 % interval that the Wilcoxon signed-rank
 * distribution gives it (up to 1,000 people the exact one, beyond that its normal approximation).
 * Not enough data below 10 people. An association: what caused it is not told.
 */
export function comparisonOf(pairs: readonly Pair[]): Comparison {
  if (pairs.length < fewestPairs) return { state: 'notEnoughData' };
  const differences = pairs.map(({ first, second }) => second - first);
  const averages = walshAveragesOf(differences);
  const cut = signedRankCut(pairs.length);
  return {
    state: 'known',
    people: pairs.length,
    first: median(pairs.map(({ first }) => first)),
    second: median(pairs.map(({ second }) => second)),
    difference: median(differences),
    shift: averages.median(),
    low: averages.at(cut),
    high: averages.at(averages.count + 1 - cut),
  };
}
