import type { DashboardDependencies } from './dashboard';

const unknown = { state: 'notEnoughData' } as const;

/** A library and a queue with nothing in them, for tests of the use beside them. */
export const noHealth = {
  library: {
    published: 0,
    drafts: 0,
    pastReview: 0,
    proposals: 0,
    neverUsed: 0,
    casesToWalk: 0,
  },
  feedback: {
    open: 0,
    overdue: 0,
    openReachedClient: 0,
    closed: 0,
    suggestions: 0,
    firstResponseDays: unknown,
    insideDue: unknown,
    withOutcome: unknown,
    helped: unknown,
  },
  improvements: {
    total: 0,
    byState: { new: 0, inProgress: 0, waitingOnVendor: 0, closed: 0 },
    byRoute: {
      promptAdjusted: 0,
      workflowChanged: 0,
      trainingChanged: 0,
      vendor: 0,
      declined: 0,
      undecided: 0,
    },
  },
} as const;

/** Nothing but use: what the dashboard is composed of besides, with nothing in it. */
export const nothingBeside: Omit<DashboardDependencies, 'database'> = {
  usedItems: () => Promise.resolve(new Set()),
  libraryHealth: () => Promise.resolve(noHealth.library),
  feedbackHealth: () => Promise.resolve(noHealth.feedback),
  improvements: () => Promise.resolve(noHealth.improvements),
  tasks: () => Promise.resolve([]),
  flags: () => Promise.resolve([]),
  onError: (error) => {
    throw error;
  },
  versions: () => ({ usage: '1', library: '1', feedback: '1' }),
  // However slow the machine is: what is pending is tested by itself.
  waitMs: 60_000,
};
