import type { DashboardResponse, DashboardWeek } from './dashboard';
import type { PeopleShare } from './figures';

/** Dashboards for tests: what a test does not speak of is not known, and there is none of it. */

const unknown = { state: 'notEnoughData' } as const;

export const weekWith = (
  week: string,
  active: PeopleShare,
  more: Partial<Pick<DashboardWeek, 'phase' | 'state'>> = {},
): DashboardWeek => ({
  ...{ week, startsOn: '2026-08-31', state: 'closed', phase: 'active' },
  ...{ active, aiUse: active, templateUse: active },
  surfaces: { teams: active, outlook: active, copilot: active },
  ...{ lifecycle: null, moved: { joined: unknown, left: unknown }, revision: null },
  ...more,
});

export const dashboardWith = (more: Partial<DashboardResponse>): DashboardResponse => ({
  ...{ asOf: '2026-10-01T08:00:00Z', programmeName: 'Pilot', timeZone: 'Europe/Berlin' },
  ...{ targetActiveRate: 0.6, smallestGroup: 5, weeks: [], departments: [], jobFamilies: [] },
  ...{ habit: unknown, retention: [], tasks: [], copilot: { state: 'none' } },
  draftingTime: { weekly: [], observed: unknown, sinceStart: unknown, withTemplate: unknown },
  trust: { keptShare: unknown, redoRate: unknown, flagsPer100: unknown },
  library: {
    ...{ published: 0, drafts: 0, pastReview: 0, proposals: 0 },
    ...{ neverUsed: 0, tasks: 0, tasksWithItem: 0, casesToWalk: 0 },
  },
  feedback: {
    ...{ open: 0, overdue: 0, openReachedClient: 0, closed: 0, suggestions: 0 },
    ...{ firstResponseDays: unknown, insideDue: unknown, withOutcome: unknown, helped: unknown },
  },
  improvements: {
    total: 0,
    byState: { new: 0, inProgress: 0, waitingOnVendor: 0, closed: 0 },
    byRoute: {
      ...{ promptAdjusted: 0, workflowChanged: 0, trainingChanged: 0 },
      ...{ vendor: 0, declined: 0, undecided: 0 },
    },
  },
  ...more,
});
