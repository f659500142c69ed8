import { weekStateAt } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';

/** When each figure can first be known, as calendar days of the programme's time zone. */
export interface MeasuringDates {
  readonly startsOn: string;
  /** The first active rate, still provisional: the Monday after the first week. */
  readonly firstRateOn: string;
  /** The Thursday from which the first week is closed. */
  readonly firstClosedOn: string;
  /** Two weeks are closed: who came back and who went dormant. */
  readonly flowOn: string;
  /** Four weeks are closed: habit in its short form, and drafting time since the start. */
  readonly fourWeeksOn: string;
  /** Twelve weeks are closed: habit in its long form. */
  readonly twelveWeeksOn: string;
}

/** Days after which a week that starts on day 0 is closed: the Thursday of the next week. */
const closedAfterDays = 10;

export function measuringDates({ startsOn }: Pick<Programme, 'startsOn'>): MeasuringDates {
  const closedAfter = (weeks: number) => addDays(startsOn, 7 * (weeks - 1) + closedAfterDays);
  return {
    startsOn,
    firstRateOn: addDays(startsOn, 7),
    firstClosedOn: closedAfter(1),
    flowOn: closedAfter(2),
    fourWeeksOn: closedAfter(4),
    twelveWeeksOn: closedAfter(12),
  };
}

/** Where a programme without a figure stands: not begun, in its first week, or later with nothing counted. */
export function standBeforeFigures(
  { startsOn, timeZone }: Pick<Programme, 'startsOn' | 'timeZone'>,
  now: Date,
): 'notStarted' | 'firstWeek' | 'nothingCounted' {
  if (calendarDayIn(now, timeZone) < startsOn) return 'notStarted';
  return weekStateAt(startsOn, now, timeZone) === 'running' ? 'firstWeek' : 'nothingCounted';
}
