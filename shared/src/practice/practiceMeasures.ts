import {
  activeShares,
  createIsEligible,
  detailFor,
  differenceInDifferences,
  eligibleIn,
  fewestPairs,
  halfOf,
  mondayIn,
  peopleAtOneTime,
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
  /** All measured weeks that are closed, by their Mondays. */
  readonly closed: readonly CalendarDay[];
  readonly timeZone: string;
}

/**
 * How much more the active weeks of those who took part rose, from the four closed weeks before their
 * first time to the four after, than of those of the same job families who never did. These are looked
 * at around the same weeks: each of them around every week in which people of their family came first,
 * by how many did, so that what rises for everybody is taken off. Who was not eligible at both ends, or
 * whose weeks are not all closed, is no part of it. An association, not proof: people choose to come. Not
 * enough data below 10 people on a side.
 */
export function useAfterPractice(practice: PracticeUse): GroupDifference {
  const { membership } = practice;
  const firstWeek = firstWeeksOf(practice);
  const spansOf = groupBy(membership, ({ subjectId }) => subjectId);
  const familyOf = new Map(membership.map(({ subjectId, jobFamily }) => [subjectId, jobFamily]));
  const around = (who: string, week: CalendarDay) =>
    activeWeeks(who, week, spansOf.get(who) ?? [], practice);

  const came: PairOf[] = [];
  /** How many of a family came first in a week. */
  const cameIn = new Map<string, Map<CalendarDay, number>>();
  for (const [who, week] of firstWeek) {
    const pair = around(who, week);
    if (pair === null) continue;
    came.push({ who, ...pair });
    const family = familyOf.get(who) ?? '';
    const weeks = cameIn.get(family) ?? new Map<CalendarDay, number>();
    cameIn.set(family, weeks.set(week, (weeks.get(week) ?? 0) + 1));
  }
  const stayed = [...familyOf].flatMap(([who, jobFamily]) => {
    if (jobFamily === null || firstWeek.has(who)) return [];
    const weighed = [...(cameIn.get(jobFamily) ?? [])].flatMap(([week, weight]) => {
      const pair = around(who, week);
      return pair === null ? [] : { pair, weight };
    });
    return meanOf(weighed).map((pair) => ({ who, ...pair }));
  });
  // Who was erased in between may be on either side twice, or on both.
  const isEligible = createIsEligible(membership);
  const isFew = (side: readonly PairOf[]) =>
    peopleAtOneTime(
      side.map(({ who }) => who),
      practice.closed,
      isEligible,
    ) < fewestPairs;
  return isFew(came) || isFew(stayed)
    ? { state: 'notEnoughData' }
    : differenceInDifferences(came, stayed);
}

interface PairOf extends Pair {
  readonly who: string;
}

/** The Monday of the week in which somebody took part first. */
function firstWeeksOf({ took, timeZone }: PracticeUse): ReadonlyMap<string, CalendarDay> {
  const firstWeek = new Map<string, CalendarDay>();
  for (const { subjectId, at } of took) {
    const monday = mondayIn(at, timeZone);
    const known = firstWeek.get(subjectId);
    if (known === undefined || monday < known) firstWeek.set(subjectId, monday);
  }
  return firstWeek;
}

function meanOf(weighed: readonly { readonly pair: Pair; readonly weight: number }[]): Pair[] {
  const weights = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (side: keyof Pair) =>
    weighed.reduce((sum, { pair, weight }) => sum + weight * pair[side], 0) / weights;
  return weights === 0 ? [] : [{ first: mean('first'), second: mean('second') }];
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
