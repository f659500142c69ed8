import { mondayIn } from '@last-mile/shared/adoption';
import { createBoundedMap } from '../../../http/boundedMap';

const quarterOfAnHourMs = 900_000;

/** Half a year of quarters: as far back as events are taken. */
const mostQuarters = 20_000;

/** Tells the Monday of an instant's week (ISO 8601) in one time zone. */
export type WeekOf = (at: string) => string;

/**
 * Gives each time zone its weeks. Midnights lie on quarters of an hour everywhere, so that one look
 * at the calendar does for all instants of a quarter.
 */
export function createWeeks(): (timeZone: string) => WeekOf {
  const zones = new Map<string, WeekOf>();
  return (timeZone) => {
    const known = zones.get(timeZone) ?? createWeekOf(timeZone);
    zones.set(timeZone, known);
    return known;
  };
}

function createWeekOf(timeZone: string): WeekOf {
  const known = createBoundedMap<number, string>(mostQuarters);
  return (at) => {
    const instant = Date.parse(at);
    const quarter = Math.floor(instant / quarterOfAnHourMs);
    let week = known.get(quarter);
    if (week === undefined) {
      week = mondayIn(new Date(instant), timeZone);
      known.set(quarter, week);
    }
    return week;
  };
}
