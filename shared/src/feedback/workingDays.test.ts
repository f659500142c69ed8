import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import { usualCalendar, weekdays, type WorkingCalendar } from '../programme/workingCalendar';
import { isWorkingDay, nextWorkingDay, workingDaysBetween } from './workingDays';

const day = fc.integer({ min: -400, max: 4_000 }).map((days) => addDays('2026-01-01', days));

/** Any calendar of a programme, its holidays near each other so that they fall between days. */
const calendars: fc.Arbitrary<WorkingCalendar> = fc.record({
  workingDays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
  holidays: fc.array(fc.nat(60).map((days) => addDays('2026-01-01', days))),
  responseDays: fc.nat(20),
  unsafeResponseDays: fc.nat(20),
});
const nearDay = fc.integer({ min: -20, max: 80 }).map((days) => addDays('2026-01-01', days));

const next = (from: string) => nextWorkingDay(from, usualCalendar);
const between = (from: string, to: string) => workingDaysBetween(from, to, usualCalendar);

test('the next working day after a weekend is Monday', () => {
  expect(next('2026-11-20')).toBe('2026-11-20');
  expect(next('2026-11-21')).toBe('2026-11-23');
  expect(next('2026-11-22')).toBe('2026-11-23');
});

test('a weekend in between does not count', () => {
  expect(between('2026-11-20', '2026-11-20')).toBe(0);
  expect(between('2026-11-20', '2026-11-23')).toBe(1);
  expect(between('2026-12-31', '2027-01-04')).toBe(2);
});

test('what comes at the weekend counts from Monday', () => {
  expect(between('2026-11-21', '2026-11-22')).toBe(0);
  expect(between('2026-11-21', '2026-11-23')).toBe(0);
  expect(between('2026-11-21', '2026-11-24')).toBe(1);
});

test('an answer at the weekend took as long as one on the Friday before', () => {
  expect(between('2026-11-19', '2026-11-21')).toBe(1);
});

test('nothing is answered before it came', () => {
  expect(between('2026-11-25', '2026-11-23')).toBe(0);
});

test('a holiday in between does not count, and one at the weekend changes nothing', () => {
  const calendar = { ...usualCalendar, holidays: ['2026-12-25', '2026-12-26'] };
  expect(workingDaysBetween('2026-12-24', '2026-12-28', calendar)).toBe(1);
  expect(nextWorkingDay('2026-12-25', calendar)).toBe('2026-12-28');
});

test('people who work from Sunday to Thursday are answered on Sunday', () => {
  const workingDays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'] as const;
  const calendar = { ...usualCalendar, workingDays: [...workingDays] };
  expect(nextWorkingDay('2026-11-20', calendar)).toBe('2026-11-22');
  expect(workingDaysBetween('2026-11-19', '2026-11-22', calendar)).toBe(1);
});

test('five working days more, one calendar week later', () => {
  fc.assert(
    fc.property(day, fc.nat(400), (from, days) => {
      const to = addDays(next(from), days);
      expect(between(from, addDays(to, 7))).toBe(between(from, to) + 5);
    }),
  );
});

test('between two days lie as many working days as are counted one by one', () => {
  fc.assert(
    fc.property(calendars, nearDay, fc.nat(60), (calendar, from, days) => {
      const to = addDays(from, days);
      let counted = 0;
      for (let at = nextWorkingDay(from, calendar); at < to;) {
        at = addDays(at, 1);
        if (isWorkingDay(at, calendar)) counted += 1;
      }
      expect(workingDaysBetween(from, to, calendar)).toBe(counted);
    }),
  );
});

test('the next working day is worked on, and no day before it is', () => {
  fc.assert(
    fc.property(calendars, nearDay, (calendar, from) => {
      const found = nextWorkingDay(from, calendar);
      expect(isWorkingDay(found, calendar)).toBe(true);
      for (let at = from; at < found; at = addDays(at, 1)) {
        expect(isWorkingDay(at, calendar)).toBe(false);
      }
    }),
  );
});
