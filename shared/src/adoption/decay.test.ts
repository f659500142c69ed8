import { describe, expect, test } from 'vitest';
import { decayOf } from './decay';

const rates = (...values: number[]) =>
  values.map((rate, index) => ({ week: `2026-W${index + 10}`, rate }));

describe('decay', () => {
  test('is flagged after two closed weeks 15 % under the peak', () => {
    expect(decayOf(rates(0.4, 0.8, 0.68, 0.6))).toEqual({
      peak: { week: '2026-W11', rate: 0.8 },
      current: { week: '2026-W13', rate: 0.6 },
      flagged: true,
    });
  });

  test('is not flagged by one bad week, nor by two that are a little lower', () => {
    expect(decayOf(rates(0.8, 0.8, 0.5))?.flagged).toBe(false);
    expect(decayOf(rates(0.8, 0.69, 0.5))?.flagged).toBe(false);
  });

  test('does not exist where nobody was ever active, nor before the first closed week', () => {
    expect(decayOf(rates(0, 0, 0))?.flagged).toBe(false);
    expect(decayOf([])).toBeNull();
  });
});
