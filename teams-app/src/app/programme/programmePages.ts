import type { EffortPageProps } from '../../features/programme/effort/EffortPage';
import type { SessionEditPageProps } from '../../features/practice/edit/SessionEditPage';
import type { SessionPageProps } from '../../features/practice/SessionPage';
import type { CheckpointPageProps } from '../../features/checkpoints/CheckpointPage';
import type { WorkflowPageProps } from '../../features/workflows/board/WorkflowPage';
import type { OperationsPageProps } from '../../features/operations/operationsPage';
import type { PrivacyPageProps } from '../../features/privacy/held/privacyPage';
import { createPageLoader } from '../pageLoader';

/** Pages of the programme: their code comes when they are first shown. */
export const weekPage = createPageLoader<object>(
  async () => (await import('../../features/programme/week/WeekPage')).WeekPage,
);
export const endingPage = createPageLoader<object>(
  async () => (await import('../../features/programme/ending/EndingPage')).EndingPage,
);
export const ownerPage = createPageLoader<object>(
  async () => (await import('../../features/programme/ending/OwnerPage')).OwnerPage,
);
export const effortPage = createPageLoader<EffortPageProps>(
  async () => (await import('../../features/programme/effort/EffortPage')).EffortPage,
);
export const startPage = createPageLoader<object>(
  async () => (await import('../../features/programme/start/StartPage')).StartPage,
);
export const planPage = createPageLoader<object>(
  async () => (await import('../../features/programme/plan/PlanPage')).PlanPage,
);
export const pastPage = createPageLoader<object>(
  async () => (await import('../../features/programme/past/PastPage')).PastPage,
);
export const workflowsPage = createPageLoader<object>(
  async () => (await import('../../features/workflows/WorkflowsPage')).WorkflowsPage,
);
export const practicePage = createPageLoader<object>(
  async () => (await import('../../features/practice/PracticePage')).PracticePage,
);
export const sessionPage = createPageLoader<SessionPageProps>(
  async () => (await import('../../features/practice/SessionPage')).SessionPage,
);
export const sessionEditPage = createPageLoader<SessionEditPageProps>(
  async () => (await import('../../features/practice/edit/SessionEditPage')).SessionEditPage,
);
export const coachingPage = createPageLoader<object>(
  async () => (await import('../../features/coaching/CoachingPage')).CoachingPage,
);
export const contactPage = createPageLoader<object>(
  async () => (await import('../../features/coaching/ContactPage')).ContactPage,
);
export const ownData = createPageLoader<PrivacyPageProps>(
  async () => (await import('../../features/privacy/ownData/OwnData')).OwnData,
);
export const peopleData = createPageLoader<PrivacyPageProps>(
  async () => (await import('../../features/privacy/peopleData/PeopleDataPage')).PeopleDataPage,
);
export const auditTrail = createPageLoader<OperationsPageProps>(
  async () => (await import('../../features/operations/audit/AuditPage')).AuditPage,
);
export const deliveries = createPageLoader<OperationsPageProps>(
  async () => (await import('../../features/operations/deliveries/DeliveriesPage')).DeliveriesPage,
);
export const noticePage = createPageLoader<object>(
  async () => (await import('../../features/privacy/notice/NoticePage')).NoticePage,
);
export const workflowPage = createPageLoader<WorkflowPageProps>(
  async () => (await import('../../features/workflows/board/WorkflowPage')).WorkflowPage,
);
export const checkpointsPage = createPageLoader<object>(
  async () => (await import('../../features/checkpoints/CheckpointsPage')).CheckpointsPage,
);
export const checkpointPage = createPageLoader<CheckpointPageProps>(
  async () => (await import('../../features/checkpoints/CheckpointPage')).CheckpointPage,
);
