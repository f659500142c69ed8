import * as z from 'zod/mini';
import { mondayOf, mondaysBetween } from '../adoption';
import { addDays, type CalendarDay } from '../calendarDay';
import { calendarDay, multiLine } from '../text';
import { activeUntil } from './phases';
import type { Programme } from './programme';
import { amount, weekHours, type ProgrammePlan } from './programmePlan';

/** What the owner and deputies gave to the programme in a week. */
const weekActual = z.object({
  hours: weekHours,
  /** In the currency of the budget. */
  spend: amount,
  note: z.nullable(multiLine),
});

export const saveEffortRequest = z.strictObject({
  /** Null where nothing of this week was written down. */
  eTag: z.nullable(z.string()),
  /** The week's Monday. */
  week: calendarDay.check(z.refine((day) => mondayOf(day) === day, 'Use the Monday of the week.')),
  ...weekActual.shape,
});
export type SaveEffortRequest = z.infer<typeof saveEffortRequest>;

/** A week, planned beside actual. */
export const effortWeek = z.object({
  /** The week's Monday. */
  week: calendarDay,
  plannedHours: z.number(),
  /** The budget is planned evenly over the active weeks. */
  plannedSpend: z.number(),
  /** Null while nobody wrote it down: that is not 0. */
  actual: z.nullable(z.object({ ...weekActual.shape, eTag: z.nullable(z.string()) })),
});
export type EffortWeek = z.infer<typeof effortWeek>;

/** Planned against actual over the weeks that are over. */
export const effortTotals = z.object({
  /** Only of weeks that were written down, on both sides; null where none was. */
  written: z.nullable(
    z.object({
      plannedHours: z.number(),
      actualHours: z.number(),
      plannedSpend: z.number(),
      actualSpend: z.number(),
    }),
  ),
  /** Weeks that are over and were not written down. */
  weeksWithout: z.number(),
});
export type EffortTotals = z.infer<typeof effortTotals>;

export const effortResponse = z.object({
  currency: z.string(),
  /** From the first week to the running one, or the last before day 90. */
  weeks: z.array(effortWeek),
  totals: effortTotals,
});
export type EffortResponse = z.infer<typeof effortResponse>;

/** Weeks until day 90. */
const weeksInAll = 13;

/** The weeks of a programme up to today, planned beside what was written down by their Mondays. */
export function effortWeeksUntil(
  today: CalendarDay,
  programme: Pick<Programme, 'startsOn' | 'weeks'>,
  plan: Pick<ProgrammePlan, 'weeklyHours' | 'lighterHours' | 'budget'>,
  written: ReadonlyMap<CalendarDay, EffortWeek['actual']>,
): EffortWeek[] {
  const lastActive = activeUntil(programme);
  return mondaysBetween(programme.startsOn, today)
    .slice(0, weeksInAll)
    .map((week) => {
      const isActive = week <= lastActive;
      return {
        week,
        plannedHours: isActive ? plan.weeklyHours : plan.lighterHours,
        plannedSpend: isActive ? plan.budget.amount / programme.weeks : 0,
        actual: written.get(week) ?? null,
      };
    });
}

/** Adds up the weeks that are over on a day. Weeks nobody wrote down are counted, never taken for 0. */
export function effortTotalsOn(today: CalendarDay, weeks: readonly EffortWeek[]): EffortTotals {
  const over = weeks.filter(({ week }) => addDays(week, 7) <= today);
  const known = over.flatMap(({ plannedHours, plannedSpend, actual }) =>
    actual === null ? [] : { plannedHours, plannedSpend, hours: actual.hours, spend: actual.spend },
  );
  const sum = (valueOf: (week: (typeof known)[number]) => number) =>
    known.reduce((total, week) => total + valueOf(week), 0);
  return {
    written:
      known.length === 0
        ? null
        : {
            plannedHours: sum(({ plannedHours }) => plannedHours),
            actualHours: sum(({ hours }) => hours),
            plannedSpend: sum(({ plannedSpend }) => plannedSpend),
            actualSpend: sum(({ spend }) => spend),
          },
    weeksWithout: over.length - known.length,
  };
}
