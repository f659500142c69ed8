import type { Measure } from '@last-mile/shared/adoption';
import {
  lastClosedWeek,
  type Programme,
  type TargetCourse,
  type TargetMetric,
} from '@last-mile/shared/programme';
import type { ProgrammeCourse } from '../planFields';

/** What metrics were at the end of a closed week. */
export type FiguresAt = (
  programme: Programme,
  now: Date,
  week: string,
) => Promise<(metric: TargetMetric) => Measure>;

/** How far each target is: where it stands while the programme runs, and what it came to after. */
export async function targetCourses(
  programme: Programme,
  { plan, ended, results }: ProgrammeCourse,
  figuresAt: FiguresAt,
  now: Date,
): Promise<TargetCourse[]> {
  const targets = plan?.targets ?? [];
  const week = lastClosedWeek(programme, now);
  const isRunning = ended === null && results.length === 0;
  const figureOf =
    isRunning && week !== null && targets.length > 0
      ? await figuresAt(programme, now, week)
      : () => null;
  return targets.map((target) => ({
    ...target,
    current: figureOf(target.metric),
    result: results.find(({ metric }) => metric === target.metric)?.result ?? null,
  }));
}
