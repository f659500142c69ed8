import type {
  Checkpoint,
  CheckpointDecision,
  CheckpointFigures,
  CheckpointsResponse,
} from '@last-mile/shared/checkpoints';
import { championId } from './people';

const unknown = { state: 'notEnoughData' } as const;
const share = (n: number, of: number) => ({ state: 'known', n, of }) as const;
const measured = (value: number, n: number) => ({ state: 'known', value, n }) as const;

/** Figures of a programme in which most went well and feedback waits. */
const figures: CheckpointFigures = {
  use: {
    target: 0.65,
    ...{ before: share(198, 900), active: share(560, 900) },
    ...{ decaying: false, peak: { week: '2026-W38', n: 585, of: 900 } },
    habit: { state: 'hidden' },
    ...{ attended: share(620, 900), practised: share(410, 900), againstOthers: null },
  },
  time: {
    sinceStart: {
      ...{ state: 'known', people: 120, first: 20, second: 14 },
      ...{ difference: -6, shift: -5.5, low: -7, high: -4 },
    },
    ...{ withTemplate: unknown, tasks: [], savedTime: unknown },
  },
  trust: {
    ...{ keptShare: measured(0.8, 300), redoRate: measured(0.12, 200) },
    flagsPer100: measured(0.9, 4_000),
  },
  feedback: {
    health: {
      ...{ open: 12, overdue: 5, openReachedClient: 0, closed: 60, suggestions: 47 },
      ...{ firstResponseDays: measured(3, 70), insideDue: measured(0.55, 70) },
      ...{ withOutcome: measured(1, 60), helped: unknown },
    },
    improvements: {
      total: 47,
      byState: { new: 4, inProgress: 8, waitingOnVendor: 0, closed: 35 },
      byRoute: {
        ...{ promptAdjusted: 20, workflowChanged: 6, trainingChanged: 4 },
        ...{ vendor: 5, declined: 4, undecided: 8 },
      },
    },
  },
  ownership: {
    owner: { state: 'present', since: null },
    effort: {
      written: { plannedHours: 64, actualHours: 61, plannedSpend: null, actualSpend: 3_200 },
      weeksWithout: 1,
    },
  },
};

/** A checkpoint that found a queue that is overdue and cannot judge whether time is saved. */
export const checkpoint = (
  change: Partial<Checkpoint> & { time?: Partial<CheckpointFigures['time']> } = {},
): Checkpoint => {
  const { time, ...others } = change;
  return {
    ...{ day: 30, week: '2026-W38', takenAt: '2026-09-24T06:00:00Z', people: 900 },
    figures: { ...figures, time: { ...figures.time, ...time } },
    diagnosis: {
      found: [
        {
          ...{ rule: 'overdueQueue', revise: 'feedback', evidence: ['overdueFeedback'] },
          proposed: { who: 'owner', days: 7 },
        },
      ],
      notJudged: [{ rule: 'useWithoutTimeSaved', missing: ['timeSaved'] }],
    },
    ...others,
  };
};

/** What was decided about the overdue queue at day 30. */
export const decision = (change: Partial<CheckpointDecision> = {}): CheckpointDecision => ({
  clientKey: '00000000-0000-4000-8000-000000000a01',
  ...{ eTag: '"d,1"', day: 30, rule: 'overdueQueue', change: 'Two deputies share the queue.' },
  ...{ ownerId: championId, ownerName: 'Amara Okafor', dueOn: '2026-10-01', lookBack: null },
  ...change,
});

export const checkpoints = (change: Partial<CheckpointsResponse> = {}): CheckpointsResponse => ({
  ...{ taken: [checkpoint()], missing: [], decisions: [], asOf: null },
  next: { day: 60, takenFrom: '2026-10-24' },
  ...change,
});
