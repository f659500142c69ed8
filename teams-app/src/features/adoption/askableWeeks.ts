import { isoWeekOfDay, mondaysBetween, weekStart, weekStateAt } from '@last-mile/shared/adoption';
import { calendarDayIn } from '@last-mile/shared/calendar';

/** The Mondays of the weeks from `first` that are closed at `now`, the latest first. */
export function closedMondays(first: string, now: Date, timeZone: string): string[] {
  const today = calendarDayIn(now, timeZone);
  if (first > today) return [];
  return mondaysBetween(first, today)
    .filter((monday) => weekStateAt(monday, now, timeZone) === 'closed')
    .reverse();
}

/** The week, if the dashboard can be asked how it stood at its end: it exists and is closed. */
export function askableWeek(until: string | null, now: Date, timeZone: string): string | null {
  if (until === null) return null;
  const monday = weekStart(until);
  // A year of 52 weeks has no week 53.
  if (isoWeekOfDay(monday) !== until) return null;
  return weekStateAt(monday, now, timeZone) === 'closed' ? until : null;
}
