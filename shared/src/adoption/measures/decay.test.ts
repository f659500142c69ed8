import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decayOf, type WeekShare } from './decay';

/** Weeks of a hundred people. */
const percents = (...values: number[]): WeekShare[] =>
  values.map((n, index) => ({ week: `2026-W${index + 10}`, n, of: 100 }));

describe('decay', () => {
  test('is flagged after two closed weeks 15 % under the peak', () => {
    expect(decayOf(percents(40, 80, 68, 60))).toEqual({
      peak: { week: '2026-W11', n: 80, of: 100 },
      current: { week: '2026-W13', n: 60, of: 100 },
      flagged: true,
    });
  });

  test('is not flagged by one bad week, nor by two that are a little lower', () => {
    expect(decayOf(percents(80, 80, 50))?.flagged).toBe(false);
    expect(decayOf(percents(80, 69, 50))?.flagged).toBe(false);
  });

  test('is not flagged while the peak is one of the last two weeks', () => {
    expect(decayOf(percents(20, 80, 10))?.flagged).toBe(false);
  });

  test('is flagged at exactly 15 % under the peak, by not one person more', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }))
      .map(([one, other]) => ({ n: Math.min(one, other), of: Math.max(one, other) }));
    fc.assert(
      fc.property(share, ({ n, of }) => {
        const flaggedAt = (active: number) => {
          const week = { week: '2026-W11', n: active, of: 20 * of };
          return decayOf([{ week: '2026-W10', n, of }, week, week])?.flagged;
        };
        expect([flaggedAt(17 * n), flaggedAt(17 * n + 1)]).toEqual([true, false]);
      }),
    );
  });

  test('compares rates, not people: a programme that grows does not decay by growing', () => {
    const weeks = [
      { week: '2026-W10', n: 80, of: 100 },
      { week: '2026-W11', n: 300, of: 400 },
      { week: '2026-W12', n: 300, of: 400 },
    ];
    expect(decayOf(weeks)).toMatchObject({ peak: { n: 80 }, flagged: false });
  });

  test('does not exist where nobody was ever active, nor before the first closed week', () => {
    expect(decayOf(percents(0, 0, 0))?.flagged).toBe(false);
    expect(decayOf([])).toBeNull();
  });
});
