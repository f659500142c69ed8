import type { Logger } from 'pino';
import { createApp, type App } from './app';
import { keyFor, type AppConfig } from './config';
import type { Database } from './db/database';
import { createCopilotReportStatus } from './features/adoption/copilotReportStatus';
import { createCopilotUsageSync } from './features/adoption/copilotUsageSync';
import { createMembershipStore } from './features/adoption/membershipStore';
import { createMembershipSync } from './features/adoption/membershipSync';
import { createPersonDigest } from './features/adoption/subjects';
import { createUsageStore } from './features/adoption/usageStore';
import { readCopilotReport } from './graph/copilotReports';
import { createDirectory, type Directory } from './graph/directory';
import { createGraphClient, type GraphClient } from './graph/graphClient';
import { interactive } from './graph/patience';
import type { Send } from './graph/send';
import { createGraphTokens } from './graph/tokens';
import { listDefinitions } from './lists';
import { createLease } from './sync/lease';
import { createListStores, type ListStores } from './sync/listStores';

export interface ProductDependencies {
  readonly config: AppConfig;
  readonly database: Database;
  /** fetch on a real tenant; on a laptop what reaches the local tenant. */
  readonly send: Send;
  readonly log: Logger;
  readonly now?: () => Date;
}

/** The whole product in one process: the API and the workers behind it. */
export interface Product {
  readonly app: App;
  readonly lists: ListStores;
  readonly directory: Directory;
  readonly graph: GraphClient;
  /** Delivers, syncs and finishes what a stopped process left, from now on. */
  start(): Promise<void>;
  /** Finishes what is under way; the database stays open. */
  stop(): Promise<void>;
}

const version = '0.1.0';
const membersEveryMs = 60 * 60_000;
/** A report that was counted is left alone for most of a day; a failed look is tried again. */
const copilotEveryMs = 60 * 60_000;
const copilotLeaseSeconds = 15 * 60;
const unfinishedEveryMs = 30_000;

/** Builds the product on a migrated database; nothing runs before `start`. */
export async function createProduct(dependencies: ProductDependencies): Promise<Product> {
  const { config, database, send, log, now = () => new Date() } = dependencies;
  const { tenantId, clientId, credential } = config;
  const tokens = createGraphTokens({ tenantId, clientId, credential, send });
  const getToken = tokens.forApp;
  const graph = createGraphClient({ send, getToken, version });
  // A person waits for these; the workers have a directory of their own, with more patience.
  const interactiveGraph = createGraphClient({ send, getToken, version, patience: interactive });
  const directory = createDirectory(interactiveGraph, { clock: now });
  const patientDirectory = createDirectory(graph, { clock: now });
  const onError = (error: unknown) => {
    log.warn({ err: error }, 'work in the background will be tried again');
  };
  const lists = createListStores({
    database,
    graph,
    interactiveGraph,
    site: config.site,
    definitions: listDefinitions,
    clock: now,
    onError,
  });
  const app = await createApp({ config, send, database, lists, people: directory, log, now });

  const digest = createPersonDigest(keyFor(config.secret, 'usage subjects'));
  const usage = createUsageStore(database, digest);
  const members = createMembershipSync({
    store: createMembershipStore(database, tenantId, digest),
    usage,
    programmes: () => app.programmes.all(),
    readMembers: async (programme) =>
      Promise.all(
        (await patientDirectory.groupMembers(programme.groupId)).map(
          async ({ userId, department, jobTitle }) => ({
            userId,
            department,
            jobFamily: await app.programmes.jobFamilyOfTitle(programme, jobTitle),
          }),
        ),
      ),
    now,
    onError,
  });
  const copilot = createCopilotUsageSync({
    tenantId,
    lease: createLease(database, 'copilot usage', copilotLeaseSeconds),
    status: createCopilotReportStatus(database),
    usage,
    programmes: () => app.programmes.all(),
    readMembers: ({ groupId }) => patientDirectory.groupMembers(groupId),
    readReport: () => readCopilotReport(graph),
    now,
    onError,
  });
  let stopCopilot: (() => Promise<void>) | undefined;
  let stopMembers: (() => Promise<void>) | undefined;
  let unfinished: NodeJS.Timeout | undefined;

  return {
    app,
    lists,
    directory,
    graph,

    async start() {
      await lists.start();
      stopMembers = members.start(membersEveryMs);
      stopCopilot = copilot.start(copilotEveryMs);
      const resume = () => void app.library.resume().catch(onError);
      resume();
      unfinished = setInterval(resume, unfinishedEveryMs).unref();
    },

    async stop() {
      clearInterval(unfinished);
      await stopCopilot?.();
      await stopMembers?.();
      await lists.stop();
      await app.close();
    },
  };
}
