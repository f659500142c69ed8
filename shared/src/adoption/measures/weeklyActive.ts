import { addDays, type CalendarDay } from '../../calendarDay';
import { activityOf, type Activity, type PersonWeek } from './activity';
import type { Lifecycle } from '../dashboard';
import { eligibleIn } from './eligible';
import { noJobFamily, type CountedAction, type MembershipSpan } from '../facts';
import { groupBy } from './groupBy';

/** Distinct people of a group in one week. */
export interface GroupCount {
  readonly eligible: number;
  readonly active: number;
}

/** A week counted: everyone, and by department and by job family as they were that week. */
export interface WeekCount extends GroupCount {
  readonly startsOn: CalendarDay;
  readonly aiUse: number;
  readonly templateUse: number;
  /** By where they acted; one person can be in several. */
  readonly surfaces: {
    readonly teams: number;
    readonly outlook: number;
    readonly copilot: number;
  };
  readonly lifecycle: Lifecycle;
  /** Eligible now and not the week before, and the other way round. */
  readonly moved: { readonly joined: number; readonly left: number };
  readonly departments: ReadonlyMap<string, GroupCount>;
  /** People without one are a group of their own, {@link noJobFamily}. */
  readonly jobFamilies: ReadonlyMap<string, GroupCount>;
}

/**
 * Weekly active people (design 5): of the members on a week's last day, how many took at least one
 * counted action in that week. This is the definition; the API's roll-ups must equal it. Nothing is
 * hidden here: it says what is so, not what may be shown.
 */
export function weeklyActive(
  actions: readonly CountedAction[],
  membership: readonly MembershipSpan[],
  mondays: readonly CalendarDay[],
  timeZone: string,
): WeekCount[] {
  const activity = activityOf(actions, timeZone);
  return mondays.map((monday) => {
    const members = eligibleIn(monday, membership);
    const weekOf = ({ subjectId }: MembershipSpan) => activity.get(subjectId)?.weeks.get(monday);
    const groupsBy = (nameOf: (member: MembershipSpan) => string) =>
      new Map(
        [...groupBy(members, nameOf)].map(([name, group]) => [
          name,
          { eligible: group.length, active: group.filter(weekOf).length },
        ]),
      );
    const countWhere = (holds: (week: PersonWeek) => boolean) =>
      members.map(weekOf).filter((week) => week !== undefined && holds(week)).length;
    return {
      startsOn: monday,
      eligible: members.length,
      active: countWhere(() => true),
      aiUse: countWhere(({ kinds }) => kinds.has('aiUse')),
      templateUse: countWhere(({ kinds }) => kinds.has('templateUse')),
      surfaces: {
        teams: countWhere(({ surfaces }) => surfaces.has('teams')),
        outlook: countWhere(({ surfaces }) => surfaces.has('outlook')),
        copilot: countWhere(({ surfaces }) => surfaces.has('copilot')),
      },
      lifecycle: lifecycleOf(members, monday, activity),
      moved: movedBetween(eligibleIn(addDays(monday, -7), membership), members),
      departments: groupsBy(({ department }) => department),
      jobFamilies: groupsBy(({ jobFamily }) => jobFamily ?? noJobFamily),
    };
  });
}

/**
 * New: first counted action ever. Returning: active this week and last. Resurrecting: active now,
 * not last week, active before. Dormant: active last week, not now. What somebody did before is
 * looked at whether or not they were eligible then.
 */
function lifecycleOf(
  members: readonly MembershipSpan[],
  monday: CalendarDay,
  activity: Activity,
): Lifecycle {
  const counts = { new: 0, returning: 0, resurrecting: 0, dormant: 0 };
  for (const { subjectId } of members) {
    const person = activity.get(subjectId);
    if (!person) continue;
    const wasActive = person.weeks.has(addDays(monday, -7));
    if (!person.weeks.has(monday)) counts.dormant += wasActive ? 1 : 0;
    else if (person.firstWeek === monday) counts.new += 1;
    else if (wasActive) counts.returning += 1;
    else counts.resurrecting += 1;
  }
  return counts;
}

function movedBetween(before: readonly MembershipSpan[], now: readonly MembershipSpan[]) {
  const known = new Set(before.map(({ subjectId }) => subjectId));
  const stayed = now.filter(({ subjectId }) => known.has(subjectId)).length;
  return { joined: now.length - stayed, left: before.length - stayed };
}
