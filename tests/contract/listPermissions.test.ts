import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { createLocalTenant, localTenantId } from '../../api/local-tenant/localTenant';
import { directoryGroupLogin, personLogin } from '../../api/local-tenant/storage/siteSecurity';
import { ada, addItems, createScratch, person, runtimeApp, site } from './scratchTenant';

const host = 'https://lastmile.sharepoint.com';
const signInClient = 'a0000000-0000-4000-8000-0000000000c1';
const ben = 'b0000000-0000-4000-8000-0000000000b1';
const readers = 'b0000000-0000-4000-8000-0000000000f1';
const [fullControl, reading] = [1_073_741_829, 1_073_741_826];

/** A list on a site that ada owns, as SharePoint's own service is asked about it by plain HTTP. */
async function createSecured() {
  const scratch = await createScratch('plain HTTP');
  const { tenant, createList } = scratch;
  const { directory } = tenant;
  directory.addUsers([person(ada, 'Ada Hart'), person(ben, 'Ben Hart')]);
  directory.addGroup({ id: readers, displayName: 'Readers', memberIds: [ben] });
  directory.setSiteGroup('owners', [personLogin('ada.hart@lastmile.example')]);
  directory.registerApp({
    ...{ clientId: signInClient, displayName: 'A sign-in', appRoles: [], redirectUris: [] },
    grantedApplicationPermissions: [],
    grantedDelegatedPermissions: ['Sites.FullControl.All'],
    grantedSharePointPermissions: { application: [], delegated: ['AllSites.FullControl'] },
  });
  const list = await createList();
  const listId = list.split('/').at(-1) ?? '';
  const tokenOf = async (userId: string, scope = `${host}/AllSites.FullControl`) =>
    (
      await tenant.entra.brokerToken({
        ...{ userId, clientId: signInClient, scope, interactive: true },
      })
    ).access_token;
  const ask = async (token: string, method: 'GET' | 'POST', path: string, body?: object) => {
    const answer = await tenant.send(
      new Request(`${host}/sites/last-mile/_api/web${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    return { status: answer.status, body: (await answer.json()) as Record<string, never> };
  };
  const at = `/lists(guid'${listId}')`;
  const rights = (userId: string) => tenant.sharePoint.rightsOn(listId, userId);
  const asAda = await tokenOf(ada);
  const owns = (method: 'GET' | 'POST', path: string, body?: object) =>
    ask(asAda, method, path, body);
  return { ...scratch, list, at, ask, owns, rights, tokenOf };
}

const broken = 'breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)';

test('C List permissions: only an owner of the site, with SharePoint’s own permission, sees and sets them', async () => {
  const { ask, owns, tokenOf, at, tenant } = await createSecured();
  expect((await owns('GET', `${at}/roleassignments`)).status).toBe(200);
  expect((await ask(await tokenOf(ben), 'GET', `${at}/roleassignments`)).status).toBe(403);
  const ofGraph = await tenant.entra.appToken(runtimeApp, 'https://graph.microsoft.com');
  expect((await ask(ofGraph, 'GET', `${at}/roleassignments`)).status).toBe(401);
});

test('C List permissions: an app alone is taken with a certificate, and with no secret', async () => {
  const tenant = await createLocalTenant();
  const clientId = randomUUID();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  tenant.directory.registerApp({
    ...{ clientId, displayName: 'An app', secret: 'its secret', appRoles: [], redirectUris: [] },
    certificates: [publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    grantedApplicationPermissions: [],
    grantedSharePointPermissions: { application: ['Sites.FullControl.All'], delegated: [] },
  });
  const address = `https://login.microsoftonline.com/${localTenantId}/oauth2/v2.0/token`;
  const assertion = await new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(address)
    .setExpirationTime('5m')
    .sign(privateKey);
  const proofs: Record<string, string>[] = [
    { client_secret: 'its secret' },
    {
      client_assertion: assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    },
  ];
  const statuses = await Promise.all(
    proofs.map(async (proof) => {
      const form = { grant_type: 'client_credentials', client_id: clientId, ...proof };
      const body = new URLSearchParams({ ...form, scope: `${host}/.default` });
      const given = await tenant.send(new Request(address, { method: 'POST', body }));
      const { access_token: token } = (await given.json()) as { access_token: string };
      const headers = { Authorization: `Bearer ${token}` };
      return (await tenant.send(new Request(`${host}/sites/last-mile/_api/web/lists`, { headers })))
        .status;
    }),
  );
  expect(statuses).toEqual([401, 200]);
});

test('C List permissions: a list that inherits is as open as its site, and a broken one its breaker’s alone', async () => {
  const { owns, at, rights } = await createSecured();
  expect([rights(ada), rights(ben)]).toEqual(['owner', 'write']);
  expect((await owns('POST', `${at}/${broken}`)).status).toBe(200);
  expect([rights(ada), rights(ben)]).toEqual(['owner', 'none']);
  expect((await owns('POST', `${at}/resetroleinheritance`)).status).toBe(200);
  expect(rights(ben)).toBe('write');
});

test('C List permissions: what a person may do is the most that their groups on the site are given', async () => {
  const { owns, at, rights } = await createSecured();
  await owns('POST', `${at}/${broken}`);
  const give = (act: 'add' | 'remove', group: number, role: number) =>
    owns(
      'POST',
      `${at}/roleassignments/${act}roleassignment(principalid=${group},roledefid=${role})`,
    );
  await give('add', 3, fullControl);
  await give('add', 4, reading);
  expect(rights(ben)).toBe('none');
  const login = directoryGroupLogin(readers);
  expect((await owns('POST', '/sitegroups(4)/users', { LoginName: login })).status).toBe(200);
  expect(rights(ben)).toBe('read');
  await give('remove', 4, reading);
  expect([rights(ada), rights(ben)]).toEqual(['owner', 'none']);
});

test('C List permissions: roles are set on a broken list alone, and only those the site knows', async () => {
  const { owns, at } = await createSecured();
  const give = (role: number) =>
    owns('POST', `${at}/roleassignments/addroleassignment(principalid=3,roledefid=${role})`);
  expect((await give(fullControl)).status).toBe(400);
  await owns('POST', `${at}/${broken}`);
  expect((await give(7)).status).toBe(400);
  expect((await give(fullControl)).status).toBe(200);
  const { body } = await owns('GET', '/lists?$select=Id,HasUniqueRoleAssignments');
  expect(body['value']).toMatchObject([{ HasUniqueRoleAssignments: true }]);
});

test('C List permissions: an app’s grant on the site reaches lists that people may not open', async () => {
  const { owns, at, list, runtime } = await createSecured();
  await owns('POST', `${at}/${broken}`);
  await addItems(runtime, list, [{ Title: 'a' }]);
  expect((await runtime.send('GET', `${list}/items`)).status).toBe(200);
});

test('C Selected: a person who grants a site needs an administrator’s role as well', async () => {
  const { tenant, tokenOf } = await createSecured();
  const token = await tokenOf(ada, 'https://graph.microsoft.com/Sites.FullControl.All');
  const grant = () =>
    tenant.send(
      new Request(`https://graph.microsoft.com/v1.0${site}/permissions`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          roles: ['read'],
          grantedToIdentities: [{ application: { id: runtimeApp, displayName: 'An app' } }],
        }),
      }),
    );
  expect((await grant()).status).toBe(403);
  tenant.directory.assignDirectoryRole(ada, 'SharePoint Administrator');
  expect((await grant()).status).toBe(201);
});

test('A Columns: a column is not made unique while two items hold the same value', async () => {
  const { admin, runtime, createList } = await createScratch('plain HTTP');
  const list = await createList([{ name: 'Key', text: {}, indexed: true }]);
  await addItems(runtime, list, [{ Key: 'a' }, { Key: 'A' }]);
  const unique = () => admin.send('PATCH', `${list}/columns/Key`, { enforceUniqueValues: true });
  expect((await unique()).status).toBe(400);
  await runtime.send('DELETE', `${list}/items/2`);
  expect((await unique()).status).toBe(200);
});
