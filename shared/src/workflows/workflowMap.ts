import * as z from 'zod/mini';
import { calendarDay, clientKey, instant, multiLine, multiLineLimit, singleLine } from '../text';
import { workflow, workflowStep } from './workflow';

/** What makes a step harder than the work itself. */
export const frictionKinds = [
  /** Done again, because it was not right or not complete the first time. */
  'rework',
  /** Time goes into finding what is needed. */
  'searching',
  /** The same is typed or copied a second time. */
  'retyping',
  /** Nobody knows what is asked for, or who decides. */
  'unclear',
  /** It stands still until somebody says yes. */
  'approval',
  /** Back and forth between tools. */
  'switching',
  'other',
] as const;
export const frictionKind = z.enum(frictionKinds);
export type FrictionKind = z.infer<typeof frictionKind>;

/** What a step reads: what an assistant would have to be given, or be pointed to. */
export const sourceKinds = [
  /** What the person who does it knows or noted down. */
  'ownNotes',
  /** Emails and chats. */
  'correspondence',
  /** A recording or a transcript. */
  'meeting',
  /** What is filed for the client or the matter. */
  'clientFile',
  /** A ledger, a workbook, a report with numbers. */
  'figures',
  /** The firm's own policies, methods and templates. */
  'firmStandard',
  /** Statutes, standards and guidance of an authority. */
  'regulation',
  /** Anything public. */
  'publicWeb',
] as const;
export const sourceKind = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKind>;

const friction = z.object({ kind: frictionKind, note: z._default(z.string(), '') });

/** A number of minutes; null while nobody said how many. */
const minutesUpTo = (most: number) =>
  z._default(
    z.nullable(
      z
        .number()
        .check(z.minimum(0, 'Use no negative minutes.'), z.maximum(most, 'That is too long.')),
    ),
    null,
  );

/** A step as the audit sees it. Whatever nobody said yet is null, and so is what older maps lack. */
export const mappedStep = z.extend(workflowStep, {
  /** The role that does it, never a person. */
  actor: z._default(z.nullable(singleLine), null),
  tool: z._default(z.nullable(singleLine), null),
  /** Minutes of work, at most a week of it. */
  minutes: minutesUpTo(2_400),
  /** Minutes it lies before it is begun, at most a quarter of a year. */
  waitMinutes: minutesUpTo(131_040),
  frictions: z._default(z.array(friction).check(z.maxLength(10)), []),
  /** What it reads; empty while nobody said. */
  sources: z._default(z.array(sourceKind), []),
  /** Whether what comes next depends on what comes out of it. */
  branches: z._default(z.boolean(), false),
});
export type MappedStep = z.infer<typeof mappedStep>;

/** The step at which AI is to help first, and why there. */
export const aiSlot = z.strictObject({ stepKey: z.string(), why: multiLine });
export type AiSlot = z.infer<typeof aiSlot>;

/** Which tool was chosen for the task, once it was mapped. */
export const toolDecision = z.object({
  tool: singleLine,
  why: multiLine,
  decidedOn: calendarDay,
  /** Object id of the champion who decided. */
  decidedBy: z.string(),
});
export type ToolDecision = z.infer<typeof toolDecision>;

/** A task as it is mapped: how it is done, where AI helps, and who takes over when it cannot. */
export const workflowMap = z.extend(workflow, {
  /** Null while SharePoint does not have it yet; then it cannot be changed. */
  eTag: z.nullable(z.string()),
  steps: z.array(mappedStep),
  slot: z.nullable(aiSlot),
  /** The role that takes over what AI cannot do. */
  escalation: z.nullable(singleLine),
  toolDecision: z.nullable(toolDecision),
  /** The steps as they were when the tool was decided; null before. They never change again. */
  before: z.nullable(z.array(mappedStep)),
});
export type WorkflowMap = z.infer<typeof workflowMap>;

export const workflowMapsResponse = z.object({
  maps: z.array(workflowMap),
  asOf: z.nullable(instant),
});
export type WorkflowMapsResponse = z.infer<typeof workflowMapsResponse>;

/** A task to be mapped, in the words of those who do it. */
export const addTaskRequest = z.strictObject({
  clientKey,
  task: singleLine,
  jobFamily: z.string(),
  purpose: workflow.shape.purpose,
});
export type AddTaskRequest = z.infer<typeof addTaskRequest>;

const steps = z
  .array(
    z.strictObject({
      ...mappedStep.shape,
      id: z.string().check(z.minLength(1), z.maxLength(255)),
      aiHelps: z.string().check(z.maxLength(2_000, 'Use at most 2000 characters.')),
    }),
  )
  .check(
    z.maxLength(40, 'Use at most 40 steps: a task with more is two tasks.'),
    z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      error: 'Two steps have the same key.',
    }),
    z.refine((all) => JSON.stringify(all).length <= multiLineLimit, {
      error: 'All steps together are too long for SharePoint.',
    }),
  );

/** The whole map as it shall be, and as which version it was read. */
export const saveMapRequest = z
  .strictObject({
    eTag: z.string(),
    ...{ task: singleLine, jobFamily: z.string(), purpose: workflow.shape.purpose },
    steps,
    slot: z.nullable(aiSlot),
    escalation: z.nullable(singleLine),
  })
  .check(
    z.refine(({ slot, steps: all }) => !slot || all.some(({ id }) => id === slot.stepKey), {
      path: ['slot', 'stepKey'],
      error: 'The map has no such step.',
    }),
  );
export type SaveMapRequest = z.infer<typeof saveMapRequest>;

/** Decides on a tool for a task as it was mapped at `eTag`. */
export const decideToolRequest = z.strictObject({
  eTag: z.string(),
  tool: singleLine,
  why: multiLine,
});
export type DecideToolRequest = z.infer<typeof decideToolRequest>;
