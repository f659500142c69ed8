import { createHash } from 'node:crypto';
import { eventRetentionDays, mondayOf, type ReportedKind } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn, type CalendarDay } from '@last-mile/shared/calendar';
import type { Person } from '../facts/subjects';
import type { CountedSubject } from '../facts/subjectLinks';
import type { UsageFact } from '../facts/usageFact';

/** A day on which Copilot's usage report or an uploaded file saw a person. */
export interface ReportedDay {
  /** A member; of somebody who was one on that day only the digest is known. */
  readonly person: Person | Buffer;
  readonly day: CalendarDay;
  readonly kind: ReportedKind;
}

/** What became of reported days. */
export interface DaysReceipt {
  readonly accepted: number;
  /** Days that had been counted before. */
  readonly known: number;
  /** Distinct people who are nobody's members, so that nothing of theirs is counted. */
  readonly unknownPeople: number;
  /**
   * Days in the future, of before an erasure, or so old that it is not known any more whether they were
   * counted.
   */
  readonly outOfRange: number;
}

/** The days that can be counted: not in the future, and not older than facts are kept. */
export function countableDays(
  timeZone: string,
  now: Date,
): { readonly oldest: CalendarDay; readonly newest: CalendarDay } {
  const newest = calendarDayIn(now, timeZone);
  return { oldest: addDays(newest, -eventRetentionDays), newest };
}

/**
 * The facts that reported days stand for; `subjects` are the people's in the same order, null for
 * who is not known.
 */
export function toFacts(
  days: readonly ReportedDay[],
  subjects: readonly (CountedSubject | null)[],
  timeZone: string,
  now: Date,
): { facts: UsageFact[]; unknownPeople: number; outOfRange: number } {
  const { oldest, newest } = countableDays(timeZone, now);
  const facts = new Map<string, UsageFact>();
  const unknown = new Set<string>();
  let outOfRange = 0;
  days.forEach(({ person, day, kind }, index) => {
    const { subjectId = null, countsFrom = null } = subjects[index] ?? {};
    if (subjectId === null)
      unknown.add(Buffer.isBuffer(person) ? person.toString('hex') : person.userId.toLowerCase());
    else if (day > newest || day < oldest || (countsFrom !== null && day < countsFrom))
      outOfRange += 1;
    else {
      const clientKey = keyOf(subjectId, kind, day);
      facts.set(clientKey, {
        ...{ clientKey, subjectId, kind, at: withinDay(day, timeZone), week: mondayOf(day) },
        ...{ itemKey: null, version: null },
        surface: kind === 'copilotActive' ? 'copilot' : 'other',
      });
    }
  });
  return { facts: [...facts.values()], unknownPeople: unknown.size, outOfRange };
}

/** One key for one subject, source and day: a UUID of the kind that is made from a digest (v8). */
function keyOf(subjectId: string, kind: ReportedKind, day: CalendarDay): string {
  const digest = createHash('sha256').update(`${subjectId}/${kind}/${day}`).digest('hex');
  const part = (from: number, length: number) => digest.slice(from, from + length);
  return `${part(0, 8)}-${part(8, 4)}-8${part(13, 3)}-a${part(17, 3)}-${part(20, 12)}`;
}

/** An instant of that day, as people in `timeZone` lived it: noon or midnight in Greenwich is one. */
function withinDay(day: CalendarDay, timeZone: string): string {
  const noon = `${day}T12:00:00.000Z`;
  return calendarDayIn(new Date(noon), timeZone) === day ? noon : `${day}T00:00:00.000Z`;
}
