import {
  isoWeekOfDay,
  type DashboardResponse,
  type DashboardWeek,
  type Measure,
  type PeopleShare,
} from '@last-mile/shared/adoption';
import { programme } from './people';

const unknown = { state: 'notEnoughData' } as const;

export const known = (n: number, of: number): PeopleShare => ({ state: 'known', n, of });

/** A week's flow; its kinds are told apart by their figures. */
const flow = { new: 8, returning: 45, resurrecting: 7, dormant: 11 };

export function week(
  startsOn: string,
  phase: DashboardWeek['phase'],
  active: PeopleShare,
  state: DashboardWeek['state'] = 'closed',
): DashboardWeek {
  return {
    week: isoWeekOfDay(startsOn),
    startsOn,
    state,
    phase,
    active,
    aiUse: active,
    templateUse: known(10, 100),
    surfaces: { teams: active, outlook: known(10, 100), copilot: unknown },
    lifecycle: active.state === 'known' ? flow : null,
    moved: { joined: { state: 'known', n: 6 }, left: { state: 'few' } },
    revision: null,
  };
}

const measured = (value: number, n: number): Measure => ({ state: 'known', value, n });

const trust = {
  keptShare: measured(0.82, 140),
  redoRate: measured(0.11, 64),
  flagsPer100: measured(1.4, 930),
};

const withTemplate = {
  state: 'known',
  people: 188,
  first: 7.9,
  second: 5.1,
  difference: -2.6,
  shift: -2.7,
  low: -3.1,
  high: -2.2,
} as const;

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
        active: [known(5, 50), known(15, 50), known(30, 50), unknown, unknown],
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
      casesToWalk: 0,
    },
    jobFamilies: [
      { name: 'advisory', active: weeks.map(({ active }) => active) },
      { name: 'Partners', active: weeks.map(() => ({ state: 'band', of: 8, half: 'over' })) },
    ],
    habit: {
      state: 'known',
      weeks: 4,
      of: 100,
      power: 12,
      habitual: 30,
      novice: 20,
      low: 10,
      none: 28,
    },
    retention: [
      { startsOn: '2026-08-24', active: [known(40, 40), known(30, 40), known(24, 40)] },
      { startsOn: '2026-08-31', active: [known(31, 31), { state: 'hidden' }] },
    ],
    draftingTime: {
      weekly: [
        measured(8.4, 60),
        measured(7.2, 70),
        { state: 'hidden' },
        measured(5.2, 66),
        { state: 'notEnoughData' },
      ],
      withTemplate,
      sinceStart: { ...withTemplate, people: 214, first: 8, second: 5, low: -3.4 },
      observed: { state: 'known', n: 640, of: 1000 },
    },
    trust,
    tasks: [
      {
        workflowKey: '00000000-0000-4000-8000-000000000900',
        task: 'Draft a client email',
        jobFamily: 'advisory',
        publishedItems: 3,
        uses: measured(420, 88),
        withTemplate,
        trust,
      },
      {
        workflowKey: '00000000-0000-4000-8000-000000000901',
        task: 'Summarise a ruling',
        jobFamily: 'tax',
        publishedItems: 0,
        uses: { state: 'notEnoughData' },
        withTemplate: { state: 'notEnoughData' },
        trust: { keptShare: { state: 'hidden' }, redoRate: unknown, flagsPer100: unknown },
      },
    ],
    copilot: { state: 'known', reportedOn: '2026-09-13', missingDays: 0 },
    feedback: {
      open: 4,
      overdue: 1,
      openReachedClient: 1,
      closed: 9,
      suggestions: 6,
      firstResponseDays: measured(1.5, 12),
      insideDue: measured(0.9, 11),
      withOutcome: measured(0.78, 9),
      helped: unknown,
    },
    improvements: {
      total: 6,
      byState: { new: 2, inProgress: 1, waitingOnVendor: 1, closed: 2 },
      byRoute: {
        promptAdjusted: 1,
        workflowChanged: 1,
        trainingChanged: 0,
        vendor: 1,
        declined: 0,
        undecided: 3,
      },
    },
    ...change,
  };
}
