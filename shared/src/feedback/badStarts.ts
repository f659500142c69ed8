import { lastClosedMonday } from '../adoption';
import { addDays, calendarDayIn } from '../calendarDay';

/** A flag that somebody sent with their name. */
export interface NamedFlag {
  readonly clientKey: string;
  readonly userId: string;
  readonly submittedAt: string;
}

/** How somebody began, and when they were last seen. */
export interface Beginning {
  readonly userId: string;
  /** Their first counted uses in order, up to four of them. */
  readonly firstUses: readonly Date[];
  readonly lastUse: Date;
}

/**
 * The first flag of everybody who flagged something within their first three counted uses and then
 * used nothing in the last two closed weeks nor since: latest first. A flag is within them when it came
 * after the first use and before the fourth. Flags without a name are no part of it: naming somebody
 * for one would tell who sent it (decision 0020).
 */
export function badStartsOf(
  flags: readonly NamedFlag[],
  beginnings: readonly Beginning[],
  now: Date,
  timeZone: string,
): NamedFlag[] {
  const quietFrom = addDays(lastClosedMonday(now, timeZone), -7);
  const isBefore = (at: Date) => calendarDayIn(at, timeZone) < quietFrom;
  const inOrder = [...flags].sort((one, other) => sentAt(one) - sentAt(other));
  return beginnings
    .filter(({ lastUse }) => isBefore(lastUse))
    .flatMap(({ userId, firstUses }) => {
      const [first, , , fourth] = firstUses.map((at) => at.getTime());
      const found = inOrder.find(
        (flag) =>
          flag.userId === userId &&
          sentAt(flag) >= (first ?? Infinity) &&
          sentAt(flag) < (fourth ?? Infinity) &&
          isBefore(new Date(flag.submittedAt)),
      );
      return found ?? [];
    })
    .sort((one, other) => sentAt(other) - sentAt(one));
}

const sentAt = ({ submittedAt }: NamedFlag) => Date.parse(submittedAt);
