import { addDays } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import { timingPoints, type TimingPoint } from '@last-mile/shared/workflows';
import type { TimingRecord } from '../../src/features/workflows/timingsList';
import { sampleKey } from './sampleKeys';
import { createDraws } from './seededDraws';
import { workflows, type SampleTask } from './workflows';

const seed = 20_260_305;

/** A form on its way. */
type SampleTiming = TimingRecord & { readonly clientKey: string };

/** Days after the start on which most fill the form in: some before, some after, all while it is open. */
const dayOf: Readonly<Record<TimingPoint, number>> = {
  baseline: 4,
  day30: 26,
  day60: 57,
  day90: 87,
};

/** How far a step has come at a point from how long it took before the tool to what the map says now. */
const progressAt: Readonly<Record<TimingPoint, number>> = {
  baseline: 0,
  day30: 0.45,
  day60: 0.8,
  day90: 1,
};

/** How many do a task and say how long it takes; of the last one too few to tell. */
const peopleOf = (taskIndex: number) => [16, 14, 13, 15, 4][taskIndex % 5] ?? 0;

/** What people who do the tasks with a tool said they need, at each point that has come. */
export function timingsOfTasks(programme: Programme, now: Date): SampleTiming[] {
  const draws = createDraws(seed);
  const told = workflows.filter(({ before }) => before !== null);
  const all = told.flatMap((task, taskIndex) =>
    Array.from({ length: peopleOf(taskIndex) }, (_, personIndex) => {
      const pace = Math.exp(0.2 * draws.normal());
      return timingPoints.map((point): SampleTiming => ({
        clientKey: sampleKey(`timing ${task.task} ${String(personIndex)} ${point}`),
        person: sampleKey(`timing of ${task.task} by ${String(personIndex)}`),
        workflowKey: task.clientKey,
        programmeKey: programme.clientKey,
        point,
        at: `${addDays(programme.startsOn, dayOf[point] + draws.whole(5) - 2)}T10:00:00Z`,
        steps: timesOf(task, point, () => pace * Math.exp(0.12 * draws.normal())),
      }));
    }).flat(),
  );
  return all.filter(({ at }) => Date.parse(at) <= now.getTime());
}

function timesOf({ steps, before }: SampleTask, point: TimingPoint, paceOfStep: () => number) {
  return steps.map(({ id, minutes }, index) => {
    const was = before?.[index]?.minutes ?? minutes ?? 0;
    const now = was + progressAt[point] * ((minutes ?? was) - was);
    return { stepKey: id, minutes: Math.max(1, Math.round(now * paceOfStep())) };
  });
}
