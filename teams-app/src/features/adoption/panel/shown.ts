import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { Formats } from '../../../app/formats';
import type { Grouping, WeekRange } from '../dashboardView';

/** What every panel reads. */
export interface Shown {
  /** The whole answer: every measured week up to the asked one. */
  readonly whole: DashboardResponse;
  /** The same answer over the weeks the reader looks back on. */
  readonly range: DashboardResponse;
  /** How the people are divided. */
  readonly by: Grouping;
  readonly formats: Formats;
  /** The figures come from the sample organisation. */
  readonly sampleData: boolean;
}

/**
 * The answer with only its last `range` weeks that are over, and the running one. What is listed by
 * week is cut alike; what is about a window of its own stays as it is.
 */
export function lastWeeks(answer: DashboardResponse, range: WeekRange): DashboardResponse {
  if (range === 'all') return answer;
  const over = answer.weeks.filter(({ state }) => state !== 'running').length;
  const from = Math.max(0, over - range);
  const first = answer.weeks[from]?.startsOn ?? '';
  const cutGroups = (groups: DashboardResponse['departments']) =>
    groups.map(({ name, active }) => ({ name, active: active.slice(from) }));
  return {
    ...answer,
    weeks: answer.weeks.slice(from),
    departments: cutGroups(answer.departments),
    jobFamilies: cutGroups(answer.jobFamilies),
    draftingTime: { ...answer.draftingTime, weekly: answer.draftingTime.weekly.slice(from) },
    retention: answer.retention.filter(({ startsOn }) => startsOn >= first),
  };
}
