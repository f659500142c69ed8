import { mondayIn } from '../adoption';
import type { CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import { sessionGaps, type PracticeSession, type SessionGap } from './session';

const minuteMs = 60_000;

/** Minutes before a session from which on people check in, and hours after it until which they do. */
const checkInBefore = 15;
const checkInAfterHours = 24;
/** Days after a session until which its exercise can be done on a task of one's own. */
const practiseDays = 28;

const isOpen: Readonly<
  Record<SessionGap, (session: PracticeSession, mapped: ReadonlySet<string>) => boolean>
> = {
  noTask: ({ workflowKey }) => workflowKey === null,
  taskNotMapped: ({ workflowKey }, mapped) => workflowKey !== null && !mapped.has(workflowKey),
  noScenario: ({ scenario }) => scenario.trim() === '',
  noExercise: ({ exercise }) => exercise === null,
  noPlace: ({ place }) => place === null,
};

/** What a session still lacks; nothing once it is prepared. `mapped` has the keys of the mapped tasks. */
export function gapsOfSession(session: PracticeSession, mapped: ReadonlySet<string>): SessionGap[] {
  return sessionGaps.filter((gap) => isOpen[gap](session, mapped));
}

type Times = Pick<PracticeSession, 'startsAt' | 'minutes'>;

export type CheckInRefusal = 'checkInNotOpen' | 'checkInClosed';

/** Whether somebody may say that they are, or were, at a session: from a little before it until a day after. */
export function canCheckIn({ startsAt, minutes }: Times, now: Date): Decision<CheckInRefusal> {
  const start = Date.parse(startsAt);
  if (now.getTime() < start - checkInBefore * minuteMs) return refuse('checkInNotOpen');
  const closes = start + (minutes + checkInAfterHours * 60) * minuteMs;
  return now.getTime() > closes ? refuse('checkInClosed') : allow;
}

export type CancelRefusal = 'sessionCancelled' | 'sessionBegun' | 'sessionAttended';

/** Whether a session may be cancelled: before it begins, and while nobody has said that they are there. */
export function canCancelSession(
  { startsAt, cancelledAt }: Pick<PracticeSession, 'startsAt' | 'cancelledAt'>,
  attended: boolean,
  now: Date,
): Decision<CancelRefusal> {
  if (cancelledAt !== null) return refuse('sessionCancelled');
  if (now.getTime() >= Date.parse(startsAt)) return refuse('sessionBegun');
  return attended ? refuse('sessionAttended') : allow;
}

export type PractisedRefusal = 'notCheckedIn' | 'practiceClosed';

/** Whether somebody may say that they did its exercise on a task of their own: who was there, within four weeks. */
export function canSayPractised(
  { startsAt }: Pick<PracticeSession, 'startsAt'>,
  checkedIn: boolean,
  now: Date,
): Decision<PractisedRefusal> {
  if (!checkedIn) return refuse('notCheckedIn');
  const closes = Date.parse(startsAt) + practiseDays * 24 * 60 * minuteMs;
  return now.getTime() > closes ? refuse('practiceClosed') : allow;
}

/** Whether a session is for a job family: its own, or everyone's. */
const isFor = (jobFamily: string) => (session: Pick<PracticeSession, 'jobFamily'>) =>
  session.jobFamily === null || session.jobFamily === jobFamily;

/** Whether somebody sees a session: of their job family, or everyone's. Without a known family, all. */
export const canSeeSession = (
  session: Pick<PracticeSession, 'jobFamily'>,
  ownFamily: string | null,
): boolean => ownFamily === null || isFor(ownFamily)(session);

/** The next session of a job family that is not over; null where none is planned. */
export function nextSession(
  sessions: readonly PracticeSession[],
  jobFamily: string,
  now: Date,
): PracticeSession | null {
  const ahead = sessions
    .filter(isFor(jobFamily))
    .filter(({ startsAt, minutes }) => Date.parse(startsAt) + minutes * minuteMs > now.getTime())
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
  return ahead[0] ?? null;
}

/** The job families without a session in a week, in the order given: practice is weekly (design 2.7). */
export function familiesWithoutSession(
  jobFamilies: readonly string[],
  sessions: readonly Pick<PracticeSession, 'jobFamily' | 'startsAt'>[],
  week: CalendarDay,
  timeZone: string,
): string[] {
  const planned = sessions.filter(
    ({ startsAt }) => mondayIn(new Date(startsAt), timeZone) === week,
  );
  return jobFamilies.filter((family) => !planned.some(isFor(family)));
}
