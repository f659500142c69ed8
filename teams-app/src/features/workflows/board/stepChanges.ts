import type { MappedStep, WorkflowMap } from '@last-mile/shared/workflows';

/** What somebody changes of a map before they save it. */
export type MapContent = Pick<
  WorkflowMap,
  'task' | 'jobFamily' | 'purpose' | 'steps' | 'slot' | 'escalation'
>;

type Steps = Pick<MapContent, 'steps' | 'slot'>;

/** A step that was taken out, and what brings it back. */
export interface RemovedStep {
  readonly step: MappedStep;
  readonly index: number;
  readonly slot: MapContent['slot'];
}

export function contentOf(map: MapContent): MapContent {
  const { task, jobFamily, purpose, steps, slot, escalation } = map;
  return { task, jobFamily, purpose, steps, slot, escalation };
}

/** A step of which nothing is said yet. */
export const newStep = (id: string): MappedStep => ({
  ...{ id, name: '', aiHelps: '', actor: null, tool: null, minutes: null, waitMinutes: null },
  ...{ frictions: [], sources: [], branches: false },
});

/** The step goes one place earlier (-1) or later (1); at either end it stays. */
export function moveStep(steps: readonly MappedStep[], id: string, by: -1 | 1): MappedStep[] {
  const from = steps.findIndex((step) => step.id === id);
  const [moved, to] = [steps[from], from + by];
  if (moved === undefined || to < 0 || to >= steps.length) return [...steps];
  const others = steps.filter((step) => step !== moved);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

export function changeStep(
  steps: readonly MappedStep[],
  id: string,
  part: Partial<MappedStep>,
): MappedStep[] {
  return steps.map((step) => (step.id === id ? { ...step, ...part } : step));
}

/** Takes a step out; where it was the slot, none is chosen any more. */
export function removeStep(
  { steps, slot }: Steps,
  id: string,
): Steps & { removed: RemovedStep | null } {
  const index = steps.findIndex((each) => each.id === id);
  const step = steps[index];
  if (step === undefined) return { steps, slot, removed: null };
  return {
    steps: steps.filter((each) => each !== step),
    slot: slot?.stepKey === id ? null : slot,
    removed: { step, index, slot: slot?.stepKey === id ? slot : null },
  };
}

/** Puts a step back to where it was, and the slot with it unless another one was chosen. */
export function putBack({ steps, slot }: Steps, removed: RemovedStep): Steps {
  const { step, index } = removed;
  return {
    steps: [...steps.slice(0, index), step, ...steps.slice(index)],
    slot: slot ?? removed.slot,
  };
}

/** What keeps a map from being saved; null where nothing does. */
export function hindranceOf({
  task,
  steps,
  slot,
}: MapContent): 'taskMissing' | 'nameMissing' | 'whyMissing' | null {
  if (task.trim() === '') return 'taskMissing';
  if (steps.some(({ name }) => name.trim() === '')) return 'nameMissing';
  return slot !== null && slot.why.trim() === '' ? 'whyMissing' : null;
}
