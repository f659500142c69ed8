import { smallestGroupShown } from '../adoption';
import { calendarDayIn, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import type { Outreach } from './coaching';

const dayMs = 86_400_000;

/** Nobody is reached out to again before so many days have passed. */
export const quietDaysAfterOutreach = 14;

/** Who uses something again within so many days after an outreach came back after it. */
export const comeBackDays = 28;

type Reached = Pick<Outreach, 'userId' | 'at'>;

export type OutreachRefusal = 'reachedOutRecently';

/** Who was reached out to after it is left alone. */
export const quietSince = (now: Date): Date =>
  new Date(now.getTime() - quietDaysAfterOutreach * dayMs);

/** Whether it is time to reach out to somebody: nobody hears of us every other day. */
export function canReachOut(
  userId: string,
  outreaches: readonly Reached[],
  now: Date,
): Decision<OutreachRefusal> {
  const soonest = quietSince(now).getTime();
  const isRecent = outreaches.some(
    (each) => each.userId === userId && Date.parse(each.at) > soonest,
  );
  return isRecent ? refuse('reachedOutRecently') : allow;
}

/** Who does not want to be coached: by their own word, or by what they told a champion since. */
export function optedOutPeople(
  choices: readonly { readonly userId: string; readonly optedOut: boolean; readonly at: string }[],
  outreaches: readonly Pick<Outreach, 'userId' | 'outcome' | 'outcomeAt'>[],
): ReadonlySet<string> {
  const said = [
    ...choices,
    ...outreaches.flatMap(({ userId, outcome, outcomeAt }) =>
      outcome === 'askedToStop' && outcomeAt !== null
        ? { userId, at: outcomeAt, optedOut: true }
        : [],
    ),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const last = new Map(said.map(({ userId, optedOut }) => [userId, optedOut]));
  return new Set([...last].filter(([, optedOut]) => optedOut).map(([userId]) => userId));
}

/**
 * How many opted out, as it may be told: not where they are few, and not where they are nearly all whom
 * the list does not name, because then it would be seen who they are.
 */
export function toldOptOuts(members: number, listed: number, optedOut: number): number | null {
  const others = members - listed - optedOut;
  return Math.min(optedOut, others) < smallestGroupShown ? null : optedOut;
}

/**
 * On which day who was reached out to used something again, by the key of the outreach: the last one
 * before it, if within four weeks. Why they came back is not told by it.
 */
export function comeBacksOf(
  outreaches: readonly (Reached & Pick<Outreach, 'clientKey'>)[],
  uses: ReadonlyMap<string, readonly Date[]>,
  timeZone: string,
): ReadonlyMap<string, CalendarDay> {
  return new Map(
    outreaches.flatMap(({ clientKey, userId, at }): [string, CalendarDay][] => {
      const from = Date.parse(at);
      const later = outreaches
        .filter((other) => other.userId === userId && Date.parse(other.at) > from)
        .map((other) => Date.parse(other.at));
      const until = Math.min(from + comeBackDays * dayMs, ...later);
      const back = (uses.get(userId) ?? [])
        .map((use) => use.getTime())
        .filter((use) => use > from && use <= until);
      if (back.length === 0) return [];
      return [[clientKey, calendarDayIn(new Date(Math.min(...back)), timeZone)]];
    }),
  );
}
