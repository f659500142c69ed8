import type { DashboardResponse } from '@last-mile/shared/adoption';

const unknown = { state: 'notEnoughData' } as const;

/** Health of a library and a queue with nothing in them, for tests of the use beside it. */
export const noHealth = {
  library: {
    published: 0,
    drafts: 0,
    pastReview: 0,
    proposals: 0,
    neverUsed: 0,
    tasks: 0,
    tasksWithItem: 0,
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
} as const satisfies Pick<DashboardResponse, 'library' | 'feedback'>;
