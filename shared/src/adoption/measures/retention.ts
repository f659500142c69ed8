import type { CalendarDay } from '../../calendarDay';
import { activityOf } from './activity';
import { eligibleIn } from './eligible';
import type { CountedAction, MembershipSpan } from '../facts';
import type { GroupCount } from './weeklyActive';

/** People whose first counted action ever fell into one week, and who were eligible in it. */
export interface Cohort {
  readonly startsOn: CalendarDay;
  /**
   * That week and every later one: of the cohort's people eligible then, how many are active. What is
   * retained is `active` of those who began, the first week's people.
   */
  readonly weeks: readonly GroupCount[];
}

/**
 * Retention by start week over `mondays`, in order: cohorts that began in one of them. Whoever comes
 * back after a pause is retained again in that week; who left is not, and stays one of those who began.
 */
export function retentionOf(
  actions: readonly CountedAction[],
  membership: readonly MembershipSpan[],
  mondays: readonly CalendarDay[],
  timeZone: string,
): Cohort[] {
  const activity = activityOf(actions, timeZone);
  const eligible = mondays.map((monday) =>
    eligibleIn(monday, membership).map(({ subjectId }) => subjectId),
  );
  const cohorts = mondays.map((startsOn, start) => {
    const begun = new Set(
      (eligible[start] ?? []).filter((person) => activity.get(person)?.firstWeek === startsOn),
    );
    return {
      startsOn,
      weeks: mondays.slice(start).map((monday, later): GroupCount => {
        const people = (eligible[start + later] ?? []).filter((person) => begun.has(person));
        return {
          eligible: people.length,
          active: people.filter((person) => activity.get(person)?.weeks.has(monday)).length,
        };
      }),
    };
  });
  return cohorts.filter(({ weeks }) => (weeks[0]?.eligible ?? 0) > 0);
}
