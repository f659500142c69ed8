import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createDatabase } from '../../src/db/database';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/db/embeddedPostgres';
import { migrate } from '../../src/db/migrate';
import { runDoctor, type Diagnosis, type World } from '../../src/doctor/doctor';
import { createGraphClient, type GraphClient } from '../../src/graph/graphClient';
import { listDefinitions } from '../../src/lists';
import { provision } from '../../src/provision/sharepoint/provision';
import { localSiteId, localTenantId } from '../localTenant';
import {
  createTestProduct,
  testApp,
  testClientId,
  testSecret,
  testTeamsAppId,
  type TestProduct,
} from '../testProduct';
import { adminApp, tokensOf } from './listsOnLocalTenant';
import { selfSignedCertificate } from './selfSignedCertificate';

export const doctorHost = 'lastmile.contoso.com';
const origin = `https://${doctorHost}`;
export const doctorAppIdUri = `api://${doctorHost}/${testClientId}`;

/** A deployment as it is in production, to be looked at and broken: TLS, durable database, running workers. */
export interface DoctorStage extends TestProduct {
  /** As an administrator, who may break things. */
  readonly adminGraph: GraphClient;
  readonly postgres: EmbeddedPostgres;
  readonly server: Server;
  /** What the doctor finds, by its exit code and JSON. */
  examine(change?: Partial<World>, args?: readonly string[]): Promise<Diagnosis>;
  /** The settings of the deployment, for one of them to be wrong. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the server shows now, as PEM. */
  certificate(): string;
  /** Lets the server show a certificate of this host that ends then. */
  showCertificate(host: string, endsAt: Date): void;
  /** Brings the lists back into shape, as an administrator would. */
  repair(): Promise<void>;
  /** Gives the app exactly these application permissions. */
  consentTo(permissions: readonly string[]): void;
}

const inOneYear = () => new Date(Date.now() + 300 * 86_400_000);

export async function createDoctorStage(): Promise<DoctorStage> {
  const folder = await mkdtemp(join(tmpdir(), 'last-mile-doctor-'));
  const postgres = await startEmbeddedPostgres({ folder });
  const database = createDatabase(postgres.connectionString);
  await migrate(database);
  const it = await createTestProduct({
    publicOrigin: origin,
    folders: await makeApps(folder),
    database: { ...database, connectionString: postgres.connectionString },
  });
  let shown = selfSignedCertificate(doctorHost, inOneYear());
  const listener = getRequestListener(it.product.app.http.fetch);
  const server = createServer(
    { key: shown.key, cert: shown.certificate },
    (request, response) => void listener(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  it.tenant.reports.conceal(false);
  it.tenant.reports.set({
    refreshDate: new Date().toISOString().slice(0, 10),
    rows: [
      {
        ...{ userPrincipalName: 'carol@example.com', displayName: 'Carol', lastActivity: {} },
        ...{ promptsWork: 0, promptsWeb: 0, promptsAllApps: 0, activeDays: 0 },
      },
    ],
  });
  // No other worker: what they do in between would change what is found.
  await it.product.lists.start();
  await it.settle();
  await it.product.members.run();
  await it.product.copilot.run();
  await it.product.retention.run();
  it.tenant.directory.registerApp({
    ...{ ...adminApp, appRoles: [], redirectUris: [] },
    grantedApplicationPermissions: ['Sites.FullControl.All'],
  });
  const send = (request: Request) => it.tenant.send(request);
  const adminGraph = createGraphClient({
    ...{ send, version: 'test' },
    getToken: tokensOf(it.tenant, send, adminApp).forApp,
  });
  const environment = {
    TENANT_ID: localTenantId,
    CLIENT_ID: testClientId,
    CLIENT_SECRET: 'for tests',
    APP_ID_URI: doctorAppIdUri,
    SITE: localSiteId,
    PUBLIC_ORIGIN: origin,
    TEAMS_APP_ID: testTeamsAppId,
    SECRET: testSecret,
    DATABASE_URL: postgres.connectionString,
  };

  return {
    ...it,
    postgres,
    server,
    environment,
    adminGraph,
    examine(change = {}, args = ['--json']) {
      // Dozens of looks in one minute are none of the tenant's business.
      it.tenant.forgetLimits();
      return runDoctor([...args], {
        environment,
        send,
        now: () => new Date(),
        tell: () => undefined,
        openBrowser: () => Promise.resolve(),
        reach: {
          lookUp: () => Promise.resolve(['127.0.0.1']),
          port: (server.address() as AddressInfo).port,
          authorities: shown.certificate,
        },
        ...change,
      });
    },
    certificate: () => shown.certificate,
    async repair() {
      await provision({
        ...{ graph: adminGraph, site: localSiteId, definitions: listDefinitions },
        tell: () => undefined,
      });
    },
    showCertificate(host, endsAt) {
      shown = selfSignedCertificate(host, endsAt);
      server.setSecureContext({ key: shown.key, cert: shown.certificate });
    },
    consentTo(permissions) {
      const appIdUri = doctorAppIdUri;
      it.tenant.directory.registerApp({
        ...{ ...testApp, appIdUri, grantedApplicationPermissions: permissions },
      });
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await it.close();
      await postgres.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Just enough of the built apps for their pages to be served with their configuration. */
async function makeApps(folder: string) {
  const folders = {
    tab: join(folder, 'tab'),
    pane: join(folder, 'pane'),
    icons: join(folder, 'i'),
  };
  for (const each of Object.values(folders)) {
    await mkdir(each);
    for (const page of each === folders.pane ? ['index.html', 'sign-in.html'] : ['index.html']) {
      await writeFile(join(each, page), '<!doctype html><!--last-mile-config-->');
    }
  }
  return folders;
}
