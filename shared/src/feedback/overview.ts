import * as z from 'zod/mini';
import { measure } from '../adoption';
import { calendarDay, clientKey, instant } from '../text';
import { flagReason } from './feedbackSubject';

/** What a cause is about: an item in whichever version, a task in whichever step. */
export const causeSubject = z.discriminatedUnion('type', [
  z.object({ type: z.literal('libraryItem'), itemKey: clientKey }),
  z.object({ type: z.literal('workflow'), workflowKey: clientKey }),
  z.object({ type: z.literal('aiOutput') }),
  z.object({ type: z.literal('tool') }),
]);
export type CauseSubject = z.infer<typeof causeSubject>;

/** How feedback is answered, for owner and deputies. */
export const feedbackOverview = z.object({
  /** What is said of a time is about the closed weeks that begin on these Mondays, and between. */
  weeks: z.object({ from: calendarDay, until: calendarDay }),
  /** Median working days from sent to first answered, over all that was answered. */
  firstResponseDays: measure,
  /** Median working days from sent to closed, over all that is closed, after merging. */
  closingDays: measure,
  /** What nobody answered by its day, the longest overdue first. */
  overdue: z.array(
    z.object({
      clientKey,
      text: z.string(),
      reachedClient: z.boolean(),
      dueOn: calendarDay,
      /** Working days since it was due. */
      daysLate: z.number(),
    }),
  ),
  /** Flagged library items, those with the highest rate first. */
  flagRates: z.array(
    z.object({
      itemKey: clientKey,
      /** Null where the item is gone. */
      title: z.nullable(z.string()),
      flags: z.number(),
      /** Flags per 100 counted uses; `n` is how many uses. */
      per100: measure,
    }),
  ),
  /** What was flagged more than once since the first of these weeks, the most often first. */
  causes: z.array(
    z.object({
      reason: flagReason,
      about: causeSubject,
      /** Title of the item or the task; null for other subjects, and where it is gone. */
      title: z.nullable(z.string()),
      /** Distinct flags, after merging. */
      times: z.number(),
      open: z.number(),
    }),
  ),
  /** People who began with a flag, with their name, and then went quiet. */
  badStarts: z.array(
    z.object({
      name: z.string(),
      /** Under which Teams finds them. */
      userPrincipalName: z.string(),
      /** The flag. */
      clientKey,
    }),
  ),
  asOf: z.nullable(instant),
});
export type FeedbackOverview = z.infer<typeof feedbackOverview>;
