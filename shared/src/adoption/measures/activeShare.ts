import type { CalendarDay } from '../../calendarDay';
import type { MembershipSpan } from '../facts';
import type { Pair } from '../statistics/pairedComparison';
import { eligibleIn } from './eligible';

/** In which weeks people were active, by subject id; who never was is not among them. */
export type ActiveWeeks = ReadonlyMap<
  string,
  { readonly weeks: Pick<ReadonlySet<CalendarDay>, 'has'> }
>;

/**
 * In which share of some weeks somebody was active, and in which share of some later ones: what
 * difference-in-differences takes of each person. Null where one of the two has no weeks, and for
 * somebody who was not eligible in the first of them all and in the last: their figures would say that
 * they came or left. `spans` are that person's own; weeks are Mondays in order.
 */
export function activeShares(
  subjectId: string,
  before: readonly CalendarDay[],
  after: readonly CalendarDay[],
  activity: ActiveWeeks,
  spans: readonly MembershipSpan[],
): Pair | null {
  const [first, last] = [before[0], after.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (eligibleIn(first, spans).length === 0 || eligibleIn(last, spans).length === 0) return null;
  const weeks = activity.get(subjectId)?.weeks;
  const share = (mondays: readonly CalendarDay[]) =>
    mondays.filter((monday) => weeks?.has(monday)).length / mondays.length;
  return { first: share(before), second: share(after) };
}
