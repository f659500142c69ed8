import * as z from 'zod/mini';

/** How a piece of feedback ends, or the way it is on (design 2.4). */
export const feedbackOutcomes = [
  'promptAdjusted',
  'workflowChanged',
  'trainingChanged',
  'vendor',
  'declined',
] as const;
export const feedbackOutcome = z.enum(feedbackOutcomes);
export type FeedbackOutcome = z.infer<typeof feedbackOutcome>;
