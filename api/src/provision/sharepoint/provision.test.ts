import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createLocalTenant,
  localSiteId,
  type LocalTenant,
} from '../../../local-tenant/localTenant';
import {
  adminApp,
  registerApps,
  testApp,
  tokensOf,
} from '../../../local-tenant/testing/listsOnLocalTenant';
import { createGraphClient, type GraphClient } from '../../graph/graphClient';
import { listDefinitions } from '../../lists';
import type { ListDefinition } from '../../sync/listDefinition';
import { provision, ProvisionConflict } from './provision';

const url = 'https://lastmile.sharepoint.com/sites/last-mile';
let tenant: LocalTenant;
let admin: GraphClient;
let told: string[];

const clientOf = (app: typeof testApp) => {
  const send = (request: Request) => tenant.send(request);
  const tokens = tokensOf(tenant, send, app);
  return createGraphClient({ send, getToken: tokens.forApp, version: 'test' });
};
const run = (options: { dryRun?: boolean; definitions?: readonly ListDefinition[] } = {}) =>
  provision({
    graph: admin,
    site: url,
    definitions: listDefinitions,
    grantTo: { clientId: testApp.clientId, displayName: testApp.displayName },
    tell: (line) => told.push(line),
    ...options,
  });
const columnsOf = (name: string) =>
  tenant.sharePoint.lists().find((list) => list.displayName === name)?.columns ?? [];

beforeEach(async () => {
  tenant = await createLocalTenant({ switches: { enforceLimits: false } });
  registerApps(tenant);
  admin = clientOf(adminApp);
  told = [];
});
afterEach(async () => {
  await tenant.close();
});

describe('provisioning', () => {
  test('creates every list with its columns, indexes and unique key, and lets the app write', async () => {
    expect(await run()).toBe(listDefinitions.length + 1);
    for (const definition of listDefinitions) {
      const columns = columnsOf(definition.name);
      const names = columns.map((column) => column.name);
      expect(names).toEqual(expect.arrayContaining(definition.columns.map(({ name }) => name)));
      expect(columns.find(({ name }) => name === 'ClientKey')).toMatchObject({
        indexed: true,
        enforceUniqueValues: true,
      });
    }
    const [list] = tenant.sharePoint.lists();
    const path = `/sites/${localSiteId}/lists/${list!.id}/items`;
    await clientOf(testApp).post(path, { fields: { ClientKey: 'a' } });
  });

  test('finds nothing to do the second time', async () => {
    await run();
    told = [];
    expect(await run()).toBe(0);
    expect(told).toEqual(['everything is in place']);
  });

  test('as a dry run says what it would do and does nothing', async () => {
    expect(await run({ dryRun: true })).toBe(listDefinitions.length + 1);
    expect(told[0]).toMatch(/^create the list Library with \d+ columns$/);
    expect(tenant.sharePoint.lists()).toEqual([]);
  });

  test('adds the columns, choices and indexes a list lacks, and leaves what owners added', async () => {
    const columns = [
      { name: 'Kind', choice: { choices: ['flag', 'made by an owner'] } },
      { name: 'OwnersNote', text: {} },
      { name: 'ClientKey', text: {} },
      { name: 'ChangeId', text: {} },
    ];
    await admin.post(`/sites/${localSiteId}/lists`, { displayName: 'Feedback', columns });
    const kind = {
      name: 'Kind',
      type: 'choice' as const,
      choices: ['flag', 'suggestion'],
      indexed: true,
    };
    const definitions: ListDefinition[] = [
      { name: 'Feedback', columns: [kind, { name: 'Words', type: 'multilineText' }] },
    ];
    await run({ definitions });
    const byName = new Map(columnsOf('Feedback').map((column) => [column.name, column]));
    expect(byName.get('Kind')).toMatchObject({
      indexed: true,
      facet: { choices: ['flag', 'made by an owner', 'suggestion'] },
    });
    expect(byName.has('OwnersNote')).toBe(true);
    expect(byName.get('Words')).toMatchObject({ facet: { allowMultipleLines: true } });
    told = [];
    expect(await run({ definitions })).toBe(0);
  });

  test('changes nothing where a column has another type, and says which', async () => {
    const columns = ['ClientKey', 'ChangeId'].map((name) => ({ name, text: {} }));
    const words = { name: 'Words', number: {} };
    await admin.post(`/sites/${localSiteId}/lists`, {
      displayName: 'Feedback',
      columns: [...columns, words],
    });
    const definitions: ListDefinition[] = [
      { name: 'Feedback', columns: [{ name: 'Words', type: 'multilineText' }] },
      { name: 'Library', columns: [] },
    ];
    const attempt = run({ definitions });
    await expect(attempt).rejects.toThrow(ProvisionConflict);
    await expect(attempt).rejects.toThrow('Feedback has a column Words of type number');
    expect(tenant.sharePoint.lists()).toHaveLength(1);
  });

  test('without the permission says which one is needed', async () => {
    admin = clientOf(testApp);
    await expect(run()).rejects.toThrow('Sites.FullControl.All');
  });

  test('of a site that does not exist says so', async () => {
    const site = `${url}-missing`;
    const attempt = provision({ graph: admin, site, definitions: [], tell: () => undefined });
    await expect(attempt).rejects.toThrow(`There is no site ${site}`);
  });
});
