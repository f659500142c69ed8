import type { FeedbackPageProps } from '../features/feedback/FeedbackPage';
import { createPageLoader } from './pageLoader';

/** Pages nobody lands on: their code comes when they are first shown. */
export const importPage = createPageLoader<object>(
  async () => (await import('../features/library/ImportPage')).ImportPage,
);
export const feedbackPage = createPageLoader<FeedbackPageProps>(
  async () => (await import('../features/feedback/FeedbackPage')).FeedbackPage,
);
