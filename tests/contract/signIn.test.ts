import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import type { LocalTenant } from '../../api/local-tenant/localTenant';
import { textOf } from './contractClients';
import { ada, createScratch, person, runtimeApp, site } from './scratchTenant';

const authority = (tenant: LocalTenant) => `https://login.microsoftonline.com/${tenant.tenantId}`;

async function withAda() {
  const { tenant } = await createScratch('plain HTTP');
  tenant.directory.addUsers([person(ada, 'Ada Hart')]);
  tenant.directory.registerApp({
    clientId: runtimeApp,
    displayName: 'Last Mile',
    secret: 'only in tests',
    appIdUri: `api://localhost:3001/${runtimeApp}`,
    appRoles: [{ id: 'role-1', value: 'Champion', displayName: 'Champion' }],
    redirectUris: [],
    grantedApplicationPermissions: ['Sites.Selected'],
    grantedDelegatedPermissions: ['User.Read'],
  });
  tenant.directory.assignAppRole(ada, 'Champion');
  return tenant;
}

async function askToken(tenant: LocalTenant, form: Record<string, string>) {
  const response = await tenant.send(
    new Request(`${authority(tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: runtimeApp,
        client_secret: 'only in tests',
        ...form,
      }),
    }),
  );
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const onBehalfOf = (assertion: string, scope: string) => ({
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  requested_token_use: 'on_behalf_of',
  assertion,
  scope,
});

test('D Token: a token for the API has the v2 form, with the person’s app roles', async () => {
  const tenant = await withAda();
  const token = await tenant.entra.userToken(ada);
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256' });
  expect(decodeJwt(token)).toMatchObject({
    ver: '2.0',
    iss: `${authority(tenant)}/v2.0`,
    aud: runtimeApp,
    azp: runtimeApp,
    tid: tenant.tenantId,
    oid: ada,
    scp: 'access_as_user',
    roles: ['Champion'],
    preferred_username: 'ada.hart@lastmile.example',
  });
});

test('D Token: it verifies by `kid` against the tenant’s published keys, after a rollover too', async () => {
  const tenant = await withAda();
  const published = createRemoteJWKSet(new URL(`${authority(tenant)}/discovery/v2.0/keys`), {
    [customFetch]: (url: string, options: RequestInit) => tenant.send(new Request(url, options)),
    cooldownDuration: 0,
  });
  const expected = { issuer: `${authority(tenant)}/v2.0`, audience: runtimeApp };
  const first = await tenant.entra.userToken(ada);
  await jwtVerify(first, published, expected);
  await tenant.faults.rollKeys();
  const second = await tenant.entra.userToken(ada);
  expect(decodeProtectedHeader(second).kid).not.toBe(decodeProtectedHeader(first).kid);
  await jwtVerify(second, published, expected);
});

test('D Client credentials: an app token has the consented permissions as `roles` and no `scp`', async () => {
  const tenant = await withAda();
  const { status, body } = await askToken(tenant, {
    grant_type: 'client_credentials',
    scope: 'https://graph.microsoft.com/.default',
  });
  expect(status).toBe(200);
  const claims = decodeJwt(textOf(body['access_token']));
  expect(claims['roles']).toEqual(['Sites.Selected']);
  expect(claims).not.toHaveProperty('scp');
});

test('D On-behalf-of: the API’s token is exchanged for the person’s Graph token', async () => {
  const tenant = await withAda();
  const assertion = await tenant.entra.userToken(ada);
  const scope = 'https://graph.microsoft.com/User.Read openid profile offline_access';
  const { status, body } = await askToken(tenant, {
    ...onBehalfOf(assertion, scope),
    client_info: '1',
  });
  expect(status).toBe(200);
  // msal-node's cache only hits on the full form of a scope.
  expect(textOf(body['scope'])).toContain('https://graph.microsoft.com/User.Read');
  expect(body['id_token']).toBeTypeOf('string');
  const info = JSON.parse(
    Buffer.from(textOf(body['client_info']), 'base64url').toString(),
  ) as object;
  expect(info).toEqual({ uid: ada, utid: tenant.tenantId });
  const me = await tenant.send(
    new Request('https://graph.microsoft.com/v1.0/me', {
      headers: { authorization: `Bearer ${textOf(body['access_token'])}` },
    }),
  );
  expect(await me.json()).toMatchObject({ id: ada });
});

test('D On-behalf-of: a scope without consent is invalid_grant with suberror consent_required', async () => {
  const tenant = await withAda();
  const assertion = await tenant.entra.userToken(ada);
  const { status, body } = await askToken(
    tenant,
    onBehalfOf(assertion, 'https://graph.microsoft.com/Calendars.ReadWrite'),
  );
  expect(status).toBe(400);
  expect(body).toMatchObject({
    error: 'invalid_grant',
    suberror: 'consent_required',
    error_codes: [65001],
  });
});

test('D Token: the API’s own token opens nothing at Graph', async () => {
  const tenant = await withAda();
  const me = await tenant.send(
    new Request('https://graph.microsoft.com/v1.0/me', {
      headers: { authorization: `Bearer ${await tenant.entra.userToken(ada)}` },
    }),
  );
  expect(me.status).toBe(401);
});

test('D Token: once it has expired it opens nothing, even where it was used before', async () => {
  let at = Date.parse('2026-11-23T09:00:00Z');
  const { tenant } = await createScratch('plain HTTP', { now: () => new Date(at) });
  const token = await tenant.entra.appToken(runtimeApp, 'https://graph.microsoft.com');
  const status = async () => {
    const request = new Request(`https://graph.microsoft.com/v1.0${site}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return (await tenant.send(request)).status;
  };
  expect(await status()).toBe(200);
  at += 24 * 3_600_000;
  expect(await status()).toBe(401);
});

test('D Challenges: Graph answers 401 with a claims challenge', async () => {
  const { tenant, runtime } = await createScratch('plain HTTP');
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  tenant.faults.challenge(claims);
  const { status, headers } = await runtime.send('GET', site);
  expect(status).toBe(401);
  const challenge = headers.get('www-authenticate') ?? '';
  expect(challenge).toMatch(/^Bearer .*error="insufficient_claims"/);
  const encoded = /claims="([^"]+)"/.exec(challenge)?.[1] ?? '';
  expect(Buffer.from(encoded, 'base64').toString()).toBe(claims);
  expect((await runtime.send('GET', site)).status).toBe(200);
});
