import * as z from 'zod/mini';
import { comparison, measure } from '../adoption';
import { receipt } from '../receipt';
import { clientKey } from '../text';

/** When the people who do a task time it: before anything changed, and three times after. */
export const timingPoints = ['baseline', 'day30', 'day60', 'day90'] as const;
export const timingPoint = z.enum(timingPoints);
export type TimingPoint = z.infer<typeof timingPoint>;

/** What one person needed for one step the last time they did it. */
const timedStep = z.strictObject({
  stepKey: z.string(),
  /** Null: I do not do this step. */
  minutes: z.nullable(z.number().check(z.minimum(0), z.maximum(2_400))),
});

/** The short form, the same at every point: every step of the map, as the person did it last. */
export const timingRequest = z.strictObject({
  clientKey,
  workflowKey: clientKey,
  point: timingPoint,
  steps: z.array(timedStep).check(
    z.refine((steps) => new Set(steps.map(({ stepKey }) => stepKey)).size === steps.length, {
      error: 'A step is timed twice.',
    }),
    z.refine((steps) => steps.some(({ minutes }) => minutes !== null), {
      error: 'Time at least one step.',
    }),
  ),
});
export type TimingRequest = z.infer<typeof timingRequest>;

export const timingReceipt = receipt;
export type TimingReceipt = z.infer<typeof timingReceipt>;

const atEachPoint = z.object({
  baseline: measure,
  day30: measure,
  day60: measure,
  day90: measure,
});

/** The same people at the baseline and later: first is the baseline. */
const sinceBaseline = z.object({ day30: comparison, day60: comparison, day90: comparison });

/** What people who do a task said they need for it; self-reported, never mixed with what is observed. */
export const taskTimings = z.object({
  workflowKey: clientKey,
  steps: z.array(
    z.object({
      stepKey: z.string(),
      /** Median minutes; `n` is people, from five on. */
      points: atEachPoint,
      since: sinceBaseline,
    }),
  ),
  /** The medians of all steps on the form together; known once each is. `n` is the fewest people of a step. */
  points: atEachPoint,
  /** What each person needs for all they do of the task. */
  since: sinceBaseline,
});
export type TaskTimings = z.infer<typeof taskTimings>;

/** For whoever is asked: which point is open, and what they said at it. */
export const timingFormResponse = z.object({
  /** Null while no point is open. */
  point: z.nullable(timingPoint),
  timings: z.array(taskTimings),
  /** The caller's own answers at the open point, by task. */
  own: z.array(z.object({ workflowKey: clientKey, steps: z.array(timedStep) })),
});
export type TimingFormResponse = z.infer<typeof timingFormResponse>;
