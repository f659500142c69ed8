import {
  mappedStep,
  workflow,
  workflowMap,
  workflowStep,
  type SaveMapRequest,
  type Workflow,
  type WorkflowMap,
} from '@last-mile/shared/workflows';
import * as z from 'zod/mini';
import type { FieldValue, Fields, ListDefinition } from '../../sync/listDefinition';

/** The Workflows list: the mapped tasks. Steps are kept as JSON, because they have parts of their own. */
export const workflowsList: ListDefinition = {
  name: 'Workflows',
  readBy: 'programme',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'JobFamily', type: 'text', displayName: 'Job family', indexed: true },
    { name: 'Purpose', type: 'multilineText' },
    { name: 'Steps', type: 'multilineText' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
    { name: 'SlotStep', type: 'text', displayName: 'AI helps first at (step)' },
    { name: 'SlotWhy', type: 'multilineText', displayName: 'AI helps first there because' },
    { name: 'Escalation', type: 'text', displayName: 'Takes over what AI cannot do' },
    { name: 'Tool', type: 'text', displayName: 'Tool decided on' },
    { name: 'ToolWhy', type: 'multilineText', displayName: 'Tool decided on because' },
    { name: 'ToolDecidedOn', type: 'text', displayName: 'Tool decided on (day)' },
    { name: 'ToolDecidedBy', type: 'text', displayName: 'Tool decided on by (object id)' },
    // The steps as they were when the first tool was decided on.
    { name: 'StepsBefore', type: 'multilineText', displayName: 'Steps before the tool' },
  ],
};

/** A task as it is known before anybody maps it. */
export function workflowFields(
  { task, jobFamily, purpose, steps }: Omit<Workflow, 'clientKey'>,
  programmeKey: string | null,
): Fields {
  return {
    Title: task,
    JobFamily: jobFamily,
    Purpose: purpose || null,
    Steps: JSON.stringify(steps),
    ProgrammeKey: programmeKey,
  };
}

/** The columns that a save of the map writes. */
export function mapFields({ slot, escalation, ...map }: Omit<SaveMapRequest, 'eTag'>): Fields {
  return {
    Title: map.task,
    JobFamily: map.jobFamily,
    Purpose: map.purpose || null,
    Steps: JSON.stringify(map.steps),
    SlotStep: slot?.stepKey ?? null,
    SlotWhy: slot?.why ?? null,
    Escalation: escalation,
  };
}

/** The columns that a decision on a tool writes. */
export function toolDecisionFields({
  toolDecision,
  before,
}: Pick<WorkflowMap, 'toolDecision' | 'before'>): Fields {
  return {
    Tool: toolDecision?.tool ?? null,
    ToolWhy: toolDecision?.why ?? null,
    ToolDecidedOn: toolDecision?.decidedOn ?? null,
    ToolDecidedBy: toolDecision?.decidedBy ?? null,
    StepsBefore: before === null ? null : JSON.stringify(before),
  };
}

/** The task in an item, or null when someone left it in a state that is no task. */
export function toWorkflow(clientKey: string, fields: Fields): Workflow | null {
  const parsed = workflow.safeParse({
    ...taskIn(clientKey, fields),
    steps: stepsIn(fields['Steps'], workflowStep) ?? [],
  });
  return parsed.success ? parsed.data : null;
}

/**
 * The map in an item, or null when it holds no task. What somebody left half said in SharePoint (a
 * slot without a reason, a decision without a day) is read as not said.
 */
export function toMap(
  clientKey: string,
  { fields, eTag }: { readonly fields: Fields; readonly eTag: string | null },
): WorkflowMap | null {
  // A step that is no mapped step any more is still a step that items and feedback point at.
  const steps =
    stepsIn(fields['Steps'], mappedStep) ??
    stepsIn(fields['Steps'], workflowStep)?.map((step) => mappedStep.parse(step)) ??
    [];
  const { slot, escalation, toolDecision } = workflowMap.shape;
  const parsed = workflowMap.safeParse({
    ...taskIn(clientKey, fields),
    eTag,
    steps,
    slot: knownOrNull(slot, { stepKey: fields['SlotStep'], why: fields['SlotWhy'] }),
    escalation: knownOrNull(escalation, fields['Escalation']),
    toolDecision: knownOrNull(toolDecision, {
      tool: fields['Tool'],
      why: fields['ToolWhy'],
      decidedOn: fields['ToolDecidedOn'],
      decidedBy: fields['ToolDecidedBy'],
    }),
    before: stepsIn(fields['StepsBefore'], mappedStep),
  });
  return parsed.success ? parsed.data : null;
}

function taskIn(clientKey: string, fields: Fields) {
  return {
    clientKey,
    task: fields['Title'],
    jobFamily: fields['JobFamily'] ?? '',
    purpose: fields['Purpose'] ?? '',
  };
}

/** Steps as JSON says them; null where it says none that can be read. */
function stepsIn<Step>(value: FieldValue | undefined, step: z.ZodMiniType<Step>): Step[] | null {
  if (typeof value !== 'string') return null;
  try {
    return z.array(step).safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

function knownOrNull<Value>(schema: z.ZodMiniType<Value>, value: unknown): Value | null {
  return schema.safeParse(value).data ?? null;
}
