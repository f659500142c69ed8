import type { CalendarDay } from '../../calendarDay';

/** Whether a subject was eligible in the week that starts on a Monday. */
export type IsEligible = (subjectId: string, monday: CalendarDay) => boolean;

/**
 * How many people these subjects are at least: the most of them who were eligible in one and the same of
 * these weeks (decision 0056). Whoever is erased is another subject from then on, so that distinct
 * subjects may be one person, and nothing tells which; but nobody is two subjects in one week.
 */
export function peopleAtOneTime(
  subjectIds: Iterable<string>,
  mondays: readonly CalendarDay[],
  isEligible: IsEligible,
): number {
  const subjects = [...new Set(subjectIds)];
  const sizes = mondays.map(
    (monday) => subjects.filter((subjectId) => isEligible(subjectId, monday)).length,
  );
  return Math.max(0, ...sizes);
}
