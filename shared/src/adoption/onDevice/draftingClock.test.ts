import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftingMinutes } from './draftingClock';

const minute = 60_000;

test('drafting time is what lies between opened and sent, less what was idle', () => {
  expect(draftingMinutes({ openedAt: 0, idleMs: 0 }, 12 * minute)).toBe(12);
  expect(draftingMinutes({ openedAt: 0, idleMs: 5 * minute }, 12 * minute)).toBe(7);
});

test('a draft that was left open is believed for an hour', () => {
  expect(draftingMinutes({ openedAt: 0, idleMs: 0 }, 600 * minute)).toBe(60);
});

test('the idle time comes off before the hour is applied', () => {
  expect(draftingMinutes({ openedAt: 0, idleMs: 580 * minute }, 600 * minute)).toBe(20);
});

test('without a start, or with a clock that ran backwards, it is unknown and not nothing', () => {
  expect(draftingMinutes({ openedAt: null, idleMs: 0 }, minute)).toBeNull();
  expect(draftingMinutes({ openedAt: 2 * minute, idleMs: 0 }, minute)).toBeNull();
  expect(draftingMinutes({ openedAt: NaN, idleMs: 0 }, minute)).toBeNull();
});

test('it is unknown or between nothing and an hour, whatever was kept', () => {
  fc.assert(
    fc.property(
      fc.double(),
      fc.double(),
      fc.double({ noNaN: true }),
      (openedAt, idleMs, sentAt) => {
        const minutes = draftingMinutes({ openedAt, idleMs }, sentAt);
        return minutes === null || (minutes >= 0 && minutes <= 60);
      },
    ),
  );
});
