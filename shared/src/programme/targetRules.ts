import {
  weekStateAt,
  weekStart,
  isoWeekOfDay,
  type DashboardResponse,
  type Measure,
} from '../adoption';
import { addDays, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import type { FrozenFigure, PlannedTarget, TargetMetric } from './programmePlan';

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
