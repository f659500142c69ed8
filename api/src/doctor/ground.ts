import { decodeJwt } from 'jose';
import * as z from 'zod/mini';
import type { AppConfig } from '../config';
import type { Database } from '../db/database';
import { createDeadline } from '../graph/deadline';
import { createGraphClient, type GraphClient } from '../graph/graphClient';
import type { Patience } from '../graph/patience';
import type { Send } from '../graph/send';
import { createGraphTokens } from '../graph/tokens';
import { listDefinitions } from '../lists';
import type { Site } from '../provision/sharepoint/site';
import { findSiteId } from '../sync/sharePointSite';
import {
  createPublicAddress,
  type PublicAddress,
  type Reach,
  type ShownCertificate,
} from './address/publicAddress';
import type { Administrator } from './admin/administrator';
import { createClocks, type Clocks } from './clocks';
import { readRegistration, type Registration } from './entra/readRegistration';
import { createProbe, type Probe } from './probe';
import { readLists, type FoundList } from './sharepoint/readLists';

/** What the doctor looks at, and how. It reads; it writes nowhere. */
export interface Deployment {
  readonly config: AppConfig;
  /** Opened read-only. */
  readonly database: Database;
  readonly send: Send;
  readonly reach: Reach;
  readonly now: () => Date;
  /** Who signed in to see what the app may not; left out where nobody was asked to. */
  readonly administrator?: () => Promise<Administrator>;
}

/** What the checks stand on: each thing is asked once, however many checks need it. */
export interface Ground {
  readonly config: AppConfig;
  readonly now: () => Date;
  readonly address: {
    readonly site: Pick<PublicAddress, 'host'>;
    readonly names: Probe<readonly string[]>;
    readonly certificate: Probe<ShownCertificate>;
    /** A page of the deployment, once a connection comes about. */
    readonly get: PublicAddress['get'];
  };
  readonly clocks: Clocks;
  /** What Entra lets the app do: the application permissions in its token. */
  readonly roles: Probe<readonly string[]>;
  readonly registration: Probe<Registration>;
  /** Null where nobody was asked to sign in. */
  readonly administrator: Probe<Administrator> | null;
  /** Graph for what Entra holds: as the administrator where one signed in, else as the app. */
  readonly registry: () => Promise<GraphClient>;
  /** Graph as the app; its requests go out once the app can sign in. */
  readonly graph: () => Promise<GraphClient>;
  readonly sharePointSite: Probe<Site>;
  readonly lists: Probe<readonly FoundList[]>;
  readonly database: Probe<DatabaseState>;
  /** The database, once it answers. */
  readonly db: () => Promise<Database>;
}

/** What the database says of itself. */
export interface DatabaseState {
  readonly versionNumber: number;
  readonly encoding: string;
  readonly fsync: string;
  readonly synchronousCommit: string;
  readonly fullPageWrites: string;
  readonly bytes: number;
  readonly connections: number;
  readonly maxConnections: number;
  readonly at: Date;
  /** When the answer came, by our clock. */
  readonly heardAt: Date;
}

/** Short: a busy service is a finding, not something to wait for. */
export const patience: Patience = {
  attemptMs: 4_000,
  totalMs: 5_000,
  retries: 0,
  longestWaitSeconds: 0,
};

const siteBody = z.object({ webUrl: z.optional(z.string()) });
const rolesClaim = z.object({ roles: z._default(z.array(z.string()), []) });

export function createGround(deployment: Deployment): Ground {
  const { config, database, now, reach } = deployment;
  const clocks = createClocks(now);
  const send = clocks.watch(deployment.send);
  const { tenantId, clientId, credential } = config;
  const tokens = createGraphTokens({ tenantId, clientId, credential, send });
  const roles = createProbe('Sign-in of the app', async () => {
    const { roles: granted } = rolesClaim.parse(decodeJwt(await tokens.forApp()));
    return granted;
  });
  const client = createGraphClient({ send, getToken: tokens.forApp, version: 'doctor', patience });
  const graph = async () => {
    await roles.needed();
    return client;
  };
  const administrator = deployment.administrator
    ? createProbe('Sign-in of an administrator', deployment.administrator)
    : null;
  const registry = async () => (administrator ? (await administrator.needed()).graph : graph());
  const site = createPublicAddress(config.publicOrigin, reach);
  const names = createProbe('Name of the public host', () => site.addresses());
  const certificate = createProbe('TLS certificate of the public host', async () => {
    await names.needed();
    return site.certificate();
  });

  const sharePointSite = createProbe('SharePoint site', async () => {
    const asApp = await graph();
    const id = await findSiteId(asApp, config.site);
    const { webUrl } = siteBody.parse(await asApp.get(`/sites/${id}?$select=id,webUrl`));
    return { id, url: webUrl ?? config.site, graph: asApp, sharePoint: undefined };
  });
  const state = createProbe('Database', async () => {
    // A pool waits for a connection as long as it takes; who looks at it does not.
    const deadline = createDeadline(patience.totalMs);
    try {
      const read = await deadline.hold(readDatabaseState(database));
      return { ...read, heardAt: now() };
    } finally {
      deadline.clear();
    }
  });

  return {
    config,
    now,
    clocks,
    roles,
    graph,
    address: {
      site,
      names,
      certificate,
      async get(path) {
        await certificate.needed();
        return site.get(path);
      },
    },
    administrator,
    registry,
    registration: createProbe('App registration', () => readRegistration({ registry, config })),
    sharePointSite,
    lists: createProbe('Lists', async () =>
      readLists(await sharePointSite.needed(), listDefinitions),
    ),
    database: state,
    async db() {
      await state.needed();
      return database;
    },
  };
}

async function readDatabaseState(database: Database): Promise<Omit<DatabaseState, 'heardAt'>> {
  const [row] = await database.query<Omit<DatabaseState, 'heardAt'>>(
    `SELECT current_setting('server_version_num')::int AS "versionNumber",
       current_setting('server_encoding') AS encoding,
       current_setting('fsync') AS fsync,
       current_setting('synchronous_commit') AS "synchronousCommit",
       current_setting('full_page_writes') AS "fullPageWrites",
       pg_database_size(current_database()) AS bytes,
       (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
       current_setting('max_connections')::int AS "maxConnections",
       clock_timestamp() AS at`,
  );
  if (!row) throw new Error('The database answered nothing');
  return row;
}
