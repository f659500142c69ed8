import {
  isoWeekOfDay,
  lastClosedMonday,
  mondayOf,
  mondaysBetween,
  weekStart,
  type DashboardQuery,
} from '@last-mile/shared/adoption';
import { addDays, calendarDayIn, type CalendarDay } from '@last-mile/shared/calendar';
import { issueAt } from '@last-mile/shared/issue';
import type { Programme } from '@last-mile/shared/programme';
import { InvalidRequest } from '../../../http/refusals';

/** A quarter before the programme is enough to see what it started from. */
const mostWeeksBefore = 13;

/** The weeks an answer is about, by their Mondays, in order. */
export interface AskedWeeks {
  /** First measured week up to the asked one, or up to the running one. */
  readonly mondays: readonly CalendarDay[];
  /** Those of them that are over. */
  readonly over: readonly CalendarDay[];
  /** Those of them that are closed. */
  readonly closed: readonly CalendarDay[];
  /** The last week that is closed now, whichever was asked for. */
  readonly closedUntil: CalendarDay | null;
}

/**
 * The weeks to show at `now`, or as it stood at the end of `until`: a closed week that was measured,
 * else the request needs mending. `firstMeasured` is undefined before the first member is known.
 */
export function askedWeeks(
  programme: Programme,
  now: Date,
  firstMeasured: CalendarDay | undefined,
  { until }: DashboardQuery,
): AskedWeeks {
  const today = calendarDayIn(now, programme.timeZone);
  const first = firstMeasured ?? programme.startsOn;
  const earliest = addDays(programme.startsOn, -7 * mostWeeksBefore);
  const all = mondaysBetween(first < earliest ? earliest : first, today);
  const lastClosed = lastClosedMonday(now, programme.timeZone);
  const isClosed = (monday: CalendarDay) => monday <= lastClosed;
  const closed = all.filter(isClosed);
  const last = until === undefined ? mondayOf(today) : askedLast(until, closed);
  const mondays = all.filter((monday) => monday <= last);
  return {
    mondays,
    over: mondays.filter((monday) => monday < mondayOf(today)),
    closed: mondays.filter(isClosed),
    closedUntil: closed.at(-1) ?? null,
  };
}

function askedLast(until: string, closed: readonly CalendarDay[]): CalendarDay {
  const monday = weekStart(until);
  if (closed.includes(monday)) return monday;
  const [first, last] = [closed[0], closed.at(-1)];
  if (first === undefined || last === undefined) {
    throw new InvalidRequest([issueAt('until', 'noWeekClosed')]);
  }
  const message = `Ask for a closed week from ${isoWeekOfDay(first)} to ${isoWeekOfDay(last)}.`;
  throw new InvalidRequest([{ ...issueAt('until', 'weekNotClosed'), message }]);
}
