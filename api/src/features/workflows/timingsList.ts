import { clientKey } from '@last-mile/shared/text';
import { timingPoints, timingRequest, type TaskTiming } from '@last-mile/shared/workflows';
import type { Fields, ListDefinition } from '../../sync/listDefinition';

/** The Timings list, for the site's owners only: what people who do a task said they need for it. */
export const timingsList: ListDefinition = {
  name: 'Timings',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'WorkflowKey', type: 'text', displayName: 'Task (key)', indexed: true },
    { name: 'Point', type: 'choice', choices: timingPoints },
    // Minutes for each step, as JSON.
    { name: 'Steps', type: 'multilineText' },
    // A keyed digest: forms of one person are told together, and nobody is named.
    { name: 'Person', type: 'text', displayName: 'Person (pseudonym)', indexed: true },
    { name: 'TimedAt', type: 'dateTime', displayName: 'Timed', indexed: true },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
  ],
};

/** A form and what it is about. */
export interface TimingRecord extends TaskTiming {
  readonly workflowKey: string;
  readonly programmeKey: string;
}

export function timingFields(record: TimingRecord): Fields {
  return {
    Title: record.point,
    WorkflowKey: record.workflowKey,
    Point: record.point,
    Steps: JSON.stringify(record.steps),
    Person: record.person,
    TimedAt: record.at,
    ProgrammeKey: record.programmeKey,
  };
}

/** The form in an item; null where somebody left it in a state that says no times. */
export function toTiming(fields: Fields): TimingRecord | null {
  const { point, steps } = timingRequest.shape;
  const [read, workflowKey] = [
    { point: point.safeParse(fields['Point']), steps: steps.safeParse(jsonIn(fields['Steps'])) },
    clientKey.safeParse(fields['WorkflowKey']),
  ];
  const { Person: person, TimedAt: at, ProgrammeKey: programmeKey } = fields;
  const isWhole = typeof person === 'string' && typeof at === 'string';
  if (!isWhole || typeof programmeKey !== 'string') return null;
  if (!read.point.success || !read.steps.success || !workflowKey.success) return null;
  return {
    ...{ point: read.point.data, steps: read.steps.data, workflowKey: workflowKey.data },
    ...{ person, at, programmeKey },
  };
}

function jsonIn(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
