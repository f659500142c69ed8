import { smallestGroupShown } from '@last-mile/shared/adoption';
import type { Database } from './db/database';
import { createFrequentUsers } from './features/adoption/facts/frequentUsers';
import { countPractised } from './features/adoption/facts/practisedUse';
import { createSubjectLinks } from './features/adoption/facts/subjectLinks';
import type { PersonDigest } from './features/adoption/facts/subjects';
import type { UsageVersion } from './features/adoption/facts/usageVersion';
import { readActiveWeeks, readSpans } from './features/adoption/people/peopleActivity';
import { askedWeeks } from './features/adoption/weeks/askedWeeks';
import { createWeekCounts } from './features/adoption/weeks/weekCounts';
import type { Library } from './features/library/library';
import { createExercises } from './features/practice/exercises';
import { createHelpers } from './features/practice/helpers';
import { createPlacing, type PlacingDependencies } from './features/practice/placing';
import { createPracticeFigures, type PracticeFiguresOf } from './features/practice/practiceFigures';
import type { PracticeRoutesDependencies } from './features/practice/practiceRoutes';
import { createSessions, toProgrammeTasks } from './features/practice/sessions';
import { createTakingPart } from './features/practice/takingPart';
import type { Programmes } from './features/programme/programmes';
import type { ReadWorkflows } from './features/workflows/workflowsRoutes';
import type { ListStores } from './sync/listStores';
import { toWorkedDraft } from './workedDraft';

export interface ProgrammePracticeDependencies extends Pick<PlacingDependencies, 'linkTo'> {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly programmes: Pick<Programmes, 'membersOf' | 'jobFamilyOfUser'>;
  readonly workflows: ReadWorkflows;
  readonly library: Pick<
    Library,
    'approvedTexts' | 'itemsByTask' | 'prepareDraft' | 'publishedTitles'
  >;
  readonly usageDigest: PersonDigest;
  readonly usageVersion: Pick<UsageVersion, 'current'>;
  /** When sessions were last known to be as in SharePoint. */
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** What people practise together, who helps whom with a task, and how many take part. */
export interface ProgrammePractice extends Omit<
  PracticeRoutesDependencies,
  'figures' | 'calendarOf'
> {
  readonly figures: PracticeFiguresOf;
}

/** Composes practice from what features know. */
export function createProgrammePractice(
  dependencies: ProgrammePracticeDependencies,
): ProgrammePractice {
  const { database, lists, programmes, workflows, library, usageDigest, usageVersion } =
    dependencies;
  const { linkTo, asOf, now } = dependencies;
  const helpers = createHelpers({
    database,
    async itemsOf(programme, taskKey) {
      const mapped = await workflows(programme.clientKey);
      if (!mapped.some(({ clientKey }) => clientKey === taskKey)) return undefined;
      return (await library.itemsByTask(programme)).get(taskKey) ?? [];
    },
    membersOf: (programme) => programmes.membersOf(programme),
    frequentUsers: createFrequentUsers(database, usageDigest),
    now,
  });
  const sessions = createSessions({
    ...{ database, list: lists.PracticeSessions, asOf, now },
    tasksOf: async ({ clientKey }) => toProgrammeTasks(await workflows(clientKey)),
    hasItem: async (programme, itemKey) =>
      (await library.approvedTexts(programme, itemKey)) !== undefined,
    jobFamilyOf: (programme, user) => programmes.jobFamilyOfUser(programme, user),
    ownFacts: (user) => takingPart.own(user),
    attended: async (programme, sessionKey) =>
      (await takingPart.records(programme, 'CheckIns')).some(
        (word) => word.sessionKey === sessionKey,
      ),
  });
  const subjects = createSubjectLinks(database, usageDigest);
  const takingPart = createTakingPart({
    ...{ database, lists, now },
    sessionOf: (programme, user, sessionKey) => sessions.seen(programme, user, sessionKey),
    subjectOf: (user) => subjects.find(user),
    linkedSubject: (user) => subjects.link(user),
    countPractised: (tx, fact, { timeZone }) => countPractised(tx, [fact], timeZone, now()),
    draftOf: (programme, user, worked) =>
      library.prepareDraft({ programme, user, champion: false }, toWorkedDraft(worked), {
        ...{ origin: 'practice', sessionKey: worked.session.clientKey },
      }),
  });
  const weekCounts = createWeekCounts(database, smallestGroupShown);
  const figures = createPracticeFigures({
    sessionsOf: (programme) => sessions.of(programme),
    records: (programme, kind) => takingPart.records(programme, kind),
    closedWeeks: async (programme) => {
      const first = await weekCounts.firstWeek(programme.clientKey);
      return askedWeeks(programme, now(), first, {}).closed;
    },
    membershipOf: ({ clientKey }) => readSpans(database, [clientKey]),
    activeWeeksOf: ({ clientKey }, mondays) => readActiveWeeks(database, [clientKey], mondays),
    version: () => {
      const planned = lists.PracticeSessions.version();
      return `${planned}.${takingPart.version()}.${usageVersion.current()}`;
    },
  });
  return {
    ...{ helpers, sessions, takingPart, figures },
    exercises: createExercises((programme) => library.publishedTitles(programme)),
    placing: createPlacing({ sessions, linkTo, now }),
  };
}
