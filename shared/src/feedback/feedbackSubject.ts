import * as z from 'zod/mini';
import { clientKey } from '../text';

export const flagReasons = ['wrong', 'biased', 'unhelpful', 'unsafe', 'other'] as const;
export const flagReason = z.enum(flagReasons);
export type FlagReason = z.infer<typeof flagReason>;

export const feedbackSurfaces = ['teams', 'outlook'] as const;

/** What a piece of feedback is about. */
export const feedbackSubject = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('libraryItem'),
    itemKey: clientKey,
    /** The version that was read; 0 for a draft. */
    version: z.number().check(z.int(), z.minimum(0)),
  }),
  z.strictObject({ type: z.literal('aiOutput') }),
  z.strictObject({ type: z.literal('tool') }),
  z.strictObject({
    type: z.literal('workflow'),
    workflowKey: clientKey,
    /** The step of the task; the whole task where it is left out. */
    stepKey: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  }),
]);
export type FeedbackSubject = z.infer<typeof feedbackSubject>;

/** Where a link to what an outcome names leads. */
export const outcomeLink = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('libraryItem'),
    itemKey: clientKey,
    /** Null where it is not known. */
    version: z.nullable(z.number()),
  }),
  z.object({ type: z.literal('workflow'), workflowKey: clientKey }),
  z.object({ type: z.literal('practiceSession'), sessionKey: clientKey }),
]);
export type OutcomeLink = z.infer<typeof outcomeLink>;

export const feedbackStates = ['new', 'inProgress', 'waitingOnVendor', 'closed'] as const;
