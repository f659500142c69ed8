import {
  comparisonOf,
  measureOver,
  median,
  smallestGroupShown,
  type Comparison,
  type Measure,
} from '../adoption';
import { addDays, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import { timingPoints, type TaskTimings, type TimingPoint, type TimingRequest } from './timings';
import type { WorkflowMap } from './workflowMap';

/** A form that somebody filled in. */
export interface TaskTiming extends Pick<TimingRequest, 'point' | 'steps'> {
  /** Whoever it is: only told apart, never named. */
  readonly person: string;
  /** ISO 8601; of several forms of one person at one point the latest counts. */
  readonly at: string;
}

/** Days before a point from which on its form is open; it closes with the point's day, before the checkpoint is taken. */
const daysBefore = 10;
const baselineDays = 14;
const dayOf = { day30: 30, day60: 60, day90: 90 } as const;
const laterPoints = ['day30', 'day60', 'day90'] as const;

/**
 * Which point is timed on a day: the baseline until two weeks after the programme began, the others
 * from ten days before their day until that day; null in between.
 */
export function timingPointOn(today: CalendarDay, startsOn: CalendarDay): TimingPoint | null {
  if (today < addDays(startsOn, baselineDays)) return 'baseline';
  const open = laterPoints.find((point) => {
    const day = addDays(startsOn, dayOf[point]);
    return today >= addDays(day, -daysBefore) && today <= day;
  });
  return open ?? null;
}

/** Whether a form may be taken: at the open point, with exactly the steps the map has. */
export function canTime(
  { point, steps }: Pick<TimingRequest, 'point' | 'steps'>,
  map: Pick<WorkflowMap, 'steps'>,
  open: TimingPoint | null,
): Decision<'timingNotOpen' | 'stepsHaveChanged'> {
  if (point !== open) return refuse('timingNotOpen');
  const timed = new Set(steps.map(({ stepKey }) => stepKey));
  const isWhole = map.steps.length === timed.size && map.steps.every(({ id }) => timed.has(id));
  return isWhole ? allow : refuse('stepsHaveChanged');
}

/**
 * What people who do a task need for it: medians of each step at each point from five people on, and
 * the same people compared with their baseline from ten on.
 */
export function timingsOf(
  timings: readonly TaskTiming[],
  map: Pick<WorkflowMap, 'clientKey' | 'steps'>,
): TaskTimings {
  const latest = latestForms(timings);
  const formsAt = (point: TimingPoint) => [...(latest.get(point)?.values() ?? [])];
  const stepAt = (point: TimingPoint, stepKey: string) =>
    medianOf(formsAt(point).flatMap((form) => minutesOf(form, stepKey) ?? []));
  return {
    workflowKey: map.clientKey,
    steps: map.steps.map(({ id }) => ({
      stepKey: id,
      points: atEachPoint((point) => stepAt(point, id)),
      since: sinceBaseline(latest, (form) => minutesOf(form, id)),
    })),
    points: atEachPoint((point) =>
      together(stepsOnForm(formsAt(point)).map((stepKey) => stepAt(point, stepKey))),
    ),
    since: sinceBaseline(latest, ownMinutes),
  };
}

type Forms = ReadonlyMap<TimingPoint, ReadonlyMap<string, TaskTiming>>;

/** At each point everybody's last form. */
function latestForms(timings: readonly TaskTiming[]): Forms {
  const inOrder = [...timings].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return new Map(
    timingPoints.map((point) => [
      point,
      new Map(
        inOrder.filter((form) => form.point === point).map((form) => [form.person, form] as const),
      ),
    ]),
  );
}

/** The steps the map had when the last of these forms was filled in. */
function stepsOnForm(forms: readonly TaskTiming[]): string[] {
  const last = forms.reduce<TaskTiming | undefined>(
    (latest, form) => (latest && Date.parse(latest.at) > Date.parse(form.at) ? latest : form),
    undefined,
  );
  return last?.steps.map(({ stepKey }) => stepKey) ?? [];
}

function minutesOf({ steps }: TaskTiming, stepKey: string): number | null {
  return steps.find((step) => step.stepKey === stepKey)?.minutes ?? null;
}

/** What somebody needs for all steps they do; steps they leave to others are no part of it. */
function ownMinutes({ steps }: TaskTiming): number | null {
  const own = steps.flatMap(({ minutes }) => minutes ?? []);
  return own.length === 0 ? null : own.reduce((sum, minutes) => sum + minutes, 0);
}

function medianOf(minutes: readonly number[]): Measure {
  return measureOver(minutes.length, smallestGroupShown, () => ({
    value: median(minutes),
    n: minutes.length,
  }));
}

/** A sum is as well known as its least known part. */
function together(parts: readonly Measure[]): Measure {
  const known = parts.flatMap((part) => (part.state === 'known' ? part : []));
  if (known.length === 0 || known.length < parts.length) return { state: 'notEnoughData' };
  return {
    state: 'known',
    value: known.reduce((sum, { value }) => sum + value, 0),
    n: Math.min(...known.map(({ n }) => n)),
  };
}

const atEachPoint = (measureAt: (point: TimingPoint) => Measure) => ({
  baseline: measureAt('baseline'),
  day30: measureAt('day30'),
  day60: measureAt('day60'),
  day90: measureAt('day90'),
});

function sinceBaseline(forms: Forms, minutes: (form: TaskTiming) => number | null) {
  const since = (later: TimingPoint): Comparison =>
    comparisonOf(
      [...(forms.get('baseline') ?? [])].flatMap(([person, baseline]) => {
        const again = forms.get(later)?.get(person);
        const [first, second] = [minutes(baseline), again ? minutes(again) : null];
        return first === null || second === null ? [] : { first, second };
      }),
    );
  return { day30: since('day30'), day60: since('day60'), day90: since('day90') };
}
