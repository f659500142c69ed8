import { mappedStep, type MappedStep, type WorkflowMap } from '@last-mile/shared/workflows';

/** A step of which only what is given is said. */
export const step = (
  change: Partial<MappedStep> & Pick<MappedStep, 'id' | 'name'>,
): MappedStep => ({
  ...mappedStep.parse({ aiHelps: '', ...change }),
});

/** A mapped task of two steps that lacks nothing; `change` makes it another. */
export const workflowMap = (change: Partial<WorkflowMap> = {}): WorkflowMap => ({
  clientKey: '00000000-0000-4000-8000-000000000900',
  task: 'Draft a client email',
  jobFamily: 'advisory',
  purpose: 'The client knows what comes next.',
  eTag: '"w,1"',
  steps: [
    step({
      ...{ id: 'collect', name: 'Collect notes', actor: 'Associate', tool: 'Teams', minutes: 20 },
      ...{ waitMinutes: 0, frictions: [{ kind: 'searching', note: '' }] },
      ...{ aiHelps: 'Turns notes into actions.', sources: ['ownNotes'] },
    }),
    step({
      ...{ id: 'check', name: 'Check the fee', actor: 'Partner', minutes: 10 },
      ...{ waitMinutes: 1_440, frictions: [{ kind: 'approval', note: '' }] },
    }),
  ],
  slot: { stepKey: 'collect', why: 'It takes longest.' },
  escalation: 'Partner',
  toolDecision: null,
  before: null,
  ...change,
});
