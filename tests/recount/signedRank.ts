/** What paired differences say together. */
export interface PairedShift {
  readonly people: number;
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  readonly shift: number;
  readonly low: number;
  readonly high: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length / 2;
  const at = (index: number) => sorted[index] ?? NaN;
  return Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half));
}

/**
 * Median of the differences, and Hodges and Lehmann's estimate with its 95 % interval: the median of
 * all Walsh averages, and those of them that the exact distribution of Wilcoxon's signed-rank sum
 * leaves. Every pair is formed, on purpose.
 */
export function pairedShift(pairs: readonly (readonly [number, number])[]): PairedShift {
  const differences = pairs.map(([first, second]) => second - first);
  const averages: number[] = [];
  differences.forEach((one, index) => {
    for (const other of differences.slice(index)) averages.push((one + other) / 2);
  });
  averages.sort((one, other) => one - other);
  const cut = quantile(pairs.length);
  return {
    people: pairs.length,
    first: median(pairs.map(([first]) => first)),
    second: median(pairs.map(([, second]) => second)),
    difference: median(differences),
    shift: median(averages),
    low: averages[cut - 1] ?? NaN,
    high: averages[averages.length - cut] ?? NaN,
  };
}

/** The smallest rank sum t with P(T ≤ t) ≥ 2.5 %, at least 1: ranks 1 to n, each in or out by a coin. */
function quantile(n: number): number {
  let chances = new Float64Array([1]);
  for (let rank = 1; rank <= n; rank += 1) {
    const next = new Float64Array(chances.length + rank);
    chances.forEach((chance, sum) => {
      next[sum] = (next[sum] ?? 0) + chance / 2;
      next[sum + rank] = (next[sum + rank] ?? 0) + chance / 2;
    });
    chances = next;
  }
  let total = 0;
  for (let sum = 0; sum < chances.length; sum += 1) {
    total += chances[sum] ?? 0;
    if (total >= 0.025) return Math.max(1, sum);
  }
  return chances.length;
}
