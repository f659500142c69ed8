/** Up to so many pairs the distribution is exact; with more of them a coin's halves would underflow. */
const mostExactPairs = 1_000;

/** A rank sum this rare or rarer, on either side, lies outside the 95 %. */
const tail = 0.025;
const tailInDeviations = 1.959963984540054;

const known = new Map<number, number>();

/**
 * The lowest Wilcoxon signed-rank sum of so many pairs that is not too rare for a 95 % interval: the
 * smallest t ≥ 1 with P(T ≤ t) ≥ 0.025. The interval of the paired shift then goes from the t-th
 * smallest Walsh average to the t-th largest. Exact up to 1,000 pairs; beyond that from the normal
 * approximation with a continuity correction, which is off by a few ranks in hundreds of thousands.
 */
export function signedRankCut(pairs: number): number {
  if (pairs > mostExactPairs) return approximateCut(pairs);
  const cut = known.get(pairs) ?? exactCut(pairs);
  known.set(pairs, cut);
  return cut;
}

/** Each rank from 1 to n is in the sum or not, by the toss of a coin. */
function exactCut(pairs: number): number {
  const mean = (pairs * (pairs + 1)) / 4;
  // The distribution is symmetric: half of it is as much as is ever looked at.
  const chances = new Float64Array(Math.floor(mean) + 1);
  chances[0] = 1;
  for (let rank = 1; rank <= pairs; rank += 1) {
    const highest = Math.min(chances.length - 1, (rank * (rank + 1)) / 2);
    for (let sum = highest; sum >= 0; sum -= 1) {
      const without = chances[sum] ?? 0;
      const withRank = sum < rank ? 0 : (chances[sum - rank] ?? 0);
      chances[sum] = (without + withRank) / 2;
    }
  }
  let total = 0;
  const cut = chances.findIndex((chance) => (total += chance) >= tail);
  return Math.max(1, cut);
}

function approximateCut(pairs: number): number {
  const mean = (pairs * (pairs + 1)) / 4;
  const deviation = Math.sqrt((pairs * (pairs + 1) * (2 * pairs + 1)) / 24);
  return Math.ceil(mean - tailInDeviations * deviation - 0.5);
}
