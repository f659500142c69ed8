import type { CalendarDay } from '../calendarDay';
import { activityOf } from './activity';
import { eligibleIn } from './eligible';
import type { CountedAction, MembershipSpan } from './facts';
import type { GroupCount } from './weeklyActive';

/** People whose first counted action ever fell into one week. */
export interface Cohort {
  readonly startsOn: CalendarDay;
  /** That week and every later one: of the cohort's people eligible then, how many are active. */
  readonly weeks: readonly GroupCount[];
}

/**
 * Retention by start week over `mondays`, in order: cohorts that began in one of them and had
 * somebody eligible in one. Whoever comes back after a pause is retained again in that week.
 */
export function retentionOf(
  actions: readonly CountedAction[],
  membership: readonly MembershipSpan[],
  mondays: readonly CalendarDay[],
  timeZone: string,
): Cohort[] {
  const activity = activityOf(actions, timeZone);
  const eligible = mondays.map((monday) => eligibleIn(monday, membership));
  const cohorts = mondays.map((startsOn, start) => ({
    startsOn,
    weeks: mondays.slice(start).map((monday, later): GroupCount => {
      const people = (eligible[start + later] ?? []).flatMap(
        ({ subjectId }) => activity.get(subjectId) ?? [],
      );
      const cohort = people.filter(({ firstWeek }) => firstWeek === startsOn);
      return {
        eligible: cohort.length,
        active: cohort.filter(({ weeks }) => weeks.has(monday)).length,
      };
    }),
  }));
  return cohorts.filter(({ weeks }) => weeks.some((week) => week.eligible > 0));
}
