import { createApp, type App } from './app';
import { keysFor, lastingKeyFor, type AppConfig } from './config';
import type { Database } from './db/database';
import { createCopilotReportStatus } from './features/adoption/usageReports/copilotReportStatus';
import {
  createCopilotUsageSync,
  type CopilotUsageSync,
} from './features/adoption/usageReports/copilotUsageSync';
import { createMembershipPositions } from './features/adoption/people/membershipPositions';
import { createMembershipStore } from './features/adoption/people/membershipStore';
import {
  createMembershipSync,
  type MembershipSync,
} from './features/adoption/people/membershipSync';
import { createPersonDigest } from './features/adoption/facts/subjects';
import { createReportedPeople } from './features/adoption/usageReports/reportedPeople';
import { createUsageStore } from './features/adoption/facts/usageStore';
import { startWorkAhead } from './features/adoption/workAhead';
import {
  createCheckpointTaking,
  type CheckpointTaking,
} from './features/checkpoints/checkpointTaking';
import { createNotices, type Notices } from './features/feedback/notices/notices';
import { createPseudonyms } from './features/feedback/pseudonyms';
import { createRetention, type Retention } from './features/privacy/retention';
import {
  createTargetFreezing,
  type TargetFreezing,
} from './features/programme/plan/targetFreezing';
import { readCopilotReport } from './graph/copilotReports';
import { createDirectory, type Directory } from './graph/directory';
import { createGraphClient, type GraphClient } from './graph/graphClient';
import { readGroupChanges } from './graph/groupDelta';
import { interactive } from './graph/patience';
import { createPersonalGraph } from './graph/personalGraph';
import type { Send } from './graph/send';
import { observeDatabase } from './telemetry/observeDatabase';
import { observeLog } from './telemetry/observeLog';
import { observeProduct } from './telemetry/observeProduct';
import { observeSend } from './telemetry/observeSend';
import type { Telemetry } from './telemetry/telemetry';
import { repeatedly } from './sync/repeatedly';
import { createDeliveryWatch } from './deliveryWatch';
import { createSyncWatch } from './syncWatch';
import { createThrottleWatch } from './throttleWatch';
import { createWorkerWatch } from './workerWatch';
import { createGraphTokens } from './graph/tokens';
import { listDefinitions } from './lists';
import type { Log } from './http/log';
import { createLeases } from './sync/lease';
import type { WorkerName } from './sync/workers';
import { createListStores, type ListStores } from './sync/listStores';

export interface ProductDependencies {
  readonly config: AppConfig;
  readonly database: Database;
  /** fetch on a real tenant; on a laptop what reaches the local tenant. */
  readonly send: Send;
  readonly log: Log;
  readonly now?: () => Date;
  /** Who hears how the product does; nobody where it is left out. */
  readonly telemetry?: Telemetry;
}

/** The whole product in one process: the API and the workers behind it. */
export interface Product {
  readonly app: App;
  readonly lists: ListStores;
  readonly directory: Directory;
  readonly graph: GraphClient;
  /** Who is in the programmes, and on which days Copilot's report saw them. */
  readonly members: Pick<MembershipSync, 'run'>;
  readonly copilot: Pick<CopilotUsageSync, 'run'>;
  /** Freezes what targets started from and came to, when that is due. */
  readonly targets: Pick<TargetFreezing, 'run'>;
  /** Takes checkpoints that are due. */
  readonly checkpoints: Pick<CheckpointTaking, 'run'>;
  /** Deletes what is past its time, once a day. */
  readonly retention: Pick<Retention, 'run'>;
  /** Tells people in Teams; null where the app's id in Teams is not known. */
  readonly notices: Pick<Notices, 'run'> | null;
  /** Delivers, syncs and finishes what a stopped process left, from now on. */
  start(): Promise<void>;
  /** Finishes what is under way; the database stays open. */
  stop(): Promise<void>;
  /** Lets other instances do at once what this one did in the background, for a stop that takes too long. */
  handBack(): Promise<void>;
}

export const version = '0.1.0';
const membersEveryMs = 10 * 60_000;
/** Reading everybody of a large group takes minutes; a holder that died is waited for that long. */
const membersLeaseSeconds = 15 * 60;
/** A report that was counted is left alone for most of a day; a failed look is tried again. */
const copilotEveryMs = 60 * 60_000;
const copilotLeaseSeconds = 15 * 60;
/** What is ready already costs a handful of small questions. */
const workAheadEveryMs = 60_000;
const workAheadLeaseSeconds = 15 * 60;
/** Nothing is due on most days; what is due and pending is looked at again soon. */
const targetsEveryMs = 20_000;
const targetsLeaseSeconds = 15 * 60;
const checkpointsEveryMs = 20_000;
/** Longer than the figures of a large programme take; a holder that died is waited for that long. */
const checkpointsLeaseSeconds = 15 * 60;
const retentionEveryMs = 60 * 60_000;
const retentionLeaseSeconds = 15 * 60;
const noticesEveryMs = 10_000;
/** Longer than one notification takes, retries included. */
const noticesLeaseSeconds = 30;
/** An alert may be a minute late; the queue is counted in one small question. */
const watchEveryMs = 60_000;
const unfinishedEveryMs = 30_000;

/** Builds the product on a migrated database; nothing runs before `start`. */
export async function createProduct(dependencies: ProductDependencies): Promise<Product> {
  const { config, now = () => new Date() } = dependencies;
  const { database, log, telemetry, ...heard } = observed(dependencies);
  const throttling = createThrottleWatch(log, now);
  const send = throttling.hear(heard.send);
  const { tenantId, clientId, credential } = config;
  const leases = createLeases(database);
  const leaseOf = (worker: WorkerName, seconds: number) => leases.lease(worker, seconds);
  const tokens = createGraphTokens({ tenantId, clientId, credential, send });
  const getToken = tokens.forApp;
  const graph = createGraphClient({ send, getToken, version });
  // A person waits for these; the workers have a directory of their own, with more patience.
  const interactiveGraph = createGraphClient({ send, getToken, version, patience: interactive });
  const directory = createDirectory(interactiveGraph, { clock: now });
  // The workers remember nothing: what they read has to be later than the delta they read it for.
  const patientDirectory = createDirectory(graph, { clock: now, expiryMs: 0 });
  const onError = (error: unknown) => {
    log.tell('workTriedAgain', { err: error });
  };
  const lists = createListStores({
    database,
    graph,
    interactiveGraph,
    site: config.site,
    definitions: listDefinitions,
    leases,
    clock: now,
    onError,
    ...(telemetry && {
      onDelivered: (list) => {
        telemetry.count('lastmile.delivery.delivered', { 'lastmile.list': list });
      },
    }),
  });
  if (telemetry) observeProduct(telemetry, dependencies.database, now);
  const lookAtDelivery = createDeliveryWatch(database, log, now);
  const lookAtWorkers = createWorkerWatch(database, log);
  const lookAtLists = createSyncWatch(() => lists.status(), log, now);
  const app = await createApp({
    ...{ config, send, database, lists, people: directory, log, now },
    ...(telemetry && { telemetry }),
    graphAs: createPersonalGraph({ tokens, send, version }),
    onJobFamiliesSaved: () => void members.run().catch(onError),
  });

  const digest = createPersonDigest(...keysFor(config, 'usage subjects'));
  const usage = createUsageStore(database, digest);
  const members = createMembershipSync({
    lease: leaseOf('membership', membersLeaseSeconds),
    store: createMembershipStore(database, tenantId, digest),
    positions: createMembershipPositions(database),
    usage,
    programmes: () => app.programmes.all(),
    jobFamilyOf: (programme, member) => app.programmes.jobFamilyOf(programme, member),
    mappingOf: async (programme) =>
      JSON.stringify([programme.jobFamilies, await app.programmes.mappingOf(programme)]),
    readTree: (groupId) => patientDirectory.groupTree(groupId),
    readPeople: (userIds) => patientDirectory.people(userIds),
    readChanges: (groupIds, deltaLink) => readGroupChanges(graph, groupIds, deltaLink),
    now,
    onError,
  });
  const copilot = createCopilotUsageSync({
    lease: leaseOf('copilot usage', copilotLeaseSeconds),
    status: createCopilotReportStatus(database),
    usage,
    programmes: () => app.programmes.all(),
    readMembers: ({ groupId }) => patientDirectory.groupMembers(groupId),
    reportedPeople: createReportedPeople(database, tenantId, digest),
    syncMembers: () => members.run(),
    readReport: () => readCopilotReport(graph),
    now,
    onError,
  });
  const targets = createTargetFreezing({
    ...{ database, list: lists.stores.Programmes, item: app.programmeItem, now, onError },
    programmes: () => app.programmes.all(),
    figuresAt: app.figuresAt,
    lease: leaseOf('targets', targetsLeaseSeconds),
  });
  const checkpoints = createCheckpointTaking({
    lease: leaseOf('checkpoints', checkpointsLeaseSeconds),
    checkpoints: app.checkpoints,
    programmes: () => app.programmes.all(),
    onError,
  });
  const retention = createRetention({
    ...{ database, lists: lists.stores, days: config.retention, aging: app.aging },
    ...{ now, onError },
    lease: leaseOf('retention', retentionLeaseSeconds),
  });
  const notices =
    config.teamsAppId === null
      ? null
      : createNotices({
          database,
          graph: interactiveGraph,
          lease: leaseOf('notifications', noticesLeaseSeconds),
          read: app.feedback.read,
          readEvery: app.feedback.readEvery,
          caseNews: (programme) => app.cases.news(programme),
          coachingNews: (programme) => app.coaching.news(programme),
          programmeNews: (programme, at) => app.programmeNews(programme, at),
          programmes: () => app.programmes.all(),
          membersOf: (programme) => app.programmes.membersOf(programme),
          pseudonyms: createPseudonyms(...keysFor(config, 'feedback reporters')),
          chainKey: lastingKeyFor(config, 'notification chains'),
          tab: { teamsAppId: config.teamsAppId, tenantId, publicOrigin: config.publicOrigin },
          log,
          now,
        });
  let stopTargets: (() => Promise<void>) | undefined;
  let stopCheckpoints: (() => Promise<void>) | undefined;
  let stopRetention: (() => Promise<void>) | undefined;
  let stopNotices: (() => Promise<void>) | undefined;
  let stopCopilot: (() => Promise<void>) | undefined;
  let stopMembers: (() => Promise<void>) | undefined;
  let stopWorkAhead: (() => Promise<void>) | undefined;
  let stopWatch: (() => Promise<void>) | undefined;
  let stopWorkerWatch: (() => Promise<void>) | undefined;
  let stopSyncWatch: (() => Promise<void>) | undefined;
  let stopThrottleWatch: (() => Promise<void>) | undefined;
  let unfinished: NodeJS.Timeout | undefined;

  return {
    app,
    lists,
    directory,
    graph,
    members,
    copilot,
    checkpoints,
    targets,
    retention,
    notices,

    async start() {
      if (notices === null) log.tell('noticesOff', {});
      await lists.start();
      stopMembers = members.start(membersEveryMs);
      stopCopilot = copilot.start(copilotEveryMs);
      stopWorkAhead = startWorkAhead(
        {
          lease: leaseOf('work ahead', workAheadLeaseSeconds),
          dashboard: app.dashboard,
          programmes: () => app.programmes.all(),
          now,
          onError,
        },
        workAheadEveryMs,
      );
      stopTargets = targets.start(targetsEveryMs);
      stopCheckpoints = checkpoints.start(checkpointsEveryMs);
      stopRetention = retention.start(retentionEveryMs);
      stopNotices = notices?.start(noticesEveryMs);
      const resume = () => void app.resume().catch(onError);
      resume();
      stopWatch = repeatedly(lookAtDelivery, watchEveryMs, onError);
      stopWorkerWatch = repeatedly(lookAtWorkers, watchEveryMs, onError);
      stopSyncWatch = repeatedly(lookAtLists, watchEveryMs, onError);
      stopThrottleWatch = repeatedly(throttling.look, watchEveryMs, onError);
      unfinished = setInterval(resume, unfinishedEveryMs).unref();
    },

    async stop() {
      clearInterval(unfinished);
      await Promise.all([
        stopWatch?.(),
        stopWorkerWatch?.(),
        stopSyncWatch?.(),
        stopThrottleWatch?.(),
        stopNotices?.(),
        stopRetention?.(),
        stopCheckpoints?.(),
        stopTargets?.(),
        stopWorkAhead?.(),
        stopCopilot?.(),
        stopMembers?.(),
      ]);
      await members.idle();
      await lists.stop();
      await app.close();
    },

    handBack: () => leases.handBack(),
  };
}

/** What the product works with, listened to where somebody wants to hear; else as it was given. */
function observed({ database, send, log, telemetry }: ProductDependencies) {
  if (telemetry === undefined) return { database, send, log, telemetry };
  return {
    database: observeDatabase(telemetry, database),
    send: observeSend(telemetry, send),
    log: observeLog(telemetry, log),
    telemetry,
  };
}
