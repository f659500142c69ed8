import { addDays, type CalendarDay } from '../calendarDay';
import { weekdays, type WorkingCalendar } from '../programme/workingCalendar';

/** What decides whether a day is worked on. */
type Days = Pick<WorkingCalendar, 'workingDays' | 'holidays'>;

/** `day` itself where it is worked on, else the next that is. */
export function nextWorkingDay(day: CalendarDay, calendar: Days): CalendarDay {
  let next = day;
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1);
  return next;
}

/** Whether people work on `day`: its weekday is a working day, and it is no holiday. */
export function isWorkingDay(day: CalendarDay, { workingDays, holidays }: Days): boolean {
  return isWorked(placeOf(day).weekday, workingDays) && !holidays.includes(day);
}

/**
 * Working days from one day until another; 0 on the same day. What begins on a day off begins on the
 * next working day.
 */
export function workingDaysBetween(from: CalendarDay, to: CalendarDay, calendar: Days): number {
  const begins = nextWorkingDay(from, calendar);
  return Math.max(0, workingDaysUntil(to, calendar) - workingDaysUntil(begins, calendar));
}

/** Working days since some Monday, up to and with `day`: only differences of these mean something. */
function workingDaysUntil(day: CalendarDay, { workingDays, holidays }: Days): number {
  const { week, weekday } = placeOf(day);
  const ofThisWeek = weekdays.slice(0, weekday + 1);
  const weekly = weekdays.filter((each) => workingDays.includes(each)).length;
  const off = new Set(
    holidays.filter((each) => each <= day && isWorked(placeOf(each).weekday, workingDays)),
  );
  return week * weekly + ofThisWeek.filter((each) => workingDays.includes(each)).length - off.size;
}

function isWorked(place: number, workingDays: Days['workingDays']): boolean {
  return workingDays.some((each) => weekdays.indexOf(each) === place);
}

const dayMs = 86_400_000;
const someMonday = Date.parse('1970-01-05T00:00:00Z');

/** Whole weeks since some Monday, and the day of the week; Monday is 0. */
function placeOf(day: CalendarDay) {
  const days = (Date.parse(`${day}T00:00:00Z`) - someMonday) / dayMs;
  const week = Math.floor(days / 7);
  return { week, weekday: days - 7 * week };
}
