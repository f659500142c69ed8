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

/** What is no day at all is refused as that. */
const isMonday = (day: string) => !calendarDay.safeParse(day).success || mondayOf(day) === day;

export const saveEffortRequest = z.strictObject({
  /** As it was read; null where nothing of this week was written down. */
  eTag: z.nullable(z.string()),
  /** The week's Monday. */
  week: calendarDay.check(z.refine(isMonday, 'Use the Monday of the week.')),
  ...weekActual.shape,
});
export type SaveEffortRequest = z.infer<typeof saveEffortRequest>;

/** A week, planned beside actual. Planned is null where the programme has no plan of it. */
export const effortWeek = z.object({
  /** The week's Monday. */
  week: calendarDay,
  plannedHours: z.nullable(z.number()),
  /** The budget is planned evenly over the active weeks. */
  plannedSpend: z.nullable(z.number()),
  /** Null while nobody wrote it down: that is not 0. The eTag is empty until SharePoint has it. */
  actual: z.nullable(z.object({ ...weekActual.shape, eTag: z.string() })),
});
export type EffortWeek = z.infer<typeof effortWeek>;

/** Planned against actual over the weeks that are over. */
export const effortTotals = z.object({
  /** Only of weeks that were written down, on both sides; null where none was. */
  written: z.nullable(
    z.object({
      plannedHours: z.nullable(z.number()),
      actualHours: z.number(),
      plannedSpend: z.nullable(z.number()),
      actualSpend: z.number(),
    }),
  ),
  /** Weeks that are over and were not written down. */
  weeksWithout: z.number(),
});
export type EffortTotals = z.infer<typeof effortTotals>;

export const effortResponse = z.object({
  /** Of the budget; null where the programme has none. */
  currency: z.nullable(z.string()),
  /** From the first week to the running one, or the last before day 90. */
  weeks: z.array(effortWeek),
  totals: effortTotals,
});
export type EffortResponse = z.infer<typeof effortResponse>;

/** Weeks until day 90. */
const weeksInAll = 13;

/** The plan hours and spend are held against. */
export type EffortPlan = Pick<ProgrammePlan, 'weeklyHours' | 'lighterHours' | 'budget'>;

/** The weeks of a programme up to today, planned beside what was written down by their Mondays. */
export function effortWeeksUntil(
  today: CalendarDay,
  programme: Pick<Programme, 'startsOn' | 'weeks'>,
  plan: EffortPlan | null,
  written: ReadonlyMap<CalendarDay, EffortWeek['actual']>,
): EffortWeek[] {
  const lastActive = activeUntil(programme);
  const plannedFor = (week: CalendarDay) => {
    if (plan === null) return { plannedHours: null, plannedSpend: null };
    return week <= lastActive
      ? { plannedHours: plan.weeklyHours, plannedSpend: plan.budget.amount / programme.weeks }
      : { plannedHours: plan.lighterHours, plannedSpend: 0 };
  };
  return mondaysBetween(programme.startsOn, today)
    .slice(0, weeksInAll)
    .map((week) => ({ week, ...plannedFor(week), actual: written.get(week) ?? null }));
}

/** The weeks that are over on a day. */
export const weeksOver = (today: CalendarDay, weeks: readonly EffortWeek[]): EffortWeek[] =>
  weeks.filter(({ week }) => addDays(week, 7) <= today);

/** Adds up the weeks that are over on a day. Weeks nobody wrote down are counted, never taken for 0. */
export function effortTotalsOn(today: CalendarDay, weeks: readonly EffortWeek[]): EffortTotals {
  const over = weeksOver(today, weeks);
  const known = over.flatMap(({ plannedHours, plannedSpend, actual }) =>
    actual === null ? [] : { plannedHours, plannedSpend, hours: actual.hours, spend: actual.spend },
  );
  return {
    written:
      known.length === 0
        ? null
        : {
            plannedHours: sumOf(known.map(({ plannedHours }) => plannedHours)),
            actualHours: total(known.map(({ hours }) => hours)),
            plannedSpend: sumOf(known.map(({ plannedSpend }) => plannedSpend)),
            actualSpend: total(known.map(({ spend }) => spend)),
          },
    weeksWithout: over.length - known.length,
  };
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Null where one is not known. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? total(known) : null;
}
