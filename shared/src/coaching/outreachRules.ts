import { calendarDayIn, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import type { Outreach } from './coaching';

const dayMs = 86_400_000;

/** Nobody is reached out to again before so many days have passed. */
export const quietDaysAfterOutreach = 14;

/** Who uses something again within so many days after an outreach came back after it. */
export const comeBackDays = 28;

type Reached = Pick<Outreach, 'userId' | 'at' | 'outcome'>;

export type OutreachRefusal = 'optedOut' | 'reachedOutRecently';

/** Whether somebody may be reached out to: never who opted out, and nobody every other day. */
export function canReachOut(
  userId: string,
  outreaches: readonly Reached[],
  optedOut: ReadonlySet<string>,
  now: Date,
): Decision<OutreachRefusal> {
  if (optedOut.has(userId)) return refuse('optedOut');
  const soonest = now.getTime() - quietDaysAfterOutreach * dayMs;
  const isRecent = outreaches.some(
    (each) => each.userId === userId && Date.parse(each.at) > soonest,
  );
  return isRecent ? refuse('reachedOutRecently') : allow;
}

/** Who does not want to be coached: by their own word, or by what they told a champion since. */
export function optedOutPeople(
  choices: readonly { readonly userId: string; readonly optedOut: boolean; readonly at: string }[],
  outreaches: readonly Reached[],
): ReadonlySet<string> {
  const said = [
    ...choices,
    ...outreaches
      .filter(({ outcome }) => outcome === 'askedToStop')
      .map(({ userId, at }) => ({ userId, at, optedOut: true })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const last = new Map(said.map(({ userId, optedOut }) => [userId, optedOut]));
  return new Set([...last].filter(([, optedOut]) => optedOut).map(([userId]) => userId));
}

export interface ComeBack {
  readonly userId: string;
  readonly outreachOn: CalendarDay;
  readonly backOn: CalendarDay;
}

/**
 * Who used something again within four weeks after they were reached out to, by the last outreach before
 * it: the latest first, everybody once for each outreach that was followed by use. Why they came back is
 * not told by it.
 */
export function comeBacksOf(
  outreaches: readonly Reached[],
  uses: ReadonlyMap<string, readonly Date[]>,
  timeZone: string,
): ComeBack[] {
  return outreaches
    .flatMap(({ userId, at }) => {
      const from = Date.parse(at);
      const later = outreaches
        .filter((other) => other.userId === userId && Date.parse(other.at) > from)
        .map((other) => Date.parse(other.at));
      const until = Math.min(from + comeBackDays * dayMs, ...later);
      const back = (uses.get(userId) ?? [])
        .map((use) => use.getTime())
        .filter((use) => use > from && use <= until);
      if (back.length === 0) return [];
      const dayOf = (moment: number) => calendarDayIn(new Date(moment), timeZone);
      return { userId, outreachOn: dayOf(from), backOn: dayOf(Math.min(...back)) };
    })
    .sort(
      (one, other) =>
        other.backOn.localeCompare(one.backOn) || one.userId.localeCompare(other.userId),
    );
}
