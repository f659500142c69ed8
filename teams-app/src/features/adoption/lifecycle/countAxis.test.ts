import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAxis } from './countAxis';

test('goes in round steps through 0 as far as the columns reach', () => {
  expect(countAxis(-240, 607)).toEqual({ min: -400, max: 800, steps: 6 });
  expect(countAxis(-3, 9)).toEqual({ min: -5, max: 10, steps: 3 });
  expect(countAxis(0, 0)).toEqual({ min: 0, max: 1, steps: 1 });
});

test('holds every column, with a line at 0', () => {
  const people = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(people, people, (dormant, active) => {
      const { min, max, steps } = countAxis(-dormant, active);
      expect(min).toBeLessThanOrEqual(-dormant);
      expect(max).toBeGreaterThanOrEqual(active);
      expect(Math.abs(min % ((max - min) / steps))).toBe(0);
    }),
  );
});
