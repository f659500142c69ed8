import { describe, expect, test } from 'vitest';
import { addDays } from '../calendarDay';
import { effortTotalsOn, effortWeeksUntil, saveEffortRequest } from './effort';

const programme = { startsOn: '2026-08-31', weeks: 8 };
const plan = { weeklyHours: 8, lighterHours: 2, budget: { amount: 4_000, currency: 'EUR' } };
const actual = (hours: number, spend = 0) => ({ hours, spend, note: null, eTag: '"1"' });
const weeksOn = (
  day: number,
  written: ReadonlyMap<string, ReturnType<typeof actual>> = new Map(),
) => effortWeeksUntil(addDays(programme.startsOn, day), programme, plan, written);

describe('hours and spend', () => {
  test('are planned for every week until day 90, fewer once it gets lighter', () => {
    const weeks = weeksOn(200);
    expect(weeks).toHaveLength(13);
    expect(weeks.map(({ plannedHours }) => plannedHours)).toEqual([
      ...Array<number>(8).fill(8),
      ...Array<number>(5).fill(2),
    ]);
    expect(weeks.reduce((sum, { plannedSpend }) => sum + (plannedSpend ?? 0), 0)).toBe(4_000);
  });

  test('are compared over weeks that are over and were written down', () => {
    const written = new Map([
      [programme.startsOn, actual(10, 300)],
      [addDays(programme.startsOn, 14), actual(0, 0)],
      [addDays(programme.startsOn, 21), actual(5, 100)],
    ]);
    const today = addDays(programme.startsOn, 23);
    expect(effortTotalsOn(today, weeksOn(23, written))).toEqual({
      written: { plannedHours: 16, actualHours: 10, plannedSpend: 1_000, actualSpend: 300 },
      weeksWithout: 1,
    });
  });

  test('are unknown while nobody wrote them down, and not nothing', () => {
    const today = addDays(programme.startsOn, 14);
    expect(effortTotalsOn(today, weeksOn(14))).toEqual({ written: null, weeksWithout: 2 });
    expect(effortTotalsOn(programme.startsOn, weeksOn(0))).toEqual({
      ...{ written: null, weeksWithout: 0 },
    });
  });

  test('are held against nothing where there is no plan, and still added up', () => {
    const today = addDays(programme.startsOn, 7);
    const written = new Map([[programme.startsOn, actual(10, 300)]]);
    const weeks = effortWeeksUntil(today, programme, null, written);
    expect(weeks.map(({ plannedHours, plannedSpend }) => [plannedHours, plannedSpend])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(effortTotalsOn(today, weeks).written).toEqual({
      ...{ plannedHours: null, actualHours: 10, plannedSpend: null, actualSpend: 300 },
    });
  });

  test('are written down for a week, by its Monday', () => {
    const save = (week: string) =>
      saveEffortRequest.safeParse({ eTag: null, week, hours: 7.25, spend: 0, note: null }).success;
    expect([save('2026-08-31'), save('2026-09-01')]).toEqual([true, false]);
  });
});
