import { Hono } from 'hono';
import { createAccessTokens } from './auth/accessTokens';
import { createAccounts } from './auth/accounts';
import { recordLook } from './auth/auditTrail';
import { createNames } from './auth/names';
import type { People } from './auth/people';
import { createSeenRoles, type SeenRoles } from './auth/seenRoles';
import { keysFor, lastingKeyFor, newestKeyFor, type AppConfig } from './config';
import type { Database } from './db/database';
import { createReadiness } from './db/readiness';
import { adoptionRoutes } from './features/adoption/adoptionRoutes';
import { createCopilotReportStatus } from './features/adoption/usageReports/copilotReportStatus';
import type { Dashboard } from './features/adoption/dashboard';
import { createMembershipPositions } from './features/adoption/people/membershipPositions';
import { createPersonDigest } from './features/adoption/facts/subjects';
import { usageReportRoutes } from './features/adoption/usageReports/usageReportRoutes';
import { createBeginnings } from './features/adoption/facts/beginnings';
import { createUsesOfPeople } from './features/adoption/facts/usesOfPeople';
import { createUsedIn } from './features/adoption/facts/usedIn';
import { createUsageStore } from './features/adoption/facts/usageStore';
import { createReportedPeople } from './features/adoption/usageReports/reportedPeople';
import { createUsageUpload } from './features/adoption/usageReports/usageUpload';
import { createUsageVersion } from './features/adoption/facts/usageVersion';
import { createItemUses } from './features/adoption/windows/itemUses';
import { createParagraphHeat } from './features/adoption/windows/paragraphHeat';
import { paragraphHeatRoutes } from './features/adoption/windows/paragraphHeatRoutes';
import { createUsesAround } from './features/adoption/windows/usesAround';
import type { Checkpoints } from './features/checkpoints/checkpoints';
import { checkpointsRoutes } from './features/checkpoints/checkpointsRoutes';
import type { Coaching } from './features/coaching/coaching';
import { coachingRoutes } from './features/coaching/coachingRoutes';
import { caseRoutes } from './features/feedback/cases/caseRoutes';
import { createCases, type Cases } from './features/feedback/cases/cases';
import { createFeedback, type Feedback } from './features/feedback/feedback';
import { feedbackRoutes } from './features/feedback/feedbackRoutes';
import { noticesRoutes } from './features/feedback/notices/noticesRoutes';
import { createNoticesStatus } from './features/feedback/notices/noticesStatus';
import { suggestionRoutes } from './features/feedback/suggestionRoutes';
import { createPseudonyms } from './features/feedback/pseudonyms';
import { copyRoutes } from './features/library/copies/copyRoutes';
import type { Linked } from './features/feedback/linked';
import { createReporters } from './features/feedback/reporters';
import { createWhoReported } from './features/feedback/whoReported';
import { exchangeRoutes } from './features/library/exchangeRoutes';
import type { Library } from './features/library/library';
import { libraryRoutes } from './features/library/libraryRoutes';
import { sessionRoutes } from './features/library/sessions/sessionRoutes';
import { createAuditReading } from './features/operations/auditReading';
import { operationsRoutes } from './features/operations/operationsRoutes';
import { practiceRoutes } from './features/practice/practiceRoutes';
import { createJobFamilies } from './features/programme/jobFamilies';
import { createProgrammeItem, type ProgrammeItem } from './features/programme/programmeItem';
import type { PersonalData } from './features/privacy/personalData';
import { privacyRoutes } from './features/privacy/privacyRoutes';
import type { RetentionDependencies } from './features/privacy/retention';
import { programmeRoutes } from './features/programme/programmeRoutes';
import { createLibrarySettings } from './features/programme/librarySettings';
import { createProgrammePeople } from './features/programme/programmePeople';
import { createProgrammes, type Programmes } from './features/programme/programmes';
import { createPlans } from './features/programme/plan/plans';
import { planRoutes } from './features/programme/plan/planRoutes';
import { createProgrammeOverview } from './features/programme/plan/programmeOverview';
import type { FiguresAt } from './features/programme/plan/targetCourses';
import { createLookUpDraft } from './features/programme/start/knownOfDraft';
import { createProgrammeDrafts } from './features/programme/start/programmeDrafts';
import { startRoutes } from './features/programme/start/startRoutes';
import { createRequiredStandards } from './features/programme/requiredStandards';
import { createSampleDataMark } from './features/programme/sampleData';
import { ownershipRoutes } from './features/programme/owner/ownershipRoutes';
import { weekRoutes } from './features/programme/week/weekRoutes';
import { createWorkingCalendar } from './features/programme/workingCalendar';
import { createTimings } from './features/workflows/timings';
import { createWorkflowMaps } from './features/workflows/workflowMaps';
import { createWorkflows, workflowsRoutes } from './features/workflows/workflowsRoutes';
import { calendarScopes } from './graph/calendar';
import type { GraphAs } from './graph/personalGraph';
import type { Send } from './graph/send';
import { createAccess } from './http/access';
import type { AppEnv } from './http/appEnv';
import { builtApp } from './http/builtApp';
import { answerProblem, problemOf } from './http/errors';
import { legalPages } from './http/legalPages';
import type { Log } from './http/log';
import { refuseUnlistedRoutes } from './http/listedRoutes';
import { officeAddins } from './http/officeAddins';
import { perimeter } from './http/perimeter';
import { createRateLimiter } from './http/rateLimit';
import { Unavailable } from './http/refusals';
import { upstreamErrors } from './http/upstreamErrors';
import { createOpenApi } from './openapi/openApi';
import type { ListStores } from './sync/listStores';
import { createParkedDeliveries } from './sync/parkedDeliveries';
import { observeRequests } from './telemetry/observeRequests';
import type { Telemetry } from './telemetry/telemetry';
import { routes } from './routes';
import { createSyncTimes } from './syncTimes';
import { createFiguresAt } from './figuresAt';
import { placeLink } from './placeLink';
import { toCaseItem, toLinkedItem } from './linkedItem';
import { createProgrammeCheckpoints } from './programmeCheckpoints';
import { createProgrammeCoaching } from './programmeCoaching';
import { createProgrammeDashboard } from './programmeDashboard';
import { createProgrammeLibrary } from './programmeLibrary';
import { createProgrammePractice } from './programmePractice';
import { createProgrammeWeek, type ProgrammeWeek } from './programmeWeek';
import { composePersonalData } from './personalData';
import { createTookPart } from './tookPart';

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
  const linked: Linked = {
    libraryItem: async (programme, itemKey) =>
      toLinkedItem(await library.approvedTexts(programme, itemKey)),
    task: async (programme, workflowKey) =>
      (await workflows(programme.clientKey)).find(({ clientKey }) => clientKey === workflowKey),
    hasSession: async (programme, sessionKey) =>
      (await practice.sessions.of(programme)).some(({ clientKey }) => clientKey === sessionKey),
  };
  const beginningsOf = createBeginnings(database, usageDigest);
  const feedback = createFeedback({
    database,
    list: lists.stores.Feedback,
    cases: lists.stores.Cases,
    ...{ names, pseudonyms, linked },
    answeredBy: async (programme, about) =>
      about.type === 'libraryItem' ? library.belongsTo(programme, about.itemKey) : programme,
    programmes: () => programmes.all(),
    usesAround: createUsesAround(database, now),
    use: {
      itemUses: createItemUses(database, now),
      beginningsOf,
    },
    membersOf: (programme) => programmes.membersOf(programme),
    asOf: () => syncTimes.of('Feedback'),
    now,
    onError: (error) => {
      log.tell('answerSettledLater', { err: error });
    },
  });
  const programmeItem = createProgrammeItem({ database, list: lists.stores.Programmes, now });
  const requiredStandards = createRequiredStandards(programmeItem);
  const programmePeople = createProgrammePeople(programmes, names);
  const workflows = createWorkflows(lists.stores.Workflows);
  const workflowMaps = createWorkflowMaps({
    database,
    list: lists.stores.Workflows,
    asOf: () => syncTimes.of('Workflows'),
    now,
  });
  const timingDigest = createPersonDigest(lastingKeyFor(config, 'workflow timings'));
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
  const cases = createCases({
    database,
    lists: lists.stores,
    names,
    linked,
    read: feedback.read,
    readEvery: feedback.readEvery,
    reporters: createReporters(database, pseudonyms),
    caseItem: async (programme, itemKey) => toCaseItem(await library.ownItem(programme, itemKey)),
    assistants: (programme) => library.assistants(programme),
    programmes: () => programmes.all(),
    asOf: () => syncTimes.of('Cases'),
    now,
    onError: (error) => {
      log.tell('consentSettledLater', { err: error });
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
  const timings = createTimings({
    database,
    list: lists.stores.Timings,
    mapsOf: (programme) => workflowMaps.of(programme),
    mapsVersion: () => lists.stores.Workflows.version(),
    pseudonymOf: (user) => timingDigest(user).toString('hex'),
    now,
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

  const http = new Hono<AppEnv>();
  http.onError(answerProblem(upstreamErrors));
  http.notFound((c) => c.json(problemOf('notFound'), 404));
  if (dependencies.telemetry) http.use(observeRequests(dependencies.telemetry));
  http.use(perimeter(log, clock));

  const access = createAccess(
    {
      userOf: createAccessTokens(config, dependencies.send, clock, (user, issuedAt) =>
        seenRoles.note(user, issuedAt),
      ),
      takeOne: createRateLimiter(config.rateLimit, clock),
      takeOneFrom: createRateLimiter(config.rateLimit, clock),
      mayStillAct,
      membershipOf: (user) => programmes.membershipOf(user),
      keepLook: (action, { userId }, programme) =>
        recordLook(database, {
          ...{ at: now(), actorId: userId, action, programmeKey: programme?.clientKey ?? null },
        }),
    },
    routes,
  );
  for (const route of routes) {
    for (const step of access(route)) http.on(route.method, route.path, step);
  }

  const openApi = createOpenApi(() => http);
  const isReady = createReadiness(database);
  http.get('/api/health', (c) => c.json({ status: 'ok' }));
  http.get('/api/ready', async (c) => {
    if (!(await isReady())) throw new Unavailable('notReady', { retryAfterSeconds: 1 });
    return c.json({ status: 'ready' });
  });
  http.get('/api/openapi.json', async (c) => c.json(await openApi()));
  http.route(
    '/api',
    programmeRoutes({
      programmes,
      jobFamilies: createJobFamilies({
        item: programmeItem,
        programmes,
        onSaved: dependencies.onJobFamiliesSaved,
      }),
      requiredStandards,
      workingCalendar: createWorkingCalendar(programmeItem),
      librarySettings: createLibrarySettings(programmeItem, programmes),
      programmePeople,
      names,
      sampleData: createSampleDataMark(database, clock),
    }),
  );
  http.route(
    '/api',
    planRoutes({
      plans: createPlans({ item: programmeItem, names, people, seenRoles, figuresAt, now }),
      overview: createProgrammeOverview({
        ...{ programmes, figuresAt, now },
        ownerStanding: programmeWeek.ownerOf,
      }),
    }),
  );
  http.route(
    '/api',
    startRoutes({
      drafts: createProgrammeDrafts({
        ...{ database, programmes, names, now },
        drafts: lists.stores.ProgrammeDrafts,
        list: lists.stores.Programmes,
        lookUp: createLookUpDraft({ people, seenRoles, now }),
      }),
      people,
    }),
  );
  http.route(
    '/api/programme',
    noticesRoutes(createNoticesStatus(database, config.teamsAppId !== null, now)),
  );
  http.route('/api/programme', weekRoutes(programmeWeek));
  http.route('/api/programme', ownershipRoutes(programmeWeek.ownership));
  http.route(
    '/api/workflows',
    workflowsRoutes({
      workflows,
      maps: workflowMaps,
      timings,
    }),
  );
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
  http.route('/api', adoptionRoutes({ usage, now, dashboard }));
  http.route(
    '/api/admin',
    operationsRoutes({
      audit: createAuditReading(database, names),
      deliveries: createParkedDeliveries(database, now),
    }),
  );
  http.route('/api/adoption/items', paragraphHeatRoutes(createParagraphHeat(database, now)));
  http.route(
    '/api/adoption/usage-reports',
    usageReportRoutes({
      status: createCopilotReportStatus(database),
      positions: createMembershipPositions(database),
      takeUsageFile: createUsageUpload({
        database,
        usage,
        membersOf: (programme) => programmes.membersOf(programme),
        reportedPeople: createReportedPeople(database, config.tenantId, usageDigest),
      }),
      now,
    }),
  );
  http.route('/api', privacyRoutes({ personalData, people }));
  refuseUnlistedRoutes(http, routes, access);

  const pageConfig = {
    clientId: config.clientId,
    tenantId: config.tenantId,
    apiScope: `${config.appIdUri}/access_as_user`,
    teamsAppId: config.teamsAppId,
    hostOrigins: config.hostOrigins,
  };
  http.route('/tab', builtApp(config.folders.tab, 'tab', pageConfig));
  const signInPage = { 'sign-in.html': 'signIn' } as const;
  http.route('/pane', builtApp(config.folders.pane, 'pane', pageConfig, signInPage));
  http.route('/icons', builtApp(config.folders.icons, 'page', pageConfig));
  http.route('/', legalPages());
  http.route('/', officeAddins(config.publicOrigin));

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
