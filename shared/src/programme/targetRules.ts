import {
  isoWeekOfDay,
  mondayOf,
  mondaysBetween,
  weekStart,
  weekStateAt,
  type DashboardResponse,
  type Measure,
} from '../adoption';
import { addDays, calendarDayIn, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import { lastDayOf, type EndedProgramme } from './phases';
import type { Programme } from './programme';
import type { FrozenFigure, PlannedTarget, Target, TargetMetric } from './programmePlan';

/** The week at whose end a baseline is taken: the last one before the programme began. */
export function baselineWeek(startsOn: CalendarDay): string {
  return isoWeekOfDay(addDays(startsOn, -1));
}

/** What a metric is on a dashboard, at the end of its last week; `n` is people, drafts, answers or uses. */
export function metricOn(
  metric: TargetMetric,
  { weeks, draftingTime, trust, feedback }: DashboardResponse,
): Measure {
  switch (metric) {
    case 'activeRate': {
      const active = weeks.at(-1)?.active;
      return active?.state === 'known'
        ? { state: 'known', value: active.n / active.of, n: active.of }
        : { state: 'notEnoughData' };
    }
    case 'draftingMinutes':
      return draftingTime.weekly.at(-1) ?? { state: 'notEnoughData' };
    case 'answeredInTime':
      return feedback.insideDue;
    default:
      return trust[metric];
  }
}

/**
 * Whether a metric can be told of a week on a day. The dashboard knows no past of how feedback is
 * answered: what it says now is taken for a week only until the week after it is over.
 */
export function isToldOf(metric: TargetMetric, week: string, today: CalendarDay): boolean {
  return metric !== 'answeredInTime' || today < addDays(weekStart(week), 14);
}

export type BaselineRefusal = 'baselineFrozen' | 'weekNotClosed' | 'figuresPending';

/** Whether a baseline may be frozen: once, when its week no longer moves and the figure is worked out. */
export function canFreezeBaseline(
  { baseline }: Pick<PlannedTarget, 'baseline'>,
  figure: Measure,
  now: Date,
  { startsOn, timeZone }: { readonly startsOn: CalendarDay; readonly timeZone: string },
): Decision<BaselineRefusal> {
  if (baseline !== null) return refuse('baselineFrozen');
  const monday = weekStart(baselineWeek(startsOn));
  if (weekStateAt(monday, now, timeZone) !== 'closed') return refuse('weekNotClosed');
  return figure.state === 'pending' ? refuse('figuresPending') : allow;
}

/** How long a programme was, for its results: until it ended, and until day 90 at most. */
type Span = Pick<Programme, 'startsOn'> & {
  readonly ended: Pick<EndedProgramme, 'endedOn'> | null;
};

/** The last week that was over when a programme was; null where it ended before one of its weeks was. */
export function resultWeek({ startsOn, ended }: Span): string | null {
  const last = lastDayOf({ startsOn });
  const until = ended && ended.endedOn < last ? ended.endedOn : last;
  const monday = addDays(mondayOf(addDays(until, 1)), -7);
  return monday < startsOn ? null : isoWeekOfDay(monday);
}

/** Whether a programme's results can be frozen: it is over, and its last week no longer moves. */
export function resultsAreDue(
  span: Span,
  now: Date,
  { timeZone }: Pick<Programme, 'timeZone'>,
): boolean {
  const isOver = span.ended !== null || calendarDayIn(now, timeZone) > lastDayOf(span);
  const week = resultWeek(span);
  return isOver && (week === null || weekStateAt(weekStart(week), now, timeZone) === 'closed');
}

/** The last closed week of a programme that runs; null while none of its weeks is closed. */
export function lastClosedWeek(
  { startsOn, timeZone }: Pick<Programme, 'startsOn' | 'timeZone'>,
  now: Date,
): string | null {
  const closed = mondaysBetween(startsOn, calendarDayIn(now, timeZone)).filter(
    (monday) => weekStateAt(monday, now, timeZone) === 'closed',
  );
  const last = closed.at(-1);
  return last === undefined ? null : isoWeekOfDay(last);
}

/** A figure as it is kept. What is hidden is not known to a target either. */
export function frozenOf(figure: Measure, week: string, frozenAt: string): FrozenFigure {
  const kept = { week, frozenAt };
  return figure.state === 'known'
    ? { state: 'known', value: figure.value, n: figure.n, ...kept }
    : { state: 'notEnoughData', ...kept };
}

/** Metrics of which less is better. */
const lessIsBetter: ReadonlySet<TargetMetric> = new Set([
  'draftingMinutes',
  'redoRate',
  'flagsPer100',
]);

/** Whether a target is reached; null while nobody knows. */
export function isReached({ metric, value }: PlannedTarget, figure: Measure): boolean | null {
  if (figure.state !== 'known') return null;
  return lessIsBetter.has(metric) ? figure.value <= value : figure.value >= value;
}

/**
 * How much of the way from the baseline to the target is behind: 0 at the baseline, 1 at the target,
 * below 0 where it went the other way. Null while one of the two figures is not known, and where there
 * was no way to go.
 */
export function wayTo({ value, baseline }: PlannedTarget, figure: Measure): number | null {
  if (figure.state !== 'known' || baseline?.state !== 'known' || baseline.value === value) {
    return null;
  }
  return (figure.value - baseline.value) / (value - baseline.value);
}

/**
 * Targets as they shall be from now on: a figure keeps the baseline it had, and one that is new gets
 * its own from the same week.
 */
export function withBaselines(
  targets: readonly Target[],
  planned: readonly PlannedTarget[],
): PlannedTarget[] {
  return targets.map((target) => ({
    ...target,
    baseline: planned.find(({ metric }) => metric === target.metric)?.baseline ?? null,
  }));
}

export type PlanRefusal =
  | 'ownerIsDeputy'
  | 'sponsorIsOwner'
  | 'sponsorNotLeader'
  | 'noActiveRateTarget'
  | 'targetTwice'
  | 'targetBeforeStart'
  | 'resultFrozen';

/** Whether a plan may be changed so. Who sponsors already stays, whatever is known of them. */
export function canChangePlan(
  { ownerId, sponsorId, startsOn }: Pick<Programme, 'ownerId' | 'sponsorId' | 'startsOn'>,
  wanted: {
    readonly deputyIds: readonly string[];
    readonly sponsorId: string;
    readonly targets: readonly Target[];
  },
  { sponsorIsLeader, isFrozen }: { readonly sponsorIsLeader: boolean; readonly isFrozen: boolean },
): Decision<PlanRefusal> {
  const metrics = wanted.targets.map(({ metric }) => metric);
  if (isFrozen) return refuse('resultFrozen');
  if (wanted.deputyIds.includes(ownerId)) return refuse('ownerIsDeputy');
  if (wanted.sponsorId === ownerId) return refuse('sponsorIsOwner');
  if (wanted.sponsorId !== sponsorId && !sponsorIsLeader) return refuse('sponsorNotLeader');
  if (!metrics.includes('activeRate')) return refuse('noActiveRateTarget');
  if (new Set(metrics).size < metrics.length) return refuse('targetTwice');
  return wanted.targets.some(({ by }) => by <= startsOn) ? refuse('targetBeforeStart') : allow;
}
