import { addDays, type CalendarDay } from '../calendarDay';

/** Saturday and Sunday are no working days; public holidays are not known. */
export function nextWorkingDay(day: CalendarDay): CalendarDay {
  const { weekday } = placeOf(day);
  return weekday < 5 ? day : addDays(day, 7 - weekday);
}

/** Working days from one day until another; 0 on the same day. What begins at a weekend begins on Monday. */
export function workingDaysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.max(0, workingDaysUntil(to) - workingDaysUntil(nextWorkingDay(from)));
}

function workingDaysUntil(day: CalendarDay): number {
  const { week, weekday } = placeOf(day);
  return 5 * week + Math.min(weekday + 1, 5);
}

const dayMs = 86_400_000;
const someMonday = Date.parse('1970-01-05T00:00:00Z');

/** Whole weeks since some Monday, and the day of the week; Monday is 0. */
function placeOf(day: CalendarDay) {
  const days = (Date.parse(`${day}T00:00:00Z`) - someMonday) / dayMs;
  const week = Math.floor(days / 7);
  return { week, weekday: days - 7 * week };
}
