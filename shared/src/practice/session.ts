import * as z from 'zod/mini';
import { groupDifference, peopleShare } from '../adoption';
import { clientKey, instant, multiLine, singleLine } from '../text';
import { calendarEventId } from './placing';

/** What people do in a session, on something like a client's. */
export const exercise = z.strictObject({
  /** `try`: use a prompt or template. `judge`: find what is wrong with an output. */
  kind: z.enum(['try', 'judge']),
  /** What to do, in a sentence or two. */
  instruction: multiLine,
  /** A client-like input; never a client's own. */
  input: multiLine,
  /** The library item to try; null where the exercise needs none. */
  itemKey: z.nullable(clientKey),
  /** What there is to find, told afterwards; null where there is nothing to find. */
  solution: z.nullable(multiLine),
});
export type Exercise = z.infer<typeof exercise>;

/** Where a session takes place. */
export const sessionPlace = z.discriminatedUnion('kind', [
  /** In a meeting of the champion's that exists already. */
  z.strictObject({ kind: z.literal('existingMeeting'), eventId: calendarEventId }),
  /** In a meeting that was made for it. */
  z.strictObject({ kind: z.literal('newMeeting'), eventId: calendarEventId }),
  /** In a series that somebody else organises, who was sent an agenda. */
  z.strictObject({ kind: z.literal('someoneElsesMeeting') }),
]);
export type SessionPlace = z.infer<typeof sessionPlace>;

const planned = {
  /** Null: for everyone in the programme. */
  jobFamily: z.nullable(z.string().check(z.maxLength(100))),
  title: singleLine,
  /** The mapped task it is about; null while none is chosen. */
  workflowKey: z.nullable(clientKey),
  /** The situation, in the words of those who do the task; empty while nobody wrote it. */
  scenario: z.union([multiLine, z.literal('')]),
  exercise: z.nullable(exercise),
  startsAt: instant,
  minutes: z.number().check(z.int(), z.minimum(10), z.maximum(60)),
};

/** Minutes a session is planned for where nobody says otherwise (design 2.7). */
export const usualMinutes = 20;

/** A session of practice for a job family, or for everyone. */
export const practiceSession = z.object({
  clientKey,
  /** Null while SharePoint does not have it yet; then it cannot be changed. */
  eTag: z.nullable(z.string()),
  ...planned,
  /** Set by placing it, and by nothing else. */
  place: z.nullable(sessionPlace),
  /** When a champion cancelled it; null for one that takes place. Only champions see one that does not. */
  cancelledAt: z.nullable(instant),
});
export type PracticeSession = z.infer<typeof practiceSession>;

/** A session as it shall be; without an eTag it is new. It may be unfinished. */
export const saveSessionRequest = z.strictObject({
  clientKey,
  eTag: z.nullable(z.string()),
  ...planned,
});
export type SaveSessionRequest = z.infer<typeof saveSessionRequest>;

/** A session that shall not take place, as it stood at the eTag ('' while SharePoint does not have it). */
export const cancelSessionRequest = z.strictObject({ eTag: z.string() });
export type CancelSessionRequest = z.infer<typeof cancelSessionRequest>;

/** What a session lacks, in the order in which one fills it in. */
export const sessionGaps = [
  'noTask',
  'taskNotMapped',
  'noScenario',
  'noExercise',
  'noPlace',
] as const;
export const sessionGap = z.enum(sessionGaps);
export type SessionGap = z.infer<typeof sessionGap>;

/** A session as the caller sees it. */
export const shownSession = z.object({
  session: practiceSession,
  gaps: z.array(sessionGap),
  /** The caller's own. */
  checkedIn: z.boolean(),
  practised: z.boolean(),
});
export type ShownSession = z.infer<typeof shownSession>;

/** "I am here." Committed under its key before it is acknowledged; once a session and person. */
export const checkInRequest = z.strictObject({ clientKey, sessionKey: clientKey });
export type CheckInRequest = z.infer<typeof checkInRequest>;

/** "I did it on a task of my own": what makes an exercise practised. */
export const practisedRequest = z.strictObject({
  clientKey,
  sessionKey: clientKey,
  /** The prompt that worked, to become the person's draft of the library under this key; null: nothing to keep. */
  worked: z.nullable(multiLine),
});
export type PractisedRequest = z.infer<typeof practisedRequest>;

/** It is kept; said before, under whichever key, it is known. */
export const practiceReceipt = z.object({ clientKey, state: z.enum(['accepted', 'known']) });
export type PracticeReceipt = z.infer<typeof practiceReceipt>;

/** The sessions the caller sees, by when they start: their job family's and everyone's; champions all. */
export const practiceSessionsResponse = z.object({
  sessions: z.array(shownSession),
  /** The caller's own job family; null where none is known, and then every session is theirs to see. */
  jobFamily: z.nullable(z.string()),
  asOf: z.nullable(instant),
});
export type PracticeSessionsResponse = z.infer<typeof practiceSessionsResponse>;

/** An exercise that comes with Last Mile, for a session on a task like this. */
export const offeredExercise = z.object({
  id: z.string(),
  /** For whom it was written, in plain words; a programme's own job families have names of their own. */
  audience: z.string(),
  title: singleLine,
  scenario: multiLine,
  exercise,
});
export type OfferedExercise = z.infer<typeof offeredExercise>;

export const exercisesResponse = z.object({ exercises: z.array(offeredExercise) });
export type ExercisesResponse = z.infer<typeof exercisesResponse>;

/** Practice in the last four closed weeks, and what use was like after it. */
export const practiceFigures = z.object({
  /** Of the eligible of the last of these weeks. */
  attended: peopleShare,
  practised: peopleShare,
  /**
   * Active weeks of the four after somebody's first session less those of the four before, beside people
   * of the same job families who came to none: an association, not proof. Who comes may be who would
   * have used it anyway.
   */
  useAfterAttending: groupDifference,
  useAfterPractising: groupDifference,
});
export type PracticeFigures = z.infer<typeof practiceFigures>;

/** A session where it takes place now, and what to send to whoever organises the meeting. */
export const placedSession = z.object({
  session: practiceSession,
  /** Plain text with the link to the session; null where it stands in the meeting already. */
  agenda: z.nullable(z.string()),
});
export type PlacedSession = z.infer<typeof placedSession>;
