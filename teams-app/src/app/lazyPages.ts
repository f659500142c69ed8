import type { CasePagesProps } from '../features/feedback/cases/CasePages';
import type { FeedbackPageProps } from '../features/feedback/FeedbackPage';
import type { QueuePageProps } from '../features/feedback/queue/QueuePage';
import type { CopyPageProps } from '../features/library/copying/CopyPage';
import type { LibraryPageProps } from '../features/library/LibraryPage';
import type { SessionsPageProps } from '../features/library/sessions/SessionsPage';
import type { EditorPageProps } from '../features/library/writing/EditorPage';
import type { NoProgrammeScreenProps } from '../features/programme/NoProgrammeScreen';
import { createPageLoader } from './pageLoader';
import type { ProgrammeAreaProps } from './programme/ProgrammeArea';

/** Pages a champion does not land on: their code comes when they are first shown. */
export const libraryPage = createPageLoader<LibraryPageProps>(
  async () => (await import('../features/library/LibraryPage')).LibraryPage,
);
export const importPage = createPageLoader<object>(
  async () => (await import('../features/library/importing/ImportPage')).ImportPage,
);
export const copyPage = createPageLoader<CopyPageProps>(
  async () => (await import('../features/library/copying/CopyPage')).CopyPage,
);
export const exportPage = createPageLoader<object>(
  async () => (await import('../features/library/exporting/ExportPage')).ExportPage,
);
export const editorPage = createPageLoader<EditorPageProps>(
  async () => (await import('../features/library/writing/EditorPage')).EditorPage,
);
export const reviewPage = createPageLoader<object>(
  async () => (await import('../features/library/review/ReviewPage')).ReviewPage,
);
export const settingsPage = createPageLoader<object>(
  async () => (await import('../features/library/settings/SettingsPage')).SettingsPage,
);
export const sessionsPage = createPageLoader<SessionsPageProps>(
  async () => (await import('../features/library/sessions/SessionsPage')).SessionsPage,
);
export const ownPage = createPageLoader<object>(
  async () => (await import('../features/library/variants/OwnPage')).OwnPage,
);
export const peopleAndDataPage = createPageLoader<object>(
  async () =>
    (await import('../features/adoption/peopleAndData/PeopleAndDataPage')).PeopleAndDataPage,
);
export const feedbackPage = createPageLoader<FeedbackPageProps>(
  async () => (await import('../features/feedback/FeedbackPage')).FeedbackPage,
);
export const queuePage = createPageLoader<QueuePageProps>(
  async () => (await import('../features/feedback/queue/QueuePage')).QueuePage,
);
export const overviewPage = createPageLoader<object>(
  async () => (await import('../features/feedback/overview/OverviewPage')).OverviewPage,
);
export const calendarPage = createPageLoader<object>(
  async () => (await import('../features/programme/calendar/CalendarPage')).CalendarPage,
);
export const suggestionsPage = createPageLoader<object>(
  async () => (await import('../features/feedback/suggestions/SuggestionsPage')).SuggestionsPage,
);
/** For a person in no programme. */
export const noProgrammePage = createPageLoader<NoProgrammeScreenProps>(
  async () => (await import('./programme/WithoutProgramme')).WithoutProgramme,
);
export const programmeArea = createPageLoader<ProgrammeAreaProps>(
  async () => (await import('./programme/ProgrammeArea')).ProgrammeArea,
);
export const casePages = createPageLoader<CasePagesProps>(
  async () => (await import('../features/feedback/cases/CasePages')).CasePages,
);
