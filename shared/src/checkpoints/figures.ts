import * as z from 'zod/mini';
import {
  comparison,
  dashboardResponse,
  groupDifference,
  habit,
  improvements,
  peopleShare,
  trust,
} from '../adoption';
import { effortTotals } from '../programme/effort';
import { ownerStanding } from '../programme/ownerRules';
import { clientKey } from '../text';
import { savedTimeAnswers } from './savedTime';

/**
 * What the five questions of a checkpoint are answered from. Every figure has the dashboard's shape
 * and is its value at the end of the checkpoint's week; what is not known says so.
 */
export const checkpointFigures = z.object({
  /** Is it used? */
  use: z.object({
    /** Target for the weekly active rate, a share. */
    target: z.number(),
    /** The week before the programme began. */
    before: peopleShare,
    /** The checkpoint's week. */
    active: peopleShare,
    /** Whether use decays since the start; null before the first closed week. */
    decaying: z.nullable(z.boolean()),
    /** The best closed week since the start; null where none is known. */
    peak: z.nullable(z.object({ week: z.string(), n: z.number(), of: z.number() })),
    habit,
    /** Of the eligible of that week: who was at a session in the last four closed weeks. */
    attended: peopleShare,
    /** Of the same: who did an exercise on a task of their own in these weeks. */
    practised: peopleShare,
    /** Against people who have not started, or are held out; null where there is no such group. */
    againstOthers: z.nullable(groupDifference),
  }),
  /** Does it save time, and where did that go? */
  time: z.object({
    /** Observed drafting minutes before the start and in the last four closed weeks; same people. */
    sinceStart: comparison,
    /** Observed drafting minutes without a template and with one; same people. */
    withTemplate: comparison,
    /** What people need for a task by their own word, against their baseline. */
    tasks: z.array(z.object({ workflowKey: clientKey, task: z.string(), since: comparison })),
    savedTime: savedTimeAnswers,
  }),
  /** Can output be relied on? */
  trust,
  /** Is feedback answered? As of when the checkpoint was taken. */
  feedback: z.object({ health: dashboardResponse.shape.feedback, improvements }),
  /** Does somebody answer for it? */
  ownership: z.object({
    owner: ownerStanding,
    /** Hours and spend of the weeks up to the checkpoint's. */
    effort: effortTotals,
  }),
});
export type CheckpointFigures = z.infer<typeof checkpointFigures>;
