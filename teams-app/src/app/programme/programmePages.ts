import type { EffortPageProps } from '../../features/programme/effort/EffortPage';
import type { WorkflowPageProps } from '../../features/workflows/board/WorkflowPage';
import { createPageLoader } from '../pageLoader';

/** Pages of the programme: their code comes when they are first shown. */
export const weekPage = createPageLoader<object>(
  async () => (await import('../../features/programme/week/WeekPage')).WeekPage,
);
export const effortPage = createPageLoader<EffortPageProps>(
  async () => (await import('../../features/programme/effort/EffortPage')).EffortPage,
);
export const workflowsPage = createPageLoader<object>(
  async () => (await import('../../features/workflows/WorkflowsPage')).WorkflowsPage,
);
export const coachingPage = createPageLoader<object>(
  async () => (await import('../../features/coaching/CoachingPage')).CoachingPage,
);
export const contactPage = createPageLoader<object>(
  async () => (await import('../../features/coaching/ContactPage')).ContactPage,
);
export const workflowPage = createPageLoader<WorkflowPageProps>(
  async () => (await import('../../features/workflows/board/WorkflowPage')).WorkflowPage,
);
