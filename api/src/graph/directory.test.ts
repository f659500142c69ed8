import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLocalTenant, type LocalTenant } from '../../local-tenant/localTenant';
import { registerApps, testApp, tokensOf } from '../../local-tenant/testing/listsOnLocalTenant';
import type { DirectoryUser } from '../../local-tenant/storage/directory';
import { createDirectory, type Directory } from './directory';
import { createGraphClient } from './graphClient';
import { InteractionRequired } from './tokens';

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const person = (index: number, more: Partial<DirectoryUser> = {}): DirectoryUser => ({
  id: idOf(index),
  displayName: `Person ${index}`,
  userPrincipalName: `person${index}@lastmile.example`,
  mail: null,
  department: 'Sales',
  jobTitle: 'Adviser',
  accountEnabled: true,
  preferredLanguage: null,
  ...more,
});

let tenant: LocalTenant;
let directory: Directory;
let now: Date;

beforeEach(async () => {
  now = new Date();
  tenant = await createLocalTenant();
  registerApps(tenant);
  const send = (request: Request) => tenant.send(request);
  const tokens = tokensOf(tenant, send, testApp);
  const graph = createGraphClient({ send, getToken: tokens.forApp, version: 'test' });
  directory = createDirectory(graph, { clock: () => now, expiryMs: 60_000 });
});
afterEach(async () => {
  await tenant.close();
});

test('every member of a large group is read, with department and job title', async () => {
  const people = Array.from({ length: 1_200 }, (_, index) => person(index));
  tenant.directory.addUsers(people);
  const memberIds = people.map(({ id }) => id);
  tenant.directory.addGroup({ id: idOf(9_999), displayName: 'Everyone', memberIds });
  const members = await directory.groupMembers(idOf(9_999));
  expect(members).toHaveLength(1_200);
  expect(members[0]).toMatchObject({ department: 'Sales', jobTitle: 'Adviser' });
});

test('names are asked for once and again when they may have changed', async () => {
  tenant.directory.addUsers([person(1), person(2)]);
  const names = await directory.displayNames([idOf(1), idOf(2), idOf(3)]);
  expect([...names]).toEqual([
    [idOf(1), 'Person 1'],
    [idOf(2), 'Person 2'],
  ]);
  const calls = tenant.meter.calls();
  await directory.displayNames([idOf(1), idOf(2), idOf(3)]);
  expect(tenant.meter.calls()).toBe(calls);

  tenant.directory.addUsers([person(1, { displayName: 'Renamed' })]);
  now = new Date(now.getTime() + 61_000);
  expect((await directory.displayNames([idOf(1)])).get(idOf(1))).toBe('Renamed');
});

test('an account that is disabled or gone is not enabled', async () => {
  tenant.directory.addUsers([person(1), person(2, { accountEnabled: false })]);
  expect(await directory.isEnabled(idOf(1))).toBe(true);
  expect(await directory.isEnabled(idOf(2))).toBe(false);
  expect(await directory.isEnabled(idOf(3))).toBe(false);
});

test('on behalf of a person, a missing consent is one error with its code', async () => {
  tenant.directory.addUsers([person(1)]);
  const tokens = tokensOf(tenant, (request) => tenant.send(request), testApp);
  const userToken = await tenant.entra.userToken(idOf(1), { clientId: testApp.clientId });
  expect(await tokens.onBehalfOf(userToken, ['User.Read'])).toMatch(/^ey/);

  const refused = tokens.onBehalfOf(userToken, ['Calendars.ReadWrite']);
  await expect(refused).rejects.toThrow(InteractionRequired);
  await expect(refused).rejects.toMatchObject({ code: 'consent_required' });

  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  tenant.entra.demands.add({ kind: 'interaction_required', claims });
  const fresh = tokensOf(tenant, (request) => tenant.send(request), testApp);
  await expect(fresh.onBehalfOf(userToken, ['User.Read'])).rejects.toMatchObject({
    code: 'interaction_required',
    claims,
  });
});

test('people are found by how the words of their names begin; closed accounts are not', async () => {
  tenant.directory.addUsers([
    person(1, { displayName: 'Ana Maria Weber' }),
    person(2, { displayName: 'Maria "Mia" Webster' }),
    person(3, { displayName: 'Maria Weber', accountEnabled: false }),
    person(4, { displayName: 'Rosa Neumann' }),
  ]);
  const found = async (typed: string) =>
    (await directory.searchPeople(typed)).map(({ userId }) => userId);
  expect(await found('mar web')).toEqual([idOf(1), idOf(2)]);
  expect(await found('"mia')).toEqual([idOf(2)]);
  expect(await found('aria')).toEqual([]);
});

test('groups are found in the same way, and one that is gone is absent', async () => {
  tenant.directory.addGroup({ id: idOf(7), displayName: 'AI in advisory', memberIds: [] });
  tenant.directory.addGroup({ id: idOf(8), displayName: 'Audit & advisory', memberIds: [] });
  const advisory = { groupId: idOf(7), name: 'AI in advisory' };
  expect(await directory.searchGroups('adv ai')).toEqual([advisory]);
  expect(await directory.group(idOf(7))).toEqual(advisory);
  expect(await directory.group(idOf(9))).toBeUndefined();
});

test('the directory searches only for who takes an answer that may be late', async () => {
  const send = (request: Request) => tenant.send(request);
  const getToken = tokensOf(tenant, send, testApp).forApp;
  const graph = createGraphClient({ send, getToken, version: 'test' });
  await expect(graph.get('/users?$search="displayName:Ana"')).rejects.toMatchObject({
    ...{ status: 400, code: 'Request_UnsupportedQuery' },
  });
});
