import type { FeedbackPageProps } from '../features/feedback/FeedbackPage';
import type { LibraryPageProps } from '../features/library/LibraryPage';
import { createPageLoader } from './pageLoader';

/** Pages a champion does not land on: their code comes when they are first shown. */
export const libraryPage = createPageLoader<LibraryPageProps>(
  async () => (await import('../features/library/LibraryPage')).LibraryPage,
);
export const importPage = createPageLoader<object>(
  async () => (await import('../features/library/ImportPage')).ImportPage,
);
export const peopleAndDataPage = createPageLoader<object>(
  async () =>
    (await import('../features/adoption/peopleAndData/PeopleAndDataPage')).PeopleAndDataPage,
);
export const feedbackPage = createPageLoader<FeedbackPageProps>(
  async () => (await import('../features/feedback/FeedbackPage')).FeedbackPage,
);
