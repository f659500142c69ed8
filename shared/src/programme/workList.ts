import * as z from 'zod/mini';
import { coachedFor } from '../coaching/coachedFor';
import { calendarDay, clientKey, instant } from '../text';

/**
 * A line of the owner's week: what it is about, and the figures that are its reason. Its kind decides
 * the one action (`workActions`).
 */
export const workCause = z.discriminatedUnion('kind', [
  /** Nobody answered by the day it was due. */
  z.object({
    kind: z.literal('overdueFeedback'),
    clientKey,
    reachedClient: z.boolean(),
    /** Working days. */
    daysLate: z.number(),
  }),
  /** A checkpoint was taken, and so many of its findings have no decision. */
  z.object({ kind: z.literal('checkpointOpen'), day: z.number(), findings: z.number() }),
  /** A decision's day is over, and a later checkpoint was taken. */
  z.object({ kind: z.literal('decisionToLookAt'), clientKey, dueOn: calendarDay }),
  /** The next session lacks something. */
  z.object({
    kind: z.literal('sessionNotPrepared'),
    clientKey,
    title: z.string(),
    on: calendarDay,
    gaps: z.number(),
  }),
  /** A job family has no session in the week that is planned. */
  z.object({
    kind: z.literal('noSession'),
    jobFamily: z.string(),
    week: calendarDay,
  }),
  /** Use lies under its peak for two closed weeks. */
  z.object({ kind: z.literal('useDecays'), week: z.string(), peakWeek: z.string() }),
  /** People of one list. */
  z.object({
    kind: z.literal('peopleToCoach'),
    reason: coachedFor,
    people: z.number(),
    week: calendarDay,
  }),
  /** A text waits for somebody to review it. */
  z.object({
    kind: z.literal('reviewWaiting'),
    itemKey: clientKey,
    title: z.string(),
    since: instant,
  }),
  /** A published item is past its day of review. */
  z.object({
    kind: z.literal('staleItem'),
    itemKey: clientKey,
    title: z.string(),
    reviewOn: calendarDay,
  }),
  /** Hours and spend of a week that is over. */
  z.object({ kind: z.literal('effortNotWritten'), week: calendarDay }),
]);
export type WorkCause = z.infer<typeof workCause>;
export type WorkKind = WorkCause['kind'];

/** The one action of each kind, as screens name it. */
export const workActions = {
  overdueFeedback: 'answerFeedback',
  checkpointOpen: 'decide',
  decisionToLookAt: 'lookBack',
  sessionNotPrepared: 'prepareSession',
  noSession: 'planSession',
  useDecays: 'seeDashboard',
  peopleToCoach: 'seeCoaching',
  reviewWaiting: 'review',
  staleItem: 'checkItem',
  effortNotWritten: 'writeEffort',
} as const satisfies Record<WorkKind, string>;
export type WorkAction = (typeof workActions)[WorkKind];

/** A line with the key under which it is marked. */
export const workLine = z.object({
  /** Stays the same as long as it is the same cause. */
  key: z.string(),
  cause: workCause,
});
export type WorkLine = z.infer<typeof workLine>;

export const workListResponse = z.object({
  lines: z.array(workLine),
  /** How many lines are snoozed now. */
  snoozed: z.number(),
  asOf: z.nullable(instant),
});
export type WorkListResponse = z.infer<typeof workListResponse>;

/**
 * What somebody says of a line. `done` holds until Monday: what is still so by then is back.
 * `notRelevant` holds for good, for this cause.
 */
export const markWorkRequest = z.strictObject({
  clientKey,
  key: z.string().check(z.minLength(1), z.maxLength(255)),
  mark: z.discriminatedUnion('as', [
    z.strictObject({ as: z.literal('done') }),
    z.strictObject({ as: z.literal('snoozed'), until: calendarDay }),
    z.strictObject({ as: z.literal('notRelevant') }),
    /** Takes a mark back. */
    z.strictObject({ as: z.literal('open') }),
  ]),
});
export type MarkWorkRequest = z.infer<typeof markWorkRequest>;
