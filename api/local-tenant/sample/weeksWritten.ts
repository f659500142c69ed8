import { mondaysBetween } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { WeekRecord } from '../../src/features/programme/effort/programmeWeeksList';

/**
 * What owner and deputy gave to the programme, week by week as it went: more than planned while the
 * library was built, less once people helped each other. Null for the week that was forgotten.
 */
const given: readonly (readonly [hours: number, spend: number, note: string | null] | null)[] = [
  [11.5, 1_720, 'Building sessions in all four families'],
  [12, 1_890, 'Building sessions, and the first exercises'],
  [9.25, 1_450, null],
  [8.5, 1_380, null],
  [8, 1_520, 'Checkpoint of day 30'],
  [7.75, 1_290, null],
  null,
  [8.5, 1_610, 'Last week of weekly sessions'],
  [3, 0, null],
  [2.5, 0, 'Checkpoint of day 60'],
  [2.25, 240, 'A licence for two newcomers'],
  [1.5, 0, null],
];

/** The weeks of the sample programme that were over by a moment, as they were written down. */
export function weeksWritten(programme: Programme, now: Date): WeekRecord[] {
  const { clientKey: programmeKey, startsOn, timeZone } = programme;
  const today = calendarDayIn(now, timeZone);
  return mondaysBetween(startsOn, today)
    .filter((week) => addDays(week, 7) <= today)
    .flatMap((week, index) => {
      const [hours, spend, note] = given[index] ?? [];
      return hours === undefined || spend === undefined
        ? []
        : [{ programmeKey, week, hours, spend, note: note ?? null }];
    });
}
