import type {
  BulkTriageRequest,
  BulkTriageResponse,
  FeedbackDetail,
  FeedbackResponse,
  NamedFlag,
  QueueResponse,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Names } from '../../auth/names';
import type { Database } from '../../db/database';
import type { ListStore } from '../../sync/storedItem';
import { createActContext } from './actContext';
import { createCloseAwaited, type CloseAwaited } from './awaitedVersions';
import { createBulkTriage } from './bulkTriage';
import { createFeedbackDetail } from './feedbackDetail';
import { createFeedbackFigures, type FeedbackFigures } from './feedbackFigures';
import type { Linked, UsesAround } from './linked';
import { createLateFeedback, type ReadLateFeedback } from './lateFeedback';
import { createHelpedAnswers, type AnswerHelped } from './helpedAnswers';
import { toNamedFlag } from './namedFlags';
import { createOverview, type Overview, type OverviewDependencies } from './overview';
import { createOwnFeedback } from './ownFeedback';
import type { Pseudonyms } from './pseudonyms';
import { createQueue, type QueueQuestion } from './queue';
import { createQueueItems, type QueueViewer } from './queueItems';
import { createReadProgrammeFeedback, type ReadProgrammeFeedback } from './programmeFeedback';
import {
  createReadEvery,
  createReadFeedback,
  isAnsweredIn,
  isReportedIn,
  isSuggestedIn,
} from './readFeedback';
import { createReporters } from './reporters';
import { createSettleAnswers } from './settleAnswers';
import { createSubmission, type AnsweredBy, type SubmitFeedback } from './submission';
import { createSuggestions, type Suggestions } from './suggestions';
import { createTriage, type Act } from './triage';
import { createVendorPack, type MakeVendorPack } from './vendorPack';
import { createVoices } from './voices';
import { createWriteAct } from './writeAct';

export interface FeedbackDependencies extends Pick<OverviewDependencies, 'use' | 'membersOf'> {
  readonly database: Database;
  readonly list: ListStore;
  /** The Cases list. */
  readonly cases: ListStore;
  readonly names: Names;
  readonly pseudonyms: Pseudonyms;
  readonly linked: Linked;
  readonly usesAround: UsesAround;
  readonly answeredBy: AnsweredBy;
  readonly programmes: () => Promise<readonly Programme[]>;
  readonly asOf: () => string | null;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

export interface Feedback extends FeedbackFigures {
  /** What a programme's champions answer. */
  readonly read: ReadProgrammeFeedback;
  /** What anybody wrote, whichever programme asks. */
  readonly readEvery: ReadProgrammeFeedback;
  readonly submit: SubmitFeedback;
  readonly answerHelped: AnswerHelped;
  readonly suggestions: Suggestions;
  /** Takes what reporters answered to SharePoint, as far as it can be had now. */
  resume(): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
  mine(programme: Programme, user: User): Promise<FeedbackResponse>;
  queue(viewer: QueueViewer, query: QueueQuestion): Promise<QueueResponse>;
  /** One item with all that helps to decide about it. Throws NotFound. */
  detail(viewer: QueueViewer, clientKey: string): Promise<FeedbackDetail>;
  /** What nobody answered by its day. */
  readonly late: ReadLateFeedback;
  readonly overview: Overview;
  /** Flags that the programme's people sent with their names, whoever answers them. */
  namedFlags(programme: Programme): Promise<NamedFlag[]>;
  readonly triage: Act;
  readonly vendorPack: MakeVendorPack;
  readonly closeAwaited: CloseAwaited;
  triageMany(viewer: QueueViewer, request: BulkTriageRequest): Promise<BulkTriageResponse>;
}

/** Feedback on its list: what people send, what champions do with it, and what is counted of it. */
export function createFeedback(dependencies: FeedbackDependencies): Feedback {
  const { database, pseudonyms, linked, now, onError } = dependencies;
  const every = createReadEvery(dependencies.list);
  const readAll = createReadFeedback(every, isAnsweredIn);
  const readReported = createReadFeedback(every, isReportedIn);
  const read = createReadProgrammeFeedback(readAll);
  // What somebody wrote may be answered, and merged, in another programme.
  const readEvery = createReadProgrammeFeedback(every);
  const reporters = createReporters(database, pseudonyms);
  const voices = createVoices(dependencies);
  const toQueueItems = createQueueItems({ ...dependencies, voices });
  const contextOf = createActContext(linked, now);
  const settleAnswers = createSettleAnswers({ ...dependencies, read: readEvery });
  const writeAct = createWriteAct(dependencies);
  const triage = createTriage({ read, toQueueItems, contextOf, writeAct });
  return {
    ...{ read, readEvery },
    ...createFeedbackFigures(readAll, readReported),
    submit: createSubmission(dependencies),
    answerHelped: createHelpedAnswers({
      ...dependencies,
      ...{ read: readEvery, reporters },
      settleSoon: () => void settleAnswers().catch(onError),
    }),
    suggestions: createSuggestions({
      ...dependencies,
      read: createReadProgrammeFeedback(createReadFeedback(every, isSuggestedIn)),
      reporters,
    }),
    resume: settleAnswers,
    close: settleAnswers.idle,
    mine: createOwnFeedback({ ...dependencies, read: readEvery, reporters }),
    queue: createQueue({ ...dependencies, read, toQueueItems, voices }),
    detail: createFeedbackDetail({ ...dependencies, read, toQueueItems }),
    late: createLateFeedback(read),
    overview: createOverview({ ...dependencies, read, readReported }),
    namedFlags: async (programme) => (await readReported(programme)).flatMap(toNamedFlag),
    triage,
    triageMany: createBulkTriage(triage),
    vendorPack: createVendorPack({ ...dependencies, read }),
    closeAwaited: createCloseAwaited({ read, linked, writeAct, now }),
  };
}
