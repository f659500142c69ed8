import { describe, expect, test } from 'vitest';
import { clientKinds, textOf, type ClientKind, type Json } from './contractClients';
import { ada, adminApp, createScratch, person } from './scratchTenant';

const graphApp = '00000003-0000-0000-c000-000000000000';
const role = {
  id: '5a0b0000-0000-4000-8000-000000000001',
  value: 'Champion',
  displayName: 'Champion',
  description: 'Answers feedback.',
  isEnabled: true,
  allowedMemberTypes: ['User'],
};

/** Beside `Request_BadRequest`, which says no more than the status. */
const finerCodeOf = (body: Json) => body['error']?.['innerError']?.['code'];

async function withRegistrations(kind: ClientKind) {
  const scratch = await createScratch(kind);
  scratch.tenant.directory.addUsers([person(ada, 'Ada Hart')]);
  scratch.tenant.directory.registerApp({
    clientId: adminApp,
    displayName: 'Administration',
    secret: 'only in tests',
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: [
      'Application.ReadWrite.All',
      'AppRoleAssignment.ReadWrite.All',
      'DelegatedPermissionGrant.ReadWrite.All',
    ],
    grantedDelegatedPermissions: [],
  });
  const { admin } = scratch;
  return {
    ...scratch,
    createApplication: async (more: object = {}) => {
      const { status, body } = await admin.send('POST', '/applications', {
        displayName: 'Last Mile',
        ...more,
      });
      expect(status).toBe(201);
      return { id: textOf(body['id']), appId: textOf(body['appId']) };
    },
    createPrincipal: async (appId: string) => {
      const { status, body } = await admin.send('POST', '/servicePrincipals', { appId });
      expect(status).toBe(201);
      return textOf(body['id']);
    },
  };
}

describe.each(clientKinds)('registrations through %s', (kind) => {
  test('C Applications: an upsert under `uniqueName` makes one, and changes it afterwards', async () => {
    const { admin } = await withRegistrations(kind);
    const address = "/applications(uniqueName='last-mile')";
    const upsert = (displayName: string) =>
      admin.send('PATCH', address, { displayName }, { Prefer: 'create-if-missing' });
    expect((await admin.send('PATCH', address, { displayName: 'None' })).status).toBe(404);
    expect((await upsert('First')).status).toBe(201);
    expect((await upsert('Second')).status).toBe(204);
    expect((await admin.send('GET', address)).body['displayName']).toBe('Second');
  });

  test('C Applications: an identifier URI ends with the app’s own id, or names a verified domain', async () => {
    const { admin, createApplication } = await withRegistrations(kind);
    const { id, appId } = await createApplication();
    const named = (uri: string) =>
      admin.send('PATCH', `/applications/${id}`, { identifierUris: [uri] });
    expect((await named(`api://product.example/${appId}`)).status).toBe(204);
    const refused = await named('api://product.example/else');
    expect([refused.status, finerCodeOf(refused.body)]).toEqual([
      400,
      'HostNameNotOnVerifiedDomain',
    ]);
  });

  test('C Applications: a role that is enabled is disabled before it can go', async () => {
    const { admin, createApplication } = await withRegistrations(kind);
    const { id } = await createApplication({ appRoles: [role] });
    const write = (appRoles: readonly object[]) =>
      admin.send('PATCH', `/applications/${id}`, { appRoles });
    const refused = await write([]);
    expect([refused.status, finerCodeOf(refused.body)]).toEqual([
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
    ]);
    expect((await write([{ ...role, isEnabled: false }])).status).toBe(204);
    expect((await write([])).status).toBe(204);
  });

  test('C Service principals: an application that is there has one', async () => {
    const { admin, createApplication, createPrincipal } = await withRegistrations(kind);
    const { appId } = await createApplication();
    await createPrincipal(appId);
    const again = await admin.send('POST', '/servicePrincipals', { appId });
    expect([again.status, again.body['error']?.['code']]).toEqual([
      409,
      'Request_MultipleObjectsWithSameKeyValue',
    ]);
    const nobodys = await admin.send('POST', '/servicePrincipals', { appId: role.id });
    expect([nobodys.status, finerCodeOf(nobodys.body)]).toEqual([
      400,
      'NoBackingApplicationObject',
    ]);
  });

  test('C App roles: a role of the app is assigned to a person once, and taken again', async () => {
    const { admin, createApplication, createPrincipal } = await withRegistrations(kind);
    const { appId } = await createApplication({ appRoles: [role] });
    const resourceId = await createPrincipal(appId);
    const address = `/servicePrincipals/${resourceId}/appRoleAssignedTo`;
    const assign = (appRoleId: string) =>
      admin.send('POST', address, { principalId: ada, resourceId, appRoleId });
    const made = await assign(role.id);
    expect([made.status, made.body['principalType']]).toEqual([201, 'User']);
    expect((await assign(role.id)).status).toBe(400);
    expect((await assign(ada)).status).toBe(400);
    expect((await admin.send('GET', address)).body['value']).toHaveLength(1);
    expect((await admin.send('DELETE', `${address}/${textOf(made.body['id'])}`)).status).toBe(204);
    expect((await admin.send('GET', address)).body['value']).toEqual([]);
  });

  test('C Permission grants: consent for everybody is one grant, whose scopes are changed', async () => {
    const { admin, createApplication, createPrincipal } = await withRegistrations(kind);
    const { appId } = await createApplication();
    const clientId = await createPrincipal(appId);
    const graph = await admin.send('GET', `/servicePrincipals(appId='${graphApp}')`);
    const grant = {
      ...{ clientId, consentType: 'AllPrincipals' },
      ...{ resourceId: textOf(graph.body['id']), scope: 'User.Read' },
    };
    const made = await admin.send('POST', '/oauth2PermissionGrants', grant);
    expect(made.status).toBe(201);
    expect((await admin.send('POST', '/oauth2PermissionGrants', grant)).status).toBe(409);
    const address = `/oauth2PermissionGrants/${textOf(made.body['id'])}`;
    const scope = 'User.Read Sites.Selected';
    expect((await admin.send('PATCH', address, { scope })).status).toBe(204);
    const found = await admin.send(
      'GET',
      `/oauth2PermissionGrants?$filter=clientId eq '${clientId}'`,
    );
    expect([found.body['value']?.[0]?.['scope'], found.body['value']?.[1]]).toEqual([
      scope,
      undefined,
    ]);
  });
});
