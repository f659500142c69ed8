import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median } from './median';

const value = fc.double({ min: 0, max: 60, noNaN: true });

test('the median is the middle value, or the mean of the two middle ones', () => {
  expect(median([10, 9, 100])).toBe(10);
  expect(median([10, 9, 100, 11])).toBe(10.5);
  expect(median([4])).toBe(4);
});

test('as many values lie above the median as below it', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), (values) => {
      const middle = median(values);
      const half = values.length / 2;
      expect(values.filter((each) => each < middle).length).toBeLessThanOrEqual(half);
      expect(values.filter((each) => each > middle).length).toBeLessThanOrEqual(half);
    }),
  );
});

test('there is no median of nothing', () => {
  expect(() => median([])).toThrow(RangeError);
});
