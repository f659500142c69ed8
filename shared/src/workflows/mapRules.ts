import type { CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import type { DecideToolRequest, WorkflowMap } from './workflowMap';

/** What a map lacks before a tool may be decided on, in the order in which one fills it in. */
export const mapGaps = [
  'noSteps',
  'stepsWithoutActor',
  'stepsWithoutMinutes',
  'noSlot',
  'slotSaysNoHelp',
  'noEscalation',
] as const;
export type MapGap = (typeof mapGaps)[number];

type Mapped = Pick<WorkflowMap, 'steps' | 'slot' | 'escalation'>;

const isOpen: Readonly<Record<MapGap, (map: Mapped) => boolean>> = {
  noSteps: ({ steps }) => steps.length === 0,
  stepsWithoutActor: ({ steps }) => steps.some(({ actor }) => actor === null),
  stepsWithoutMinutes: ({ steps }) => steps.some(({ minutes }) => minutes === null),
  noSlot: (map) => slotStep(map) === undefined,
  slotSaysNoHelp: (map) => slotStep(map)?.aiHelps.trim() === '',
  noEscalation: ({ escalation }) => escalation === null,
};

/** What the map still lacks; nothing once it is mapped. */
export function gapsIn(map: Mapped): MapGap[] {
  return mapGaps.filter((gap) => isOpen[gap](map));
}

/**
 * Whether a tool may be decided on: only once the task is mapped (design 2.6). The reason is the first
 * thing the map lacks.
 */
export function canDecideTool(map: Mapped): Decision<MapGap> {
  const [first] = gapsIn(map);
  return first === undefined ? allow : refuse(first);
}

/**
 * What a decision on a tool changes. The first one keeps the steps as they are: what comes later is
 * compared with them.
 */
export function toolDecisionChange(
  map: WorkflowMap,
  { tool, why }: DecideToolRequest,
  decidedOn: CalendarDay,
  decidedBy: string,
): Pick<WorkflowMap, 'toolDecision' | 'before'> {
  return {
    toolDecision: { tool, why, decidedOn, decidedBy },
    before: map.before ?? map.steps,
  };
}

/** Tasks advised for a programme (design 2.6): fewer show little, more are not kept up. */
export const fewestTasks = 3;
export const mostTasks = 5;

/** What to say to so many mapped tasks. More are allowed, with a word of caution. */
export function taskCountAdvice(tasks: number): 'few' | 'advised' | 'many' {
  if (tasks < fewestTasks) return 'few';
  return tasks > mostTasks ? 'many' : 'advised';
}

function slotStep({ steps, slot }: Mapped) {
  return steps.find(({ id }) => id === slot?.stepKey);
}
