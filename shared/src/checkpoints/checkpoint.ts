import * as z from 'zod/mini';
import { isoWeek } from '../adoption';
import { calendarDay, clientKey, instant, multiLine } from '../text';
import { diagnosis } from './diagnosis';
import { checkpointFigures } from './figures';

/** The day after the programme began at whose last closed week it is looked at. */
export const checkpointDays = [30, 60, 90] as const;
export const checkpointDay = z.literal(checkpointDays);
export type CheckpointDay = z.infer<typeof checkpointDay>;

/** What came of a decision, as it is looked at again at the next checkpoint. */
export const decisionResult = z.enum(['worked', 'partly', 'didNotWork', 'notDone']);
export type DecisionResult = z.infer<typeof decisionResult>;

/** What was decided at a checkpoint: what changes, who sees to it, and by when. */
export const checkpointDecision = z.object({
  clientKey,
  /** Null while SharePoint does not have it yet. */
  eTag: z.nullable(z.string()),
  day: checkpointDay,
  /** The rule whose finding it answers; null where it answers none. */
  rule: z.nullable(diagnosis.shape.rule),
  change: multiLine,
  /** Object id of who sees to it, and the name as the directory has it now. */
  ownerId: z.string(),
  ownerName: z.nullable(z.string()),
  dueOn: calendarDay,
  lookBack: z.nullable(
    z.object({ day: checkpointDay, result: decisionResult, note: z.nullable(multiLine) }),
  ),
});
export type CheckpointDecision = z.infer<typeof checkpointDecision>;

/** A checkpoint as it was taken. It never changes again; decisions stand beside it. */
export const checkpoint = z.object({
  day: checkpointDay,
  /** The last week that was over on that day; its figures are the dashboard's for it. */
  week: isoWeek,
  takenAt: instant,
  /** Whom it is about: the eligible of that week. Null where nobody was. */
  people: z.nullable(z.number()),
  figures: checkpointFigures,
  diagnosis: z.object({
    found: z.array(diagnosis),
    /** Rules that cannot be judged, and the figures that are missing. */
    notJudged: z.array(z.object({ rule: diagnosis.shape.rule, missing: diagnosis.shape.evidence })),
  }),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/**
 * Why a checkpoint is not shown though its day is over: somebody changed it where it is kept
 * (`sealBroken`), or its week lies before the first that was measured, so that it is never taken.
 */
export const missingCheckpoint = z.object({
  day: checkpointDay,
  because: z.enum(['sealBroken', 'notMeasured']),
});
export type MissingCheckpoint = z.infer<typeof missingCheckpoint>;

export const checkpointsResponse = z.object({
  /** Earliest first. */
  taken: z.array(checkpoint),
  /** Earliest first; nothing of them is shown. */
  missing: z.array(missingCheckpoint),
  decisions: z.array(checkpointDecision),
  /** The next one, and from which day on it is taken; null after the last, and where the programme has ended. */
  next: z.nullable(z.object({ day: checkpointDay, takenFrom: calendarDay })),
  asOf: z.nullable(instant),
});
export type CheckpointsResponse = z.infer<typeof checkpointsResponse>;

export const decideRequest = z.strictObject({
  clientKey,
  day: checkpointDay,
  rule: checkpointDecision.shape.rule,
  change: multiLine,
  ownerId: z.string().check(z.minLength(1, 'Say who sees to it.')),
  dueOn: calendarDay,
});
export type DecideRequest = z.infer<typeof decideRequest>;

/** Says at a later checkpoint what came of a decision. */
export const lookBackRequest = z.strictObject({
  eTag: z.string(),
  day: checkpointDay,
  result: decisionResult,
  note: z.nullable(multiLine),
});
export type LookBackRequest = z.infer<typeof lookBackRequest>;
