import { addDays, calendarDayIn, type CalendarDay } from '@last-mile/shared/calendar';
import type { AuditPeriod } from '@last-mile/shared/operations';

/** Two calendar days of the reader, both included. */
export interface Days {
  readonly from: CalendarDay;
  readonly until: CalendarDay;
}

/** From the beginning of the first day to the end of the last, where the reader is; undefined for no period. */
export function auditPeriodOf({ from, until }: Days): AuditPeriod | undefined {
  if (from === '' || until === '' || from > until) return undefined;
  return { from: beginningOf(from), until: beginningOf(addDays(until, 1)) };
}

/** The seven days that end with the day of `now`. */
export function lastSevenDays(now: Date): Days {
  const today = calendarDayIn(now, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return { from: addDays(today, -6), until: today };
}

const beginningOf = (day: CalendarDay) => new Date(`${day}T00:00`).toISOString();
