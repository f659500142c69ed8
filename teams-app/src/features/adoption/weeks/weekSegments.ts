import type { DashboardWeek } from '@last-mile/shared/adoption';
import type { MeasuredWeek } from '../weekReading';

/** Weeks that are drawn as one line. */
export interface Segment {
  readonly look: DashboardWeek['phase'] | 'provisional';
  /** Whether it starts with the last week of the segment before it. */
  readonly joined: boolean;
  readonly weeks: readonly MeasuredWeek[];
}

/**
 * Weeks as lines: a new one for each phase and for the provisional end, joined to the line before.
 * Between weeks that do not follow each other nothing is known, so nothing joins them.
 */
export function toSegments(measured: readonly MeasuredWeek[]): Segment[] {
  const segments: { look: Segment['look']; joined: boolean; weeks: MeasuredWeek[] }[] = [];
  let previous: MeasuredWeek | undefined;
  for (const measuredWeek of measured) {
    const look = lookOf(measuredWeek.week);
    const segment = segments.at(-1);
    const follows = previous !== undefined && isNextWeek(previous.week, measuredWeek.week);
    if (segment?.look === look && follows) segment.weeks.push(measuredWeek);
    else if (previous !== undefined && follows) {
      segments.push({ look, joined: true, weeks: [previous, measuredWeek] });
    } else segments.push({ look, joined: false, weeks: [measuredWeek] });
    previous = measuredWeek;
  }
  return segments;
}

function lookOf({ state, phase }: DashboardWeek): Segment['look'] {
  return state === 'provisional' ? 'provisional' : phase;
}

function isNextWeek(one: DashboardWeek, other: DashboardWeek): boolean {
  return Date.parse(other.startsOn) - Date.parse(one.startsOn) <= 7 * 86_400_000;
}
