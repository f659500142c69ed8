import type { Names } from './auth/names';
import type { Database } from './db/database';
import type { BeginningsOf } from './features/adoption/facts/beginnings';
import { createItemUses } from './features/adoption/windows/itemUses';
import { createUsesAround } from './features/adoption/windows/usesAround';
import { createCases, type Cases } from './features/feedback/cases/cases';
import { createFeedback, type Feedback } from './features/feedback/feedback';
import type { Linked } from './features/feedback/linked';
import type { Pseudonyms } from './features/feedback/pseudonyms';
import { createReporters } from './features/feedback/reporters';
import type { Library } from './features/library/library';
import type { Programmes } from './features/programme/programmes';
import type { ReadWorkflows } from './features/workflows/workflowsRoutes';
import type { Log } from './http/log';
import { toCaseItem, toLinkedItem } from './linkedItem';
import type { ListStores } from './sync/listStores';
import type { SyncTimes } from './syncTimes';

export interface ProgrammeFeedbackDependencies {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly names: Names;
  readonly pseudonyms: Pseudonyms;
  readonly programmes: Pick<Programmes, 'all' | 'membersOf'>;
  readonly workflows: ReadWorkflows;
  /** Asked for when it is needed: the library itself knows what was flagged. */
  readonly library: () => Pick<Library, 'approvedTexts' | 'belongsTo' | 'ownItem' | 'assistants'>;
  readonly hasSession: Linked['hasSession'];
  readonly beginningsOf: BeginningsOf;
  readonly syncTimes: SyncTimes;
  readonly log: Log;
  readonly now: () => Date;
}

/** What people flagged and suggested, and the cases that came of it. */
export interface ProgrammeFeedback {
  readonly feedback: Feedback;
  readonly cases: Cases;
}

/** Composes feedback and cases with what they are about. */
export function createProgrammeFeedback(
  dependencies: ProgrammeFeedbackDependencies,
): ProgrammeFeedback {
  const { database, lists, names, pseudonyms, programmes, workflows } = dependencies;
  const { library, hasSession, beginningsOf, syncTimes, log, now } = dependencies;
  const linked: Linked = {
    libraryItem: async (programme, itemKey) =>
      toLinkedItem(await library().approvedTexts(programme, itemKey)),
    task: async (programme, workflowKey) =>
      (await workflows(programme.clientKey)).find(({ clientKey }) => clientKey === workflowKey),
    hasSession,
  };
  const feedback = createFeedback({
    ...{ database, list: lists.Feedback, cases: lists.Cases, names, pseudonyms, linked, now },
    answeredBy: async (programme, about) =>
      about.type === 'libraryItem' ? library().belongsTo(programme, about.itemKey) : programme,
    programmes: () => programmes.all(),
    usesAround: createUsesAround(database, now),
    use: { itemUses: createItemUses(database, now), beginningsOf },
    membersOf: (programme) => programmes.membersOf(programme),
    asOf: () => syncTimes.of('Feedback'),
    onError: (error) => {
      log.tell('answerSettledLater', { err: error });
    },
  });
  const cases = createCases({
    ...{ database, lists, names, linked, now },
    read: feedback.read,
    readEvery: feedback.readEvery,
    reporters: createReporters(database, pseudonyms),
    caseItem: async (programme, itemKey) => toCaseItem(await library().ownItem(programme, itemKey)),
    assistants: (programme) => library().assistants(programme),
    programmes: () => programmes.all(),
    asOf: () => syncTimes.of('Cases'),
    onError: (error) => {
      log.tell('consentSettledLater', { err: error });
    },
  });
  return { feedback, cases };
}
