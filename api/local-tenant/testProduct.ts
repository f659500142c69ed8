import { randomUUID } from 'node:crypto';
import { activityTypeNames } from '@last-mile/shared/feedback';
import { usualCalendar, type Programme } from '@last-mile/shared/programme';
import type { Role } from '@last-mile/shared/user';
import type { AppConfig } from '../src/config';
import { defaultRetentionDays } from '../src/features/privacy/retentionDays';
import { createTestDatabase, type TestDatabase } from '../src/db/testDatabase';
import { programmeFields } from '../src/features/programme/programmesList';
import { createGraphClient } from '../src/graph/graphClient';
import { createGraphTokens } from '../src/graph/tokens';
import { createLog, type LogLevel } from '../src/http/log';
import { listDefinitions } from '../src/lists';
import { createProduct, type Product } from '../src/product';
import type { Telemetry } from '../src/telemetry/telemetry';
import { provision } from '../src/provision/sharepoint/provision';
import type { OwnedListStore } from '../src/sync/listStore';
import { createLocalTenant, localSiteId, localTenantId, type LocalTenant } from './localTenant';
import type { AppRegistration } from './storage/directory';
import type { UserTokenOptions } from './storage/entraTokens';
import type { TenantSwitches } from './storage/switches';

/** From which the keys of a test product are derived. */
export const testSecret = 'a secret for tests, 32 characters or more';

/** By which a test product proves itself to Entra. */
export const testClientSecret = 'for tests';

export const testClientId = '1a57a171-1e00-4c11-8d00-c11e47000001';
/** The id under which Teams knows the app. */
export const testTeamsAppId = '1a57a171-1e00-4c11-8d00-c11e47000005';
const testOrigin = 'http://localhost:3001';
/** The Application ID URI of a product that is reached there. */
const appIdUriAt = (publicOrigin: string) => `api://${new URL(publicOrigin).host}/${testClientId}`;
const adminClientId = '1a57a171-1e00-4c11-8d00-c11e47000009';

/** The product's registration, as an administrator makes it. */
export const testApp: AppRegistration = {
  clientId: testClientId,
  displayName: 'Last Mile',
  secret: testClientSecret,
  appIdUri: appIdUriAt(testOrigin),
  appRoles: (['Champion', 'Leader', 'Admin'] as const).map((value) => ({
    id: randomUUID(),
    value,
    displayName: value,
  })),
  redirectUris: [],
  exposedScopes: ['access_as_user'],
  grantedApplicationPermissions: [
    'Sites.Selected',
    'GroupMember.Read.All',
    'User.Read.All',
    'Reports.Read.All',
    'TeamsActivity.Send.User',
  ],
  grantedDelegatedPermissions: ['User.Read', 'Calendars.ReadWrite'],
  activityTypes: activityTypeNames,
};

/** Two programmes: alice owns the first with bob as deputy, erin owns the second. */
export const people = {
  alice: '00000000-0000-4000-8000-00000000000a',
  bob: '00000000-0000-4000-8000-00000000000b',
  carol: '00000000-0000-4000-8000-00000000000c',
  dora: '00000000-0000-4000-8000-00000000000d',
  erin: '00000000-0000-4000-8000-00000000000e',
  /** In no programme. */
  frank: '00000000-0000-4000-8000-00000000000f',
} as const;
export type PersonName = keyof typeof people;

const rolesOf: Readonly<Record<PersonName, readonly Role[]>> = {
  alice: ['Champion'],
  bob: ['Champion'],
  carol: [],
  dora: ['Leader'],
  erin: ['Champion'],
  frank: [],
};

/** A whole product on a local tenant of its own, without a port; made for tests. */
export interface TestProduct {
  readonly tenant: LocalTenant;
  readonly database: TestDatabase;
  readonly product: Product;
  readonly programme: Programme;
  /** Lines the log got, as text. */
  readonly logged: string[];
  /** Asks the API as a person (or with a token, or as nobody); objects are sent as JSON. */
  ask(as: PersonName | { token: string } | null, path: string, body?: unknown): Promise<Response>;
  token(name: PersonName, options?: UserTokenOptions): Promise<string>;
  /** Brings what waits to SharePoint, and what SharePoint has to the replica. */
  settle(): Promise<void>;
  /** Another instance of the product on the same database and tenant. */
  another(): Promise<Product>;
  /** The product on another database of the same tenant, as after a restore; to be closed before this one. */
  restored(database: TestDatabase): Promise<TestProduct>;
  close(): Promise<void>;
}

export interface TestProductOptions {
  readonly now?: () => Date;
  readonly rateLimit?: AppConfig['rateLimit'];
  readonly folders?: AppConfig['folders'];
  readonly hostOrigins?: readonly string[];
  readonly logLevel?: LogLevel;
  readonly telemetry?: Telemetry;
  /** How the tenant behaves where tenants differ. */
  readonly switches?: Partial<TenantSwitches>;
  /** Where people reach it; a laptop's address when not said. */
  readonly publicOrigin?: string;
  /** Migrated; one of its own when not said. Its end comes with the product's. */
  readonly database?: TestDatabase;
}

/** The settings of a test product, also of an instance in a process of its own. */
export function testConfig(
  options: Pick<TestProductOptions, 'hostOrigins' | 'rateLimit' | 'folders' | 'publicOrigin'> = {},
): AppConfig {
  const { publicOrigin = testOrigin } = options;
  return {
    tenantId: localTenantId,
    clientId: testClientId,
    appIdUri: appIdUriAt(publicOrigin),
    credential: { kind: 'secret', secret: testClientSecret },
    site: localSiteId,
    publicOrigin,
    teamsAppId: testTeamsAppId,
    hostOrigins: options.hostOrigins ?? [],
    secret: testSecret,
    previousSecrets: [],
    rateLimit: options.rateLimit ?? { burst: 100_000, perSecond: 100_000 },
    retention: defaultRetentionDays,
    folders: options.folders ?? { tab: '/nowhere', pane: '/nowhere', icons: '/nowhere' },
  };
}

export async function createTestProduct(options: TestProductOptions = {}): Promise<TestProduct> {
  const now = options.now ?? (() => new Date());
  const tenant = await createLocalTenant({
    now,
    ...(options.switches && { switches: options.switches }),
  });
  fillDirectory(tenant, options.publicOrigin ?? testOrigin);
  await provisionLists(tenant);
  // An administrator did that before: it is no part of the minute in which a test begins.
  tenant.forgetLimits();
  const database = options.database ?? (await createTestDatabase());
  const opened = await openProduct(tenant, database, { ...options, now });
  await addProgrammes(opened.product, database);
  await opened.settle();
  return {
    ...opened,
    async close() {
      await opened.close();
      await tenant.close();
    },
  };
}

async function openProduct(
  tenant: LocalTenant,
  database: TestDatabase,
  options: TestProductOptions & { readonly now: () => Date },
): Promise<TestProduct> {
  const logged: string[] = [];
  const created: Product[] = [];
  async function another(): Promise<Product> {
    const instance = await createProduct({
      config: testConfig(options),
      database,
      send: (request) => tenant.send(request),
      log: createLog(options.logLevel ?? 'info', { write: (line) => void logged.push(line) }),
      now: options.now,
      ...(options.telemetry && { telemetry: options.telemetry }),
    });
    created.push(instance);
    return instance;
  }
  const product = await another();

  async function settle() {
    await product.lists.deliverNow();
    await product.lists.syncNow();
    // What a notification does a moment later; tests do not wait for it.
    for (const store of Object.values(product.lists.stores)) {
      (store as OwnedListStore).invalidate();
      await store.all();
    }
  }

  const token = (name: PersonName, wanted?: UserTokenOptions) =>
    tenant.entra.userToken(people[name], wanted);

  return {
    tenant,
    database,
    product,
    programme: firstProgramme,
    logged,
    token,
    settle,
    another,
    restored: (restored) => openProduct(tenant, restored, options),
    async ask(as, path, body) {
      const bearer = as === null ? null : typeof as === 'string' ? await token(as) : as.token;
      const headers: Record<string, string> = {
        ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      };
      const sent = typeof body === 'string' ? body : JSON.stringify(body);
      return product.app.http.request(
        path,
        body === undefined ? { headers } : { method: 'POST', headers, body: sent },
      );
    },
    async close() {
      await Promise.all(created.map((instance) => instance.stop()));
      await database.end();
    },
  };
}

function fillDirectory({ directory }: LocalTenant, publicOrigin: string) {
  const names = Object.keys(people) as PersonName[];
  directory.addUsers(
    names.map((name) => ({
      id: people[name],
      displayName: `${name.charAt(0).toUpperCase()}${name.slice(1)} Example`,
      userPrincipalName: `${name}@example.com`,
      mail: `${name}@example.com`,
      department: 'Audit',
      jobTitle: name === 'carol' ? 'Audit Senior' : 'Manager',
      accountEnabled: true,
      preferredLanguage: 'en-GB',
    })),
  );
  directory.registerApp({
    ...testApp,
    appIdUri: appIdUriAt(publicOrigin),
    redirectUris: [`${publicOrigin}/pane/sign-in.html`],
  });
  directory.registerApp({
    clientId: adminClientId,
    displayName: 'Provisioning',
    secret: 'for tests',
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: ['Sites.FullControl.All'],
  });
  for (const name of names) {
    for (const role of rolesOf[name]) directory.assignAppRole(people[name], role);
  }
  directory.addGroup({
    id: groups.first,
    displayName: 'First programme',
    memberIds: [people.alice, people.bob, people.carol],
  });
  directory.addGroup({
    id: groups.second,
    displayName: 'Second programme',
    memberIds: [people.erin],
  });
}

const groups = {
  first: '00000000-0000-4000-8000-0000000000f1',
  second: '00000000-0000-4000-8000-0000000000f2',
};

async function provisionLists(tenant: LocalTenant) {
  const send = (request: Request) => tenant.send(request);
  const tokens = createGraphTokens({
    tenantId: tenant.tenantId,
    clientId: adminClientId,
    credential: { kind: 'secret', secret: 'for tests' },
    send,
  });
  await provision({
    graph: createGraphClient({ send, getToken: tokens.forApp, version: 'test' }),
    site: localSiteId,
    definitions: listDefinitions,
    grantTo: { clientId: testClientId, displayName: 'Last Mile' },
    tell: () => undefined,
  });
}

const firstProgramme: Programme = {
  clientKey: '00000000-0000-4000-8000-000000000101',
  name: 'Everyday AI',
  ownerId: people.alice,
  deputyIds: [people.bob],
  sponsorId: people.dora,
  groupId: groups.first,
  channelId: null,
  startsOn: '2026-11-02',
  weeks: 8,
  targetActiveRate: 0.6,
  timeZone: 'Europe/Berlin',
  calendar: usualCalendar,
  jobFamilies: [{ id: 'audit', name: 'Audit' }],
};

async function addProgrammes(product: Product, database: TestDatabase): Promise<void> {
  const second: Programme = {
    ...firstProgramme,
    clientKey: '00000000-0000-4000-8000-000000000102',
    name: 'Another one',
    ownerId: people.erin,
    deputyIds: [],
    sponsorId: people.erin,
    groupId: groups.second,
  };
  await database.transaction(async (tx) => {
    for (const record of [firstProgramme, second]) {
      await product.lists.stores.Programmes.append(tx, {
        clientKey: record.clientKey,
        actorId: record.ownerId,
        fields: programmeFields(record, { 'Audit Senior': 'audit' }),
      });
    }
  });
}
