import * as z from 'zod/mini';
import { coachedFor } from '../coaching/coachedFor';
import { calendarDay, clientKey, instant } from '../text';
import { ownerStanding } from './ownerRules';
import { programmePhase } from './phases';

/**
 * A line of the owner's week: what it is about, and the figures that are its reason. Its kind decides
 * the one action (`workActions`).
 */
export const workCause = z.discriminatedUnion('kind', [
  /** Nobody answered by the day it was due. What reached a client is here from that day on. */
  z.object({
    kind: z.literal('overdueFeedback'),
    clientKey,
    /** The words of whoever wrote it. */
    text: z.string(),
    reachedClient: z.boolean(),
    /** Working days; 0 on the day it is due. */
    daysLate: z.number(),
  }),
  /** Day 90 is over, and nobody said how it goes on. */
  z.object({ kind: z.literal('endingOpen'), since: calendarDay }),
  /** A checkpoint was taken, and so many of its findings have no decision. */
  z.object({
    kind: z.literal('checkpointOpen'),
    day: z.literal([30, 60, 90]),
    findings: z.number(),
  }),
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
  endingOpen: 'endProgramme',
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

/**
 * What somebody says of a line. `done` holds until Monday: what is still so by then is back.
 * `notRelevant` holds for good, for this cause.
 */
export const workMark = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('done') }),
  z.strictObject({ as: z.literal('snoozed'), until: calendarDay }),
  z.strictObject({ as: z.literal('notRelevant') }),
  /** Takes a mark back. */
  z.strictObject({ as: z.literal('open') }),
]);

/** A line that is not shown for now, and what was said of it. */
export const workPutAway = z.object({ ...workLine.shape, mark: workMark });
export type WorkPutAway = z.infer<typeof workPutAway>;

export const workListResponse = z.object({
  /** The most pressing first. */
  lines: z.array(workLine),
  /** What is still so, but was marked; it can be taken back. */
  putAway: z.array(workPutAway),
  phase: programmePhase,
  owner: ownerStanding,
});
export type WorkListResponse = z.infer<typeof workListResponse>;

export const markWorkRequest = z.strictObject({
  clientKey,
  key: z.string().check(z.minLength(1), z.maxLength(255)),
  mark: workMark,
});
export type MarkWorkRequest = z.infer<typeof markWorkRequest>;

/** `gone`: the line is not in the list any more, and nothing was kept. */
export const workMarkReceipt = z.object({
  clientKey,
  state: z.enum(['accepted', 'known', 'gone']),
});
export type WorkMarkReceipt = z.infer<typeof workMarkReceipt>;
