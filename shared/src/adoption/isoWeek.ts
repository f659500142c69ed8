import { addDays, calendarDayIn, type CalendarDay } from '../calendarDay';

/** Closed weeks count; a provisional one may still move; a running one is not measured yet. */
export type WeekState = 'closed' | 'provisional' | 'running';

/** The ISO week of an instant, `2026-W48`, as people in `timeZone` lived it. */
export function isoWeekOf(at: Date, timeZone: string): string {
  return isoWeekOfDay(calendarDayIn(at, timeZone));
}

/** The ISO week a calendar day lies in: it belongs to the year that holds its Thursday. */
export function isoWeekOfDay(day: CalendarDay): string {
  const thursday = addDays(mondayOf(day), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday on which an ISO week (`2026-W48`) starts. */
export function weekStart(week: string): CalendarDay {
  const parts = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!parts) throw new RangeError(`${week} is not an ISO week like 2026-W48`);
  // 4 January always lies in week 1.
  return addDays(mondayOf(`${parts[1] ?? ''}-01-04`), (Number(parts[2]) - 1) * 7);
}

/** The Monday on or before `day`. */
export function mondayOf(day: CalendarDay): CalendarDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** The Monday of the week an instant falls into, as people in `timeZone` lived it. */
export function mondayIn(at: Date, timeZone: string): CalendarDay {
  return mondayOf(calendarDayIn(at, timeZone));
}

/** Mondays from the week of `first` to the week of `last`, both included. */
export function mondaysBetween(first: CalendarDay, last: CalendarDay): CalendarDay[] {
  const mondays: CalendarDay[] = [];
  const end = mondayOf(last);
  for (let monday = mondayOf(first); monday <= end; monday = addDays(monday, 7)) {
    mondays.push(monday);
  }
  return mondays;
}

/**
 * What `now` knows of the week that starts on `monday`. A week that is over stays provisional until
 * the next Thursday begins in `timeZone`: Copilot's report lags up to 72 hours (design 5).
 */
export function weekStateAt(monday: CalendarDay, now: Date, timeZone: string): WeekState {
  const today = calendarDayIn(now, timeZone);
  if (today < addDays(monday, 7)) return 'running';
  return today < addDays(monday, 10) ? 'provisional' : 'closed';
}

/** The Monday of the last closed week. */
export function lastClosedMonday(now: Date, timeZone: string): CalendarDay {
  return mondayOf(addDays(calendarDayIn(now, timeZone), -10));
}

function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
