import type { DashboardResponse, DashboardWeek, PeopleShare } from '@last-mile/shared/adoption';
import { programme } from './people';

const unknown = { state: 'notEnoughData' } as const;

export const known = (n: number, of: number): PeopleShare => ({ state: 'known', n, of });

export function week(
  startsOn: string,
  phase: DashboardWeek['phase'],
  active: PeopleShare,
  state: DashboardWeek['state'] = 'closed',
): DashboardWeek {
  return {
    week: `week of ${startsOn}`,
    startsOn,
    state,
    phase,
    active,
    aiUse: active,
    templateUse: known(10, 100),
    surfaces: { teams: active, outlook: known(10, 100), copilot: unknown },
    lifecycle: null,
    moved: { joined: { state: 'few' }, left: { state: 'few' } },
    revision: null,
  };
}

const weeks = [
  week('2026-08-17', 'before', known(22, 100)),
  week('2026-08-24', 'active', known(40, 100)),
  week('2026-08-31', 'active', known(71, 100)),
  week('2026-09-07', 'sustaining', known(60, 100), 'provisional'),
  week('2026-09-14', 'sustaining', { state: 'notEnoughData' }, 'running'),
];

/** A dashboard as the API answers it; `change` makes it another. */
export function dashboard(change: Partial<DashboardResponse> = {}): DashboardResponse {
  return {
    asOf: '2026-09-15T09:00:00Z',
    programmeName: programme.name,
    timeZone: programme.timeZone,
    targetActiveRate: 0.65,
    weeks,
    departments: [
      {
        name: 'Tax',
        active: [known(5, 50), known(15, 50), known(30, 50), known(25, 50), { state: 'hidden' }],
      },
      { name: 'Board', active: weeks.map(() => ({ state: 'hidden' as const })) },
    ],
    smallestGroup: 5,
    library: {
      published: 12,
      drafts: 2,
      pastReview: 1,
      proposals: 0,
      neverUsed: 3,
      tasks: 8,
      tasksWithItem: 7,
    },
    jobFamilies: [],
    habit: unknown,
    retention: [],
    draftingTime: {
      weekly: weeks.map(() => unknown),
      withTemplate: unknown,
      sinceStart: unknown,
      observed: unknown,
    },
    trust: { keptShare: unknown, redoRate: unknown, flagsPer100: unknown },
    tasks: [],
    copilot: { state: 'none' },
    feedback: {
      open: 4,
      overdue: 1,
      openReachedClient: 1,
      closed: 9,
      suggestions: 6,
      firstResponseDays: unknown,
      insideDue: unknown,
      withOutcome: unknown,
      helped: unknown,
    },
    improvements: unknown,
    ...change,
  };
}
