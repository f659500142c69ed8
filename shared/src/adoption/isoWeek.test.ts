import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isoWeekOf,
  isoWeekOfDay,
  lastClosedMonday,
  mondaysBetween,
  weekStart,
  weekStateAt,
} from './isoWeek';
import { addDays, calendarDayIn } from '../calendarDay';

describe('an ISO week', () => {
  test.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2026-11-23', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
  ])('holds %s in %s, also across the end of the year', (day, week) => {
    expect(isoWeekOfDay(day)).toBe(week);
  });

  test('starts on its Monday', () => {
    expect(weekStart('2026-W48')).toBe('2026-11-23');
    expect(weekStart('2025-W01')).toBe('2024-12-30');
    expect(() => weekStart('2026-48')).toThrow(RangeError);
  });

  test("ends at midnight of the programme's time zone, not of UTC", () => {
    const sundayLateInBerlin = new Date('2026-11-22T22:59:59Z');
    const mondayInBerlin = new Date('2026-11-22T23:00:00Z');
    expect(isoWeekOf(sundayLateInBerlin, 'Europe/Berlin')).toBe('2026-W47');
    expect(isoWeekOf(mondayInBerlin, 'Europe/Berlin')).toBe('2026-W48');
    expect(isoWeekOf(mondayInBerlin, 'America/New_York')).toBe('2026-W47');
  });

  test('keeps its hour more or less when the clocks change on its Sunday', () => {
    // 25 October 2026 has 25 hours in Berlin, 29 March 2026 has 23.
    expect(isoWeekOf(new Date('2026-10-25T22:59:59Z'), 'Europe/Berlin')).toBe('2026-W43');
    expect(isoWeekOf(new Date('2026-10-25T23:00:00Z'), 'Europe/Berlin')).toBe('2026-W44');
    expect(isoWeekOf(new Date('2026-03-29T21:59:59Z'), 'Europe/Berlin')).toBe('2026-W13');
    expect(isoWeekOf(new Date('2026-03-29T22:00:00Z'), 'Europe/Berlin')).toBe('2026-W14');
  });

  test('of any instant in any zone starts on a Monday at most six days before it', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata'];
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('2010-01-01T00:00:00Z'),
          max: new Date('2040-01-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        fc.constantFrom(...zones),
        (at, zone) => {
          const day = calendarDayIn(at, zone);
          const monday = weekStart(isoWeekOf(at, zone));
          return (
            new Date(`${monday}T00:00:00Z`).getUTCDay() === 1 &&
            monday <= day &&
            day < addDays(monday, 7)
          );
        },
      ),
    );
  });

  test('follows the one before it, the year notwithstanding', () => {
    expect(mondaysBetween('2026-12-24', '2027-01-05').map(isoWeekOfDay)).toEqual([
      '2026-W52',
      '2026-W53',
      '2027-W01',
    ]);
  });
});

describe('the state of a week', () => {
  const state = (now: string) => weekStateAt('2026-11-16', new Date(now), 'Europe/Berlin');

  test('is running until its Sunday is over', () => {
    expect(state('2026-11-16T08:00:00Z')).toBe('running');
    expect(state('2026-11-22T22:59:59Z')).toBe('running');
  });

  test('is provisional until Thursday, because the Copilot report lags', () => {
    expect(state('2026-11-22T23:00:00Z')).toBe('provisional');
    expect(state('2026-11-25T22:59:59Z')).toBe('provisional');
  });

  test('is closed from Thursday on', () => {
    expect(state('2026-11-25T23:00:00Z')).toBe('closed');
  });

  test('is the last closed one until the next one is closed too', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (now) => {
          const last = lastClosedMonday(now, 'Europe/London');
          expect(weekStateAt(last, now, 'Europe/London')).toBe('closed');
          expect(weekStateAt(addDays(last, 7), now, 'Europe/London')).not.toBe('closed');
        },
      ),
    );
  });
});
