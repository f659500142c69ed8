import { lastClosedMonday } from '../adoption';
import { addDays, calendarDayIn, type CalendarDay } from '../calendarDay';

/** Something that went wrong for somebody: a flag they sent with their name, or work they had to redo. */
export interface BadExperience {
  readonly userId: string;
  readonly submittedAt: string;
}

/** A flag that somebody sent with their name. */
export interface NamedFlag extends BadExperience {
  readonly clientKey: string;
}

/** How somebody began, and when they were last seen. */
export interface Beginning {
  readonly userId: string;
  /** Their first counted uses in order, up to four of them. */
  readonly firstUses: readonly Date[];
  readonly lastUse: Date;
}

/** Who used nothing from this day on is quiet: the first of the last two closed weeks. */
export function quietFrom(now: Date, timeZone: string): CalendarDay {
  return addDays(lastClosedMonday(now, timeZone), -7);
}

/**
 * The first bad experience of everybody who had one within their first three counted uses and then
 * used nothing in the last two closed weeks nor since: latest first. It is within them when it came
 * after the first use and before the fourth. Flags without a name are no part of it: naming somebody
 * for one would tell who sent it (decision 0020).
 */
export function badStartsOf<Bad extends BadExperience>(
  experiences: readonly Bad[],
  beginnings: readonly Beginning[],
  now: Date,
  timeZone: string,
): Bad[] {
  const quietDay = quietFrom(now, timeZone);
  const isBefore = (at: Date) => calendarDayIn(at, timeZone) < quietDay;
  const inOrder = [...experiences].sort((one, other) => sentAt(one) - sentAt(other));
  return beginnings
    .filter(({ lastUse }) => isBefore(lastUse))
    .flatMap(({ userId, firstUses }) => {
      const [first, , , fourth] = firstUses.map((at) => at.getTime());
      const found = inOrder.find(
        (each) =>
          each.userId === userId &&
          sentAt(each) >= (first ?? Infinity) &&
          sentAt(each) < (fourth ?? Infinity) &&
          isBefore(new Date(each.submittedAt)),
      );
      return found ?? [];
    })
    .sort((one, other) => sentAt(other) - sentAt(one));
}

const sentAt = ({ submittedAt }: BadExperience) => Date.parse(submittedAt);
