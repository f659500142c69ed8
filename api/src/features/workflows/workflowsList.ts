import { workflow, workflowStep, type Workflow } from '@last-mile/shared/workflows';
import * as z from 'zod/mini';
import type { Fields, ListDefinition } from '../../sync/listDefinition';

/** The Workflows list: the mapped tasks. Steps are kept as JSON, because they have parts of their own. */
export const workflowsList: ListDefinition = {
  name: 'Workflows',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'JobFamily', type: 'text', displayName: 'Job family', indexed: true },
    { name: 'Purpose', type: 'multilineText' },
    { name: 'Steps', type: 'multilineText' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
  ],
};

export function workflowFields(
  { task, jobFamily, purpose, steps }: Workflow,
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

/** The task in an item, or null when someone left it in a state that is no task. */
export function toWorkflow(clientKey: string, fields: Fields): Workflow | null {
  const parsed = workflow.safeParse({
    clientKey,
    task: fields['Title'],
    jobFamily: fields['JobFamily'] ?? '',
    purpose: fields['Purpose'] ?? '',
    steps: stepsIn(fields['Steps']),
  });
  return parsed.success ? parsed.data : null;
}

function stepsIn(value: unknown): unknown {
  if (typeof value !== 'string') return [];
  try {
    return z.array(workflowStep).safeParse(JSON.parse(value)).data ?? [];
  } catch {
    return [];
  }
}
