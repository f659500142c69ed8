import { mappedStep, type MappedStep, type WorkflowMap } from './workflowMap';

/** Maps for tests: what a test does not speak of is as plain as it can be. */

export const step = (id: string, fields: Partial<MappedStep> = {}): MappedStep => ({
  ...mappedStep.parse({ id, name: `Step ${id}`, aiHelps: '' }),
  ...{ actor: 'Consultant', minutes: 10 },
  ...fields,
});

/** A task that is mapped: nothing is missing. */
export const mapOf = (
  steps: readonly MappedStep[],
  fields: Partial<WorkflowMap> = {},
): WorkflowMap => ({
  ...{ clientKey: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', task: 'Follow up a client meeting' },
  ...{ jobFamily: 'advisory', purpose: '', eTag: '"1"', steps: [...steps] },
  ...{ slot: { stepKey: steps[0]?.id ?? '', why: 'It takes longest.' }, escalation: 'Partner' },
  ...{ toolDecision: null, before: null },
  ...fields,
});
