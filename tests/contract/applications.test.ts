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
      'AppCatalog.Read.All',
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

  test('C Applications: a federated credential is made by its name, changed afterwards, and is one of its kind', async () => {
    const { admin, createApplication } = await withRegistrations(kind);
    const { appId } = await createApplication();
    const all = `/applications(appId='${appId}')/federatedIdentityCredentials`;
    const upsert = (name: string, subject: string, prefer = 'create-if-missing') =>
      admin.send(
        'PATCH',
        `${all}(name='${name}')`,
        {
          issuer: 'https://login.microsoftonline.com/tenant/v2.0',
          subject,
          audiences: ['api://AzureADTokenExchange'],
        },
        { Prefer: prefer },
      );
    expect((await upsert('first', 'one', 'return=minimal')).status).toBe(404);
    expect((await upsert('first', 'one')).status).toBe(201);
    expect((await upsert('first', 'two')).status).toBe(204);
    expect((await upsert('second', 'two')).status).toBe(400);
    const held = (await admin.send('GET', all)).body['value'] as unknown as Json[];
    expect(held.map(({ name, subject }) => [name, subject])).toEqual([['first', 'two']]);
  });

  test('C Applications: a client secret is told once, and its first three characters afterwards', async () => {
    const { admin, createApplication } = await withRegistrations(kind);
    const { id } = await createApplication();
    const { body: made } = await admin.send('POST', `/applications/${id}/addPassword`, {
      passwordCredential: { displayName: 'By hand' },
    });
    const { body } = await admin.send('GET', `/applications/${id}?$select=passwordCredentials`);
    const [told] = body['passwordCredentials'] as unknown as Json[];
    expect(told?.['hint']).toBe(textOf(made['secretText']).slice(0, 3));
    expect(told).not.toHaveProperty('secretText');
  });

  test('C Teams catalogue: an app is found by the id in its manifest, with its version where that is asked for', async () => {
    const { admin, tenant } = await withRegistrations(kind);
    tenant.directory.publishTeamsApp({
      ...{ id: 'in Teams', externalId: 'in the manifest', displayName: 'Last Mile' },
      ...{ version: '1.0.2', publishingState: 'published' },
    });
    const ask = (more: string) =>
      admin.send(
        'GET',
        `/appCatalogs/teamsApps?$filter=${encodeURIComponent("externalId eq 'in the manifest'")}${more}`,
      );
    expect((await ask('')).body['value']).toEqual([
      {
        ...{ id: 'in Teams', externalId: 'in the manifest', displayName: 'Last Mile' },
        distributionMethod: 'organization',
      },
    ]);
    const [app] = (await ask('&$expand=appDefinitions')).body['value'] as unknown as Json[];
    expect(app?.['appDefinitions']).toMatchObject([
      { version: '1.0.2', publishingState: 'published' },
    ]);
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
