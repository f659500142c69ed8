import * as z from 'zod/mini';
import { addDays, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import { calendarDay, multiLine } from '../text';
import type { Programme } from './programme';

/**
 * `active` for six to twelve weeks, `lighter` until day 90, then `toBeEnded` until somebody says how it
 * goes on.
 */
export const programmePhase = z.enum(['planned', 'active', 'lighter', 'toBeEnded', 'ended']);
export type ProgrammePhase = z.infer<typeof programmePhase>;

/** Reason and message are kept in one column. */
const words = multiLine.check(z.maxLength(4_000));

/** How a programme ends, in the open (design 2.9). */
export const programmeEnding = z.discriminatedUnion('how', [
  /** It goes on as it is, with the same owner. */
  z.strictObject({ how: z.literal('sustain') }),
  /** It goes on with somebody else. */
  z.strictObject({ how: z.literal('handOver'), ownerId: z.string().check(z.minLength(1)) }),
  z.strictObject({ how: z.literal('stop'), reason: words }),
]);
export type ProgrammeEnding = z.infer<typeof programmeEnding>;

export const endProgrammeRequest = z.strictObject({
  eTag: z.string(),
  ending: programmeEnding,
  /** The word to everyone who took part. */
  message: words,
});
export type EndProgrammeRequest = z.infer<typeof endProgrammeRequest>;

/** The ending as it is kept. */
export const endedProgramme = z.object({
  ending: programmeEnding,
  message: z.string(),
  endedOn: calendarDay,
});
export type EndedProgramme = z.infer<typeof endedProgramme>;

/** The day after the first at which the last checkpoint looks, and the lighter weeks end. */
const lastDay = 90;

type Course = Pick<Programme, 'startsOn' | 'weeks'> & { readonly ended: EndedProgramme | null };

/** The last day of the active weeks. */
export function activeUntil({
  startsOn,
  weeks,
}: Pick<Programme, 'startsOn' | 'weeks'>): CalendarDay {
  return addDays(startsOn, 7 * weeks - 1);
}

/** Day 90, the last of the lighter weeks. */
export const lastDayOf = ({ startsOn }: Pick<Programme, 'startsOn'>): CalendarDay =>
  addDays(startsOn, lastDay);

/** Where a programme stands on a day. */
export function phaseOn(today: CalendarDay, course: Course): ProgrammePhase {
  if (course.ended) return 'ended';
  if (today < course.startsOn) return 'planned';
  if (today <= activeUntil(course)) return 'active';
  return today <= lastDayOf(course) ? 'lighter' : 'toBeEnded';
}

export type EndingRefusal = 'endedAlready' | 'notStarted' | 'stillActive' | 'handOverToOwner';

/**
 * Whether a programme may end so. It can be stopped whenever it runs; how it goes on is said once its
 * active weeks are over.
 */
export function canEnd(
  course: Course & Pick<Programme, 'ownerId'>,
  ending: ProgrammeEnding,
  today: CalendarDay,
): Decision<EndingRefusal> {
  const phase = phaseOn(today, course);
  if (phase === 'ended') return refuse('endedAlready');
  if (phase === 'planned') return refuse('notStarted');
  if (ending.how === 'stop') return allow;
  if (phase === 'active') return refuse('stillActive');
  const staysSame = ending.how === 'handOver' && ending.ownerId === course.ownerId;
  return staysSame ? refuse('handOverToOwner') : allow;
}
