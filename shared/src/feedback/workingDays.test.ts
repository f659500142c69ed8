import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import { nextWorkingDay, workingDaysBetween } from './workingDays';

const day = fc.integer({ min: -400, max: 4_000 }).map((days) => addDays('2026-01-01', days));

test('the next working day after a weekend is Monday', () => {
  expect(nextWorkingDay('2026-11-20')).toBe('2026-11-20');
  expect(nextWorkingDay('2026-11-21')).toBe('2026-11-23');
  expect(nextWorkingDay('2026-11-22')).toBe('2026-11-23');
});

test('a weekend in between does not count', () => {
  expect(workingDaysBetween('2026-11-20', '2026-11-20')).toBe(0);
  expect(workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1);
  expect(workingDaysBetween('2026-12-31', '2027-01-04')).toBe(2);
});

test('what comes at the weekend counts from Monday', () => {
  expect(workingDaysBetween('2026-11-21', '2026-11-22')).toBe(0);
  expect(workingDaysBetween('2026-11-21', '2026-11-23')).toBe(0);
  expect(workingDaysBetween('2026-11-21', '2026-11-24')).toBe(1);
});

test('an answer at the weekend took as long as one on the Friday before', () => {
  expect(workingDaysBetween('2026-11-19', '2026-11-21')).toBe(1);
});

test('nothing is answered before it came', () => {
  expect(workingDaysBetween('2026-11-25', '2026-11-23')).toBe(0);
});

test('five working days more, one calendar week later', () => {
  fc.assert(
    fc.property(day, fc.nat(400), (from, days) => {
      const to = addDays(nextWorkingDay(from), days);
      expect(workingDaysBetween(from, addDays(to, 7))).toBe(workingDaysBetween(from, to) + 5);
    }),
  );
});
