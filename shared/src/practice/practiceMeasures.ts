import {
  activeShares,
  detailFor,
  differenceInDifferences,
  eligibleIn,
  halfOf,
  mondayIn,
  type ActiveWeeks,
  type Fact,
  type GroupDifference,
  type MembershipSpan,
  type Pair,
  type PeopleShare,
} from '../adoption';
import { groupBy } from '../adoption/measures/groupBy';
import { addDays, type CalendarDay } from '../calendarDay';

/** Weeks before and after somebody's first session in which their use is looked at. */
const weeksAround = 4;

/**
 * Of the eligible of the window's last week, how many did something in its weeks: check-ins, or
 * exercises on a task of their own. A small group is a band or hidden, as on the dashboard.
 */
export function practiceShare(
  facts: readonly Fact[],
  membership: readonly MembershipSpan[],
  window: readonly CalendarDay[],
  timeZone: string,
): PeopleShare {
  const last = window.at(-1);
  const members = last === undefined ? [] : eligibleIn(last, membership);
  if (members.length === 0) return { state: 'notEnoughData' };
  const weeks = new Set(window);
  const took = new Set(
    facts.filter(({ at }) => weeks.has(mondayIn(at, timeZone))).map(({ subjectId }) => subjectId),
  );
  const n = members.filter(({ subjectId }) => took.has(subjectId)).length;
  switch (detailFor(members.length)) {
    case 'hidden':
      return { state: 'hidden' };
    case 'band':
      return {
        ...{ state: 'band', of: members.length },
        half: halfOf({ active: n, eligible: members.length }),
      };
    case 'exact':
      return { state: 'known', n, of: members.length };
  }
}

/** What use after practice is told from. */
export interface PracticeUse {
  /** Check-ins, or exercises done on one's own task. */
  readonly took: readonly Fact[];
  readonly activity: ActiveWeeks;
  readonly membership: readonly MembershipSpan[];
  /** The Monday of the first session of each job family. */
  readonly firstSessions: ReadonlyMap<string, CalendarDay>;
  /** All measured weeks that are closed, by their Mondays. */
  readonly closed: readonly CalendarDay[];
  readonly timeZone: string;
}

/**
 * How much more the active weeks of those who took part rose, from the four closed weeks before their
 * first time to the four after, than of those of the same job families who never did, around their
 * family's first session. Who was not eligible at both ends, or whose weeks are not all closed, is no part
 * of it. An association, not proof: people choose to come. Not enough data below 10 people on a side.
 */
export function useAfterPractice(practice: PracticeUse): GroupDifference {
  const { took, membership, firstSessions, timeZone } = practice;
  const firstWeek = new Map<string, CalendarDay>();
  for (const { subjectId, at } of took) {
    const monday = mondayIn(at, timeZone);
    const known = firstWeek.get(subjectId);
    if (known === undefined || monday < known) firstWeek.set(subjectId, monday);
  }
  const others = new Map<string, CalendarDay>();
  for (const { subjectId, jobFamily } of membership) {
    const session = firstSessions.get(jobFamily ?? '');
    if (session !== undefined && !firstWeek.has(subjectId)) others.set(subjectId, session);
  }
  const spansOf = groupBy(membership, ({ subjectId }) => subjectId);
  const activeWeeksOf = (people: ReadonlyMap<string, CalendarDay>) =>
    [...people].flatMap(
      ([who, week]) => activeWeeks(who, week, spansOf.get(who) ?? [], practice) ?? [],
    );
  return differenceInDifferences(activeWeeksOf(firstWeek), activeWeeksOf(others));
}

/** Somebody's active weeks of the four before a week and of the four after; null where they are not all known. */
function activeWeeks(
  who: string,
  week: CalendarDay,
  spans: readonly MembershipSpan[],
  { activity, closed }: PracticeUse,
): Pair | null {
  const weeksFrom = (first: number) =>
    Array.from({ length: weeksAround }, (_, index) => addDays(week, 7 * (first + index)));
  const [before, after] = [weeksFrom(-weeksAround), weeksFrom(1)];
  if (![...before, ...after].every((monday) => closed.includes(monday))) return null;
  const shares = activeShares(who, before, after, activity, spans);
  return shares && { first: weeksAround * shares.first, second: weeksAround * shares.second };
}
