import { checkpointsList } from './features/checkpoints/checkpointsList';
import { checkpointDecisionsList } from './features/checkpoints/decisionsList';
import { savedTimeList } from './features/checkpoints/savedTimeList';
import { coachingList } from './features/coaching/coachingList';
import { assistantChangesList } from './features/feedback/cases/assistantChangesList';
import { casesList } from './features/feedback/cases/casesList';
import { caseWalksList } from './features/feedback/cases/caseWalksList';
import { feedbackList } from './features/feedback/feedbackList';
import { libraryList } from './features/library/libraryList';
import { erasuresList } from './features/privacy/erasuresList';
import { practiceSessionsList } from './features/practice/sessionsList';
import { checkInsList, practisedList } from './features/practice/takingPartLists';
import { programmeWeeksList } from './features/programme/effort/programmeWeeksList';
import { programmesList } from './features/programme/programmesList';
import { draftsList } from './features/programme/start/draftsList';
import { workMarksList } from './features/programme/week/workMarksList';
import { timingsList } from './features/workflows/timingsList';
import { workflowsList } from './features/workflows/workflowsList';
import type { ListDefinition } from './sync/listDefinition';

/** Every list of the site, as the features define them: what is provisioned, synced and delivered. */
export const listDefinitions: readonly ListDefinition[] = [
  libraryList,
  feedbackList,
  workflowsList,
  timingsList,
  programmesList,
  draftsList,
  programmeWeeksList,
  workMarksList,
  casesList,
  caseWalksList,
  assistantChangesList,
  checkpointsList,
  checkpointDecisionsList,
  savedTimeList,
  practiceSessionsList,
  checkInsList,
  practisedList,
  coachingList,
  erasuresList,
];
