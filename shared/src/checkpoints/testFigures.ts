import type { Comparison } from '../adoption';
import type { CheckpointFigures } from './figures';

/** Figures for tests: a programme in which all is well. */

const unknown = { state: 'notEnoughData' } as const;
const measured = (value: number, n: number) => ({ state: 'known', value, n }) as const;
export const shareOf = (n: number, of: number) => ({ state: 'known', n, of }) as const;

/** Drafting minutes: 20 before, and this interval of the shift. */
export const timeShift = (low: number, high: number): Comparison => ({
  ...{ state: 'known', people: 120, first: 20, second: 20 + low },
  ...{ difference: low, shift: (low + high) / 2, low, high },
});

export const allWell: CheckpointFigures = {
  use: {
    target: 0.6,
    ...{ before: shareOf(220, 900), active: shareOf(560, 900) },
    ...{ decaying: false, peak: { week: '2026-W44', n: 560, of: 900 } },
    habit: unknown,
    ...{ attended: shareOf(600, 900), practised: shareOf(400, 900), againstOthers: null },
  },
  time: {
    ...{ sinceStart: timeShift(-9, -6), withTemplate: timeShift(-8, -5) },
    ...{ tasks: [], savedTime: unknown },
  },
  trust: {
    ...{ keptShare: measured(0.8, 300), redoRate: measured(0.12, 200) },
    flagsPer100: measured(0.9, 4_000),
  },
  feedback: {
    health: {
      ...{ open: 12, overdue: 1, openReachedClient: 0, closed: 60, suggestions: 47 },
      ...{ firstResponseDays: measured(1, 70), insideDue: measured(0.95, 70) },
      ...{ withOutcome: measured(1, 60), helped: measured(0.9, 20) },
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
      written: { plannedHours: 64, actualHours: 61, plannedSpend: 4_000, actualSpend: 3_200 },
      weeksWithout: 0,
    },
  },
};

interface Changes {
  readonly use?: Partial<CheckpointFigures['use']>;
  readonly time?: Partial<CheckpointFigures['time']>;
  readonly trust?: Partial<CheckpointFigures['trust']>;
  readonly health?: Partial<CheckpointFigures['feedback']['health']>;
  readonly ownership?: Partial<CheckpointFigures['ownership']>;
}

/** The same, but for some figures. */
export const figuresWith = ({
  use,
  time,
  trust,
  health,
  ownership,
}: Changes): CheckpointFigures => ({
  use: { ...allWell.use, ...use },
  time: { ...allWell.time, ...time },
  trust: { ...allWell.trust, ...trust },
  feedback: { ...allWell.feedback, health: { ...allWell.feedback.health, ...health } },
  ownership: { ...allWell.ownership, ...ownership },
});
