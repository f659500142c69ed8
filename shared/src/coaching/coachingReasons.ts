import { calendarDayIn, type CalendarDay } from '../calendarDay';
import { badStartsOf, quietFrom, type BadExperience, type Beginning } from '../feedback/badStarts';
import { coachingReasons, type CoachedFor } from './coachedFor';

/** A member of the programme now. */
export interface Member {
  readonly userId: string;
  /** The first day they were in it. */
  readonly memberSince: CalendarDay;
}

/** What coaching looks at. */
export interface CoachingFacts {
  readonly members: readonly Member[];
  /** Of everybody who ever used something; from counted actions. */
  readonly beginnings: readonly Beginning[];
  /** Flags that were sent with a name, and answers "I had to redo it". */
  readonly badExperiences: readonly BadExperience[];
  /** Who does not want to be coached. */
  readonly optedOut: ReadonlySet<string>;
  /** The programme's first day: before it nobody had to start. */
  readonly startsOn: CalendarDay;
}

export interface Coached {
  readonly userId: string;
  readonly reason: CoachedFor;
  readonly lastUsedOn: CalendarDay | null;
}

/**
 * Whom it may help to talk to, each for one reason: who began with a bad experience and went quiet, who
 * went quiet without one, and who never started although they were there for two closed weeks of the
 * programme. Quiet is who used nothing in the last two closed weeks nor since. Who opted out is not
 * among them. A bad experience is not told apart, so that it cannot be seen whether it was a flag.
 */
export function coachedPeople(
  { members, beginnings, badExperiences, optedOut, startsOn }: CoachingFacts,
  now: Date,
  timeZone: string,
): Coached[] {
  const quietDay = quietFrom(now, timeZone);
  const badStarts = new Set(
    badStartsOf(badExperiences, beginnings, now, timeZone).map(({ userId }) => userId),
  );
  const lastUse = new Map(
    beginnings.map((each) => [each.userId, calendarDayIn(each.lastUse, timeZone)]),
  );
  const reasonOf = ({ userId, memberSince }: Member): CoachedFor | null => {
    const lastUsedOn = lastUse.get(userId);
    if (lastUsedOn === undefined) {
      return memberSince <= quietDay && startsOn <= quietDay ? 'neverStarted' : null;
    }
    if (badStarts.has(userId)) return 'badStart';
    return lastUsedOn < quietDay ? 'wentQuiet' : null;
  };
  return members
    .filter(({ userId }) => !optedOut.has(userId))
    .flatMap((member) => {
      const reason = reasonOf(member);
      if (reason === null) return [];
      const { userId } = member;
      return { userId, reason, lastUsedOn: lastUse.get(userId) ?? null };
    })
    .sort(
      (one, other) =>
        coachingReasons.indexOf(one.reason) - coachingReasons.indexOf(other.reason) ||
        (other.lastUsedOn ?? '').localeCompare(one.lastUsedOn ?? '') ||
        one.userId.localeCompare(other.userId),
    );
}
