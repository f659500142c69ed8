import type { Hono } from 'hono';
import { createAccounts } from './auth/accounts';
import { createNames } from './auth/names';
import type { People } from './auth/people';
import { createSeenRoles, type SeenRoles } from './auth/seenRoles';
import { keysFor, lastingKeyFor, newestKeyFor, type AppConfig } from './config';
import type { Database } from './db/database';
import type { Dashboard } from './features/adoption/dashboard';
import { createPersonDigest } from './features/adoption/facts/subjects';
import { createBeginnings } from './features/adoption/facts/beginnings';
import { createUsesOfPeople } from './features/adoption/facts/usesOfPeople';
import { createUsedIn } from './features/adoption/facts/usedIn';
import { createUsageStore } from './features/adoption/facts/usageStore';
import { createUsageVersion } from './features/adoption/facts/usageVersion';
import type { Checkpoints } from './features/checkpoints/checkpoints';
import { checkpointsRoutes } from './features/checkpoints/checkpointsRoutes';
import type { Coaching } from './features/coaching/coaching';
import { coachingRoutes } from './features/coaching/coachingRoutes';
import { caseRoutes } from './features/feedback/cases/caseRoutes';
import type { Cases } from './features/feedback/cases/cases';
import type { Feedback } from './features/feedback/feedback';
import { feedbackRoutes } from './features/feedback/feedbackRoutes';
import { suggestionRoutes } from './features/feedback/suggestionRoutes';
import { createPseudonyms } from './features/feedback/pseudonyms';
import { copyRoutes } from './features/library/copies/copyRoutes';
import { createWhoReported } from './features/feedback/whoReported';
import { exchangeRoutes } from './features/library/exchangeRoutes';
import type { Library } from './features/library/library';
import { libraryRoutes } from './features/library/libraryRoutes';
import { sessionRoutes } from './features/library/sessions/sessionRoutes';
import { practiceRoutes } from './features/practice/practiceRoutes';
import { createProgrammeItem, type ProgrammeItem } from './features/programme/programmeItem';
import type { PersonalData } from './features/privacy/personalData';
import type { RetentionDependencies } from './features/privacy/retention';
import { createProgrammePeople } from './features/programme/programmePeople';
import { createProgrammes, type Programmes } from './features/programme/programmes';
import type { FiguresAt } from './features/programme/plan/targetCourses';
import { createRequiredStandards } from './features/programme/requiredStandards';
import { workflowsRoutes } from './features/workflows/workflowsRoutes';
import { calendarScopes } from './graph/calendar';
import type { GraphAs } from './graph/personalGraph';
import type { Send } from './graph/send';
import type { AppEnv } from './http/appEnv';
import type { Log } from './http/log';
import { refuseUnlistedRoutes } from './http/listedRoutes';
import type { ListStores } from './sync/listStores';
import type { Telemetry } from './telemetry/telemetry';
import { routes } from './routes';
import { createSyncTimes } from './syncTimes';
import { createFiguresAt } from './figuresAt';
import { placeLink } from './placeLink';
import { createProgrammeCheckpoints } from './programmeCheckpoints';
import { createProgrammeCoaching } from './programmeCoaching';
import { createProgrammeDashboard } from './programmeDashboard';
import { createProgrammeLibrary } from './programmeLibrary';
import { createProgrammePractice } from './programmePractice';
import { createProgrammeWeek, type ProgrammeWeek } from './programmeWeek';
import { composePersonalData } from './personalData';
import { createTookPart } from './tookPart';
import { administration } from './administration';
import { createAuditedSubjects } from './auditedSubjects';
import { createApiDoor } from './apiDoor';
import { createProgrammeFeedback } from './programmeFeedback';
import { programmeSetup } from './programmeSetup';
import { createProgrammeTasks } from './programmeTasks';
import { programmeUse } from './programmeUse';
import { servedPages } from './servedPages';

export interface AppDependencies {
  readonly config: AppConfig;
  /** The last step of every outgoing request. */
  readonly send: Send;
  readonly database: Database;
  readonly lists: Pick<ListStores, 'stores' | 'status'>;
  readonly people: People;
  readonly log: Log;
  readonly now: () => Date;
  readonly telemetry?: Telemetry;
  readonly graphAs: GraphAs;
  /** Called once a champion has changed which job family people belong to. */
  readonly onJobFamiliesSaved: () => void;
}

/** The API and what its features offer to whoever runs it. */
export interface App {
  readonly http: Hono<AppEnv>;
  readonly library: Library;
  readonly feedback: Feedback;
  readonly cases: Cases;
  readonly coaching: Coaching;
  readonly programmes: Programmes;
  readonly dashboard: Dashboard;
  readonly checkpoints: Checkpoints;
  readonly seenRoles: Pick<SeenRoles, 'standingOf'>;
  readonly programmeNews: ProgrammeWeek['news'];
  readonly programmeItem: ProgrammeItem;
  readonly figuresAt: FiguresAt;
  readonly erasures: PersonalData['erasures'];
  /** What is done about records of these kinds that are past their time. */
  readonly aging: RetentionDependencies['aging'];
  /** Finishes what a stopped process left undone, or what SharePoint did not take yet. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

/** Composes the API from its dependencies: no port, no clock and no network of its own. */
export async function createApp(dependencies: AppDependencies): Promise<App> {
  const { config, database, lists, people, log, now } = dependencies;
  const clock = () => now().getTime();
  const names = createNames(people, clock);
  const programmes = createProgrammes(lists.stores.Programmes, people, clock);
  const mayStillAct = createAccounts(people, clock);
  const seenRoles = createSeenRoles({
    ...{ database, mayStillAct, tenantId: config.tenantId, now },
    digestOf: createPersonDigest(...keysFor(config, 'seen roles')),
  });
  const syncTimes = await createSyncTimes(() => lists.status(), clock);
  const usageDigest = createPersonDigest(...keysFor(config, 'usage subjects'));
  const pseudonyms = createPseudonyms(...keysFor(config, 'feedback reporters'));
  const beginningsOf = createBeginnings(database, usageDigest);
  const { workflows, maps, timings } = createProgrammeTasks({
    ...{ config, database, lists: lists.stores, now },
    asOf: () => syncTimes.of('Workflows'),
  });
  const { feedback, cases } = createProgrammeFeedback({
    ...{ database, lists: lists.stores, names, pseudonyms, programmes, workflows, beginningsOf },
    ...{ syncTimes, log, now },
    library: () => library,
    hasSession: async (programme, sessionKey) =>
      (await practice.sessions.of(programme)).some(({ clientKey }) => clientKey === sessionKey),
  });
  const programmeItem = createProgrammeItem({ database, list: lists.stores.Programmes, now });
  const requiredStandards = createRequiredStandards(programmeItem);
  const programmePeople = createProgrammePeople(programmes, names);
  const { library, buildSessions } = await createProgrammeLibrary({
    ...{ database, lists: lists.stores, names, programmes, programmePeople, requiredStandards },
    ...{ workflows, feedback, usageDigest, now },
    favouritesDigest: createPersonDigest(...keysFor(config, 'library favourites')),
    sealKey: newestKeyFor(config, 'library seals'),
    draftDays: config.retention.libraryDrafts,
    sessionDays: config.retention.sessions,
    asOf: () => syncTimes.of('Library'),
    onPublished: () => {
      closeAwaited().catch((error: unknown) => {
        log.tell('awaitedLookedAtLater', { err: error });
      });
    },
    onBrokenSeal: () => {
      log.tell('sealBroken', {});
    },
  });
  const usesOfPeople = createUsesOfPeople(database, usageDigest);
  const coaching = createProgrammeCoaching({
    ...{ database, lists: lists.stores, tenantId: config.tenantId, programmes, feedback },
    ...{ usageDigest, beginningsOf, uses: usesOfPeople },
    digestOf: createPersonDigest(lastingKeyFor(config, 'coaching')),
    asOf: () => syncTimes.of('Coaching'),
    now,
  });
  /** Of every programme: a library may be shared. */
  async function closeAwaited() {
    for (const programme of await programmes.all()) await feedback.closeAwaited(programme);
  }

  const usageVersion = await createUsageVersion(database);
  const usage = createUsageStore(database, usageDigest, usageVersion.changed);
  const dashboard = createProgrammeDashboard({
    ...{ database, lists: lists.stores, usage, usageVersion, library, cases, feedback, workflows },
    onError: (error) => {
      log.tell('figuresFailed', { err: error });
    },
  });
  const practice = createProgrammePractice({
    ...{ database, lists: lists.stores, programmes, workflows, library, usageDigest, usageVersion },
    linkTo: (sessionKey) => placeLink(config, `practice/${sessionKey}`),
    asOf: () => syncTimes.of('PracticeSessions'),
    now,
  });

  const programmeWeek = createProgrammeWeek({
    ...{ database, lists: lists.stores, programmes, seenRoles, feedback, library, dashboard, now },
    ...{ names, item: programmeItem },
    checkpointWork: (programme) => checkpoints.toDo(programme),
    toCoach: (programme) => coaching.toCoach(programme),
    sessions: (programme) => practice.sessions.of(programme),
    mappedTasks: async ({ clientKey }) =>
      new Set((await workflows(clientKey)).map((task) => task.clientKey)),
    tookPart: createTookPart({
      ...{ database, tenantId: config.tenantId, usageDigest, uses: usesOfPeople, now },
      whoReported: createWhoReported(database, pseudonyms),
      membersOf: (programme) => programmes.membersOf(programme),
      checkIns: (programme) => practice.takingPart.records(programme, 'CheckIns'),
    }),
  });
  const savedTimeDigest = createPersonDigest(lastingKeyFor(config, 'saved time'));
  const { checkpoints, decisions, savedTime } = createProgrammeCheckpoints({
    ...{ database, lists: lists.stores, names, programmes, programmePeople, dashboard },
    ...{ workflows, timings, programmeWeek, now },
    usedIn: createUsedIn(database, usageDigest),
    practised: (programme, lastWeek) => practice.figures.shares(programme, lastWeek),
    pseudonymOf: (user) => savedTimeDigest(user).toString('hex'),
    sealKeys: keysFor(config, 'checkpoints'),
    asOf: () => syncTimes.of('CheckpointDecisions'),
  });

  const figuresAt = createFiguresAt(dashboard);
  const personalData = composePersonalData({
    ...{ config, database, lists: lists.stores, programmes, pseudonyms, now },
    onError: (error) => {
      log.tell('erasureGoesOnLater', { err: error });
    },
  });

  const { http, access } = createApiDoor({
    ...{ config, send: dependencies.send, database, seenRoles, mayStillAct, log, now },
    telemetry: dependencies.telemetry,
    membershipOf: (user) => programmes.membershipOf(user),
  });
  http.route(
    '/api',
    programmeSetup({
      ...{ database, lists: lists.stores, names, people, seenRoles, programmes, programmePeople },
      ...{ requiredStandards, item: programmeItem, week: programmeWeek, figuresAt, now },
      canNotify: config.teamsAppId !== null,
      onJobFamiliesSaved: dependencies.onJobFamiliesSaved,
    }),
  );
  http.route('/api/workflows', workflowsRoutes({ workflows, maps, timings }));
  http.route('/api/library/lenders', copyRoutes(library));
  http.route('/api/library', exchangeRoutes(library));
  http.route(
    '/api/library',
    libraryRoutes({
      library,
      jobFamilyOf: (programme, user) => programmes.jobFamilyOfUser(programme, user),
    }),
  );
  http.route('/api/build-sessions', sessionRoutes(buildSessions));
  http.route('/api/feedback', feedbackRoutes(feedback));
  http.route('/api', caseRoutes(cases));
  http.route('/api/suggestions', suggestionRoutes(feedback.suggestions));
  http.route('/api', checkpointsRoutes({ checkpoints, decisions, savedTime }));
  http.route('/api/coaching', coachingRoutes(coaching));
  http.route(
    '/api/practice',
    practiceRoutes({
      ...practice,
      calendarOf: (userToken) => dependencies.graphAs(userToken, calendarScopes),
    }),
  );
  http.route(
    '/api',
    programmeUse({
      ...{ database, tenantId: config.tenantId, usage, usageDigest, dashboard, programmes, now },
    }),
  );
  const auditedSubjects = createAuditedSubjects({
    ...{ lists: lists.stores, programmes, library, workflows },
    sessionsOf: (programme) => practice.sessions.of(programme),
  });
  http.route(
    '/api',
    administration({ database, names, people, personalData, auditedSubjects, now }),
  );
  refuseUnlistedRoutes(http, routes, access);
  http.route('/', servedPages(config));

  const resume = async () => {
    await library.resume();
    await feedback.resume();
    await closeAwaited();
    await cases.resume();
    await personalData.erasures.resume();
  };
  const close = async () => {
    await Promise.all([
      library.close(),
      feedback.close(),
      cases.close(),
      buildSessions.stop(),
      usageVersion.close(),
      personalData.erasures.resume.idle(),
    ]);
  };
  return {
    http,
    library,
    feedback,
    cases,
    coaching,
    programmes,
    dashboard,
    checkpoints,
    seenRoles,
    programmeItem,
    figuresAt,
    erasures: personalData.erasures,
    aging: {
      sessions: (until) => buildSessions.letOldGo(until),
      libraryDrafts: (until) => library.oldDrafts.retire(until),
    },
    programmeNews: programmeWeek.news,
    resume,
    close,
  };
}
