import { mondayOf } from '@last-mile/shared/adoption';
import { calendarDayIn } from '@last-mile/shared/calendar';

const quarterOfAnHourMs = 900_000;

/**
 * Tells the Monday of an instant's week (ISO 8601) in `timeZone`. Midnights lie on quarters of an
 * hour everywhere, so that one look at the calendar does for all instants of a quarter.
 */
export function createWeekOf(timeZone: string): (at: string) => string {
  const known = new Map<number, string>();
  return (at) => {
    const instant = Date.parse(at);
    const quarter = Math.floor(instant / quarterOfAnHourMs);
    let week = known.get(quarter);
    if (week === undefined) {
      week = mondayOf(calendarDayIn(new Date(instant), timeZone));
      known.set(quarter, week);
    }
    return week;
  };
}
