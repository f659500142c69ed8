import { expect, test } from 'vitest';
import { signedRankCut } from './signedRank';

test('the cut lies one above the critical values of the published tables (two-sided, 5 %)', () => {
  const tabulated = { 10: 8, 12: 13, 15: 25, 20: 52, 25: 89, 30: 137, 40: 264, 50: 434 };
  for (const [pairs, critical] of Object.entries(tabulated)) {
    expect(signedRankCut(Number(pairs))).toBe(critical + 1);
  }
});

test('the cut is the smallest sum with 2.5 % of all ways to draw the signs at or below it', () => {
  for (let pairs = 1; pairs <= 14; pairs += 1) {
    const ways = 2 ** pairs;
    const sums = Array.from({ length: ways }, (_, signs) => {
      let sum = 0;
      for (let rank = 1; rank <= pairs; rank += 1) if (signs & (1 << (rank - 1))) sum += rank;
      return sum;
    }).sort((one, other) => one - other);
    expect(signedRankCut(pairs)).toBe(Math.max(1, sums[Math.ceil(0.025 * ways) - 1]!));
  }
});

test('beyond 1,000 pairs the normal approximation goes on where the exact distribution ends', () => {
  const lastExactStep = signedRankCut(1_000) - signedRankCut(999);
  const step = signedRankCut(1_001) - signedRankCut(1_000);
  expect(Math.abs(step - lastExactStep)).toBeLessThanOrEqual(4);
});
