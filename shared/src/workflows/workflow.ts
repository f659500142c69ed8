import * as z from 'zod/mini';
import { clientKey, multiLine, singleLine } from '../text';

/** One step of a mapped task. */
export const workflowStep = z.object({
  id: z.string(),
  name: singleLine,
  /** Where AI helps in this step, in a sentence; empty where it does not. */
  aiHelps: z.string(),
});
export type WorkflowStep = z.infer<typeof workflowStep>;

/** A mapped task: what library items and measures point at (minimal form; the audit comes later). */
export const workflow = z.object({
  clientKey,
  /** The task in the words of those who do it. */
  task: singleLine,
  jobFamily: z.string(),
  purpose: z.union([multiLine, z.literal('')]),
  steps: z.array(workflowStep),
});
export type Workflow = z.infer<typeof workflow>;

export const workflowsResponse = z.object({ workflows: z.array(workflow) });
export type WorkflowsResponse = z.infer<typeof workflowsResponse>;
