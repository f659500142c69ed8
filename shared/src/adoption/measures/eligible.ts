import { addDays, type CalendarDay } from '../../calendarDay';
import type { Fact, MembershipSpan } from '../facts';
import { mondayIn } from '../isoWeek';
import type { IsEligible } from '../publication/atOneTime';
import { groupBy } from './groupBy';

/** The eligible of the week that starts on `monday`: who is a member on its last day (design 5). */
export function eligibleIn(
  monday: CalendarDay,
  membership: readonly MembershipSpan[],
): MembershipSpan[] {
  const lastDay = addDays(monday, 6);
  return membership.filter(
    ({ validFrom, validTo }) => validFrom <= lastDay && (validTo === null || validTo > lastDay),
  );
}

/** Tells of subjects and weeks whether one was eligible in the other; a week is looked through once. */
export function createIsEligible(membership: readonly MembershipSpan[]): IsEligible {
  const eligible = new Map<CalendarDay, ReadonlySet<string>>();
  return (subjectId, monday) => {
    const known =
      eligible.get(monday) ??
      new Set(eligibleIn(monday, membership).map((member) => member.subjectId));
    eligible.set(monday, known);
    return known.has(subjectId);
  };
}

/**
 * The facts of these weeks, by the week's Monday, whose person was eligible in the fact's own week, so
 * that nobody's joining or leaving moves what an earlier week said. A week without any has no entry.
 */
export function factsOfEligible<F extends Fact>(
  facts: readonly F[],
  membership: readonly MembershipSpan[],
  mondays: readonly CalendarDay[],
  timeZone: string,
): Map<CalendarDay, F[]> {
  const isEligible = createIsEligible(membership);
  const byWeek = groupBy(facts, ({ at }) => mondayIn(at, timeZone));
  return new Map(
    [...byWeek].flatMap(([monday, own]) => {
      if (!mondays.includes(monday)) return [];
      const ofEligible = own.filter(({ subjectId }) => isEligible(subjectId, monday));
      return ofEligible.length > 0 ? [[monday, ofEligible] as const] : [];
    }),
  );
}
