import { createTestDatabase, type TestDatabase } from '../../src/db/testDatabase';
import { createGraphClient, type GraphClient } from '../../src/graph/graphClient';
import { interactive } from '../../src/graph/patience';
import { createGraphTokens, type GraphTokens } from '../../src/graph/tokens';
import type { Send } from '../../src/graph/send';
import { provision } from '../../src/provision/sharepoint/provision';
import type { Fields, ListDefinition, ListName } from '../../src/sync/listDefinition';
import { createListStores, type ListStores } from '../../src/sync/listStores';
import { createLocalTenant, localSiteId, type LocalTenant } from '../localTenant';
import type { TenantSwitches } from '../storage/switches';

/** The app under test and the one that provisions, as the directory of a test knows them. */
export const testApp = {
  clientId: '1a57a171-1e00-4c11-8d00-c11e47000001',
  displayName: 'Last Mile',
  secret: 'secret-of-the-app',
};
export const adminApp = {
  clientId: '1a57a171-1e00-4c11-8d00-c11e47000002',
  displayName: 'Last Mile provisioning',
  secret: 'secret-of-the-admin',
};

export interface ListsOnLocalTenant {
  tenant: LocalTenant;
  database: TestDatabase;
  definitions: readonly ListDefinition[];
  lists: ListStores;
  /** The app's own Graph client, with the permissions it has in production. */
  graph: GraphClient;
  adminGraph: GraphClient;
  /** Another instance on the same database and tenant. */
  another(options?: { leaseSeconds?: number; definitions?: readonly ListDefinition[] }): ListStores;
  /** What SharePoint holds, seen by its own pages, not through Graph. */
  held(list: ListName): { id: string; fields: Fields }[];
  /** An edit or a deletion by hand, as on SharePoint's own pages. */
  editByHand(list: ListName, itemId: string, fields: Fields): void;
  removeByHand(list: ListName, itemId: string): void;
  close(): Promise<void>;
}

/** Gives a directory the two apps, with the least permissions they need. */
export function registerApps(tenant: LocalTenant): void {
  const bare = { appRoles: [], redirectUris: [] };
  const permissions = ['Sites.Selected', 'GroupMember.Read.All', 'User.Read.All'];
  tenant.directory.registerApp({
    ...testApp,
    ...bare,
    grantedApplicationPermissions: permissions,
    grantedDelegatedPermissions: ['User.Read'],
  });
  tenant.directory.registerApp({
    ...adminApp,
    ...bare,
    grantedApplicationPermissions: ['Sites.FullControl.All'],
  });
}

/** Tokens of one of the apps from the tenant's Entra. */
export function tokensOf(
  tenant: Pick<LocalTenant, 'tenantId'>,
  send: Send,
  app: typeof testApp,
): GraphTokens {
  const credential = { kind: 'secret' as const, secret: app.secret };
  return createGraphTokens({
    tenantId: tenant.tenantId,
    clientId: app.clientId,
    credential,
    send,
  });
}

/** Provisioned lists on a fresh tenant and a fresh database. */
export async function createListsOnLocalTenant(options: {
  definitions: readonly ListDefinition[];
  switches?: Partial<TenantSwitches>;
  clock?: () => Date;
  /** Stands between the product and the tenant, to see or delay what passes. */
  through?: (send: Send) => Send;
}): Promise<ListsOnLocalTenant> {
  const { definitions, clock = () => new Date(), through = (send: Send) => send } = options;
  const tenant = await createLocalTenant({
    now: clock,
    switches: { enforceLimits: false, ...options.switches },
  });
  registerApps(tenant);
  const send = through((request) => tenant.send(request));
  const clientOf = (app: typeof testApp, patience?: typeof interactive) => {
    const tokens = tokensOf(tenant, send, app);
    return createGraphClient({
      send,
      getToken: tokens.forApp,
      version: 'test',
      ...(patience && { patience }),
    });
  };
  const adminGraph = clientOf(adminApp);
  const grantTo = { clientId: testApp.clientId, displayName: testApp.displayName };
  const site = localSiteId;
  await provision({ graph: adminGraph, site, definitions, grantTo, tell: () => undefined });
  tenant.meter.reset();

  const database = await createTestDatabase();
  const graph = clientOf(testApp);
  const interactiveGraph = clientOf(testApp, interactive);
  const created: ListStores[] = [];
  const another: ListsOnLocalTenant['another'] = (more = {}) => {
    const lists = createListStores({
      database,
      graph,
      interactiveGraph,
      site,
      definitions,
      clock,
      ...more,
    });
    created.push(lists);
    return lists;
  };
  const idOf = (name: ListName) => {
    const list = tenant.sharePoint.lists().find((each) => each.displayName === name);
    if (!list) throw new Error(`The tenant has no list ${name}`);
    return list.id;
  };

  return {
    tenant,
    database,
    definitions,
    graph,
    adminGraph,
    lists: another(),
    another,
    held: (list) =>
      tenant.sharePoint
        .items(idOf(list))
        .map((item) => ({ id: item.id, fields: item.fields as Fields })),
    editByHand(list, itemId, fields) {
      tenant.sharePoint.edit(idOf(list), itemId, fields, 'someone');
    },
    removeByHand(list, itemId) {
      tenant.sharePoint.remove(idOf(list), itemId);
    },
    async close() {
      await Promise.all(created.map((lists) => lists.stop()));
      await database.end();
      await tenant.close();
    },
  };
}
