import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { createLocalTenant, type LocalTenant } from '../../api/local-tenant/localTenant';
import type { TenantSwitches } from '../../api/local-tenant/storage/switches';
import { textOf } from './contractClients';
import { ada, person, runtimeApp } from './scratchTenant';

const teamsWeb = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const redirectUri = 'https://product.example/tab/sign-in.html';
const appIdUri = `api://product.example/${runtimeApp}`;
const secret = 'only in tests';
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

async function withProduct(
  more: object = {},
  now = () => new Date(),
  switches: Partial<TenantSwitches> = {},
) {
  const tenant = await createLocalTenant({ now, switches });
  tenant.directory.addUsers([person(ada, 'Ada Hart')]);
  tenant.directory.registerApp({
    clientId: runtimeApp,
    displayName: 'Last Mile',
    secret,
    certificates: [publicKey],
    appIdUri,
    appRoles: [],
    redirectUris: [redirectUri],
    exposedScopes: ['access_as_user'],
    preAuthorizedClientIds: [teamsWeb],
    grantedApplicationPermissions: ['Sites.Selected'],
    grantedDelegatedPermissions: ['User.Read'],
    ...more,
  });
  return tenant;
}

const authority = (tenant: LocalTenant) => `https://login.microsoftonline.com/${tenant.tenantId}`;

async function ask(tenant: LocalTenant, form: Record<string, string>) {
  const response = await tenant.send(
    new Request(`${authority(tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: runtimeApp, ...form }),
    }),
  );
  const body = (await response.json()) as Record<string, unknown>;
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body,
    code: (body['error_codes'] as number[] | undefined)?.[0],
  };
}

/** What a person does at the sign-in page: chooses Ada, and comes back with a code. */
async function signIn(tenant: LocalTenant, more: Record<string, string> = {}) {
  const asked = new URLSearchParams({
    client_id: runtimeApp,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: `openid offline_access ${appIdUri}/access_as_user`,
    state: 'as-it-was-sent',
    nonce: 'n-1',
    ...more,
  });
  return tenant.send(
    new Request(`${authority(tenant)}/oauth2/v2.0/authorize?${asked.toString()}`, {
      method: 'POST',
      body: new URLSearchParams({ user: ada }),
    }),
  );
}

const verifier = 'a-verifier-of-at-least-forty-three-characters-1';
const challenge = {
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};

async function codeFrom(response: Response): Promise<string> {
  expect(response.status).toBe(302);
  const back = new URL(response.headers.get('location') ?? '');
  expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([
    redirectUri,
    'as-it-was-sent',
  ]);
  return Promise.resolve(textOf(back.searchParams.get('code')));
}

const redeem = (code: string, more: object = {}) => ({
  grant_type: 'authorization_code',
  redirect_uri: redirectUri,
  code,
  code_verifier: verifier,
  ...more,
});

test('D Authorization code: it is given for PKCE’s verifier, once, within its minutes', async () => {
  let at = Date.parse('2026-11-23T09:00:00Z');
  const tenant = await withProduct({}, () => new Date(at));
  const code = async () => codeFrom(await signIn(tenant, challenge));
  const wrong = await ask(tenant, redeem(await code(), { code_verifier: 'another' }));
  expect([wrong.status, wrong.body['error'], wrong.code]).toEqual([400, 'invalid_grant', 501481]);
  const elsewhere = await ask(tenant, redeem(await code(), { redirect_uri: 'https://x.example/' }));
  expect(elsewhere.body['error']).toBe('invalid_grant');

  const good = await code();
  const { status, body } = await ask(tenant, redeem(good));
  expect(status).toBe(200);
  expect(decodeJwt(textOf(body['access_token']))).toMatchObject({
    oid: ada,
    scp: 'access_as_user',
    ver: '2.0',
  });
  expect(decodeJwt(textOf(body['id_token']))).toMatchObject({ aud: runtimeApp, nonce: 'n-1' });
  expect((await ask(tenant, redeem(good))).code).toBe(70008);

  const late = await code();
  at += 11 * 60_000;
  expect((await ask(tenant, redeem(late))).code).toBe(70008);
});

test('D Authorization code: nobody is sent to an address that is not registered', async () => {
  const tenant = await withProduct();
  const response = await signIn(tenant, { redirect_uri: 'https://evil.example/' });
  expect([response.status, response.headers.get('location')]).toEqual([400, null]);
});

test('D Device code: it waits for a person, gives their token once, and runs out', async () => {
  let at = Date.now();
  const tenant = await withProduct({}, () => new Date(at));
  const issue = async () => {
    const response = await tenant.send(
      new Request(`${authority(tenant)}/oauth2/v2.0/devicecode`, {
        method: 'POST',
        body: new URLSearchParams({
          client_id: runtimeApp,
          scope: 'https://graph.microsoft.com/User.Read',
        }),
      }),
    );
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toMatchObject({
      verification_uri: 'https://microsoft.com/devicelogin',
      ...{ expires_in: 900, interval: 5 },
    });
    return { device: textOf(body['device_code']), typed: textOf(body['user_code']) };
  };
  const redeemed = (device: string) =>
    ask(tenant, {
      client_secret: secret,
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: device,
    });
  const { device, typed } = await issue();
  expect((await redeemed(device)).body['error']).toBe('authorization_pending');
  tenant.entra.approveDevice(typed, ada);
  const { status, body } = await redeemed(device);
  expect(status).toBe(200);
  expect(decodeJwt(textOf(body['access_token']))).toMatchObject({ oid: ada, scp: 'User.Read' });
  expect((await redeemed(device)).body['error']).toBe('invalid_grant');
  const late = await issue();
  at += 901_000;
  expect((await redeemed(late.device)).body['error']).toBe('expired_token');
});

test('D Loopback: `http://localhost` is registered for every port, and for no other host or path', async () => {
  const tenant = await withProduct({ redirectUris: ['http://localhost'] });
  const backTo = async (address: string) => {
    const response = await signIn(tenant, { ...challenge, redirect_uri: address });
    return [response.status, response.headers.get('location')?.split('?')[0] ?? null];
  };
  expect(await backTo('http://localhost:51234')).toEqual([
    302,
    expect.stringMatching(/^http:\/\/localhost:51234\/?$/),
  ]);
  for (const address of ['http://127.0.0.2:51234', 'http://localhost:51234/else']) {
    expect(await backTo(address)).toEqual([400, null]);
  }
});

test('D Refresh: a refresh token gives new tokens to its own client, and opens nothing itself', async () => {
  const tenant = await withProduct();
  const first = await ask(tenant, redeem(await codeFrom(await signIn(tenant, challenge))));
  const refresh = textOf(first.body['refresh_token']);
  const again = await ask(tenant, { grant_type: 'refresh_token', refresh_token: refresh });
  expect(again.status).toBe(200);
  expect(decodeJwt(textOf(again.body['access_token']))).toMatchObject({
    oid: ada,
    aud: runtimeApp,
  });
  expect(textOf(again.body['refresh_token'])).not.toBe('');
  tenant.directory.registerApp({
    clientId: 'another',
    displayName: 'Another',
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: [],
  });
  const stolen = await ask(tenant, {
    grant_type: 'refresh_token',
    refresh_token: refresh,
    client_id: 'another',
  });
  expect([stolen.status, stolen.code]).toEqual([400, 700082]);
  const me = await tenant.send(
    new Request('https://graph.microsoft.com/v1.0/me', {
      headers: { authorization: `Bearer ${refresh}` },
    }),
  );
  expect(me.status).toBe(401);
});

const credentials = {
  grant_type: 'client_credentials',
  scope: 'https://graph.microsoft.com/.default',
};

test('D Client credentials: a wrong or missing secret is invalid_client', async () => {
  const tenant = await withProduct();
  expect((await ask(tenant, { ...credentials, client_secret: secret })).status).toBe(200);
  const wrong = await ask(tenant, { ...credentials, client_secret: 'wrong' });
  expect([wrong.status, wrong.body['error'], wrong.code]).toEqual([401, 'invalid_client', 7000215]);
  const none = await ask(tenant, credentials);
  expect([none.status, none.code]).toEqual([401, 7000218]);
});

test('D Client credentials: an assertion signed with its certificate does for the secret', async () => {
  const tenant = await withProduct();
  const assertion = (key: typeof pair.privateKey, audience: string) =>
    new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({ alg: 'PS256' })
      .setIssuer(runtimeApp)
      .setSubject(runtimeApp)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key);
  const attempt = async (key: typeof pair.privateKey, audience: string) =>
    ask(tenant, {
      ...credentials,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(key, audience),
    });
  const endpoint = `${authority(tenant)}/oauth2/v2.0/token`;
  expect((await attempt(pair.privateKey, endpoint)).status).toBe(200);
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = await attempt(other.privateKey, endpoint);
  expect([foreign.status, foreign.code]).toEqual([401, 700027]);
  expect((await attempt(pair.privateKey, 'https://elsewhere.example/')).status).toBe(401);
});

test('D Client credentials: withdrawn consent gives no token, or one without roles', async () => {
  for (const withdrawnConsent of ['refused', 'tokenWithoutRoles'] as const) {
    const tenant = await withProduct({}, () => new Date(), { withdrawnConsent });
    tenant.faults.revokeConsent(runtimeApp);
    const { status, body } = await ask(tenant, { ...credentials, client_secret: secret });
    if (withdrawnConsent === 'refused') {
      expect([status, body['error']]).toEqual([400, 'unauthorized_client']);
      continue;
    }
    expect(status).toBe(200);
    expect(decodeJwt(textOf(body['access_token']))['roles']).toEqual([]);
  }
});

const onBehalfOf = (assertion: string, scope = 'https://graph.microsoft.com/User.Read') => ({
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  requested_token_use: 'on_behalf_of',
  client_secret: secret,
  assertion,
  scope,
});

test('D On-behalf-of: interaction_required brings its claims, until the person signs in by hand', async () => {
  const tenant = await withProduct();
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c7"}}}';
  tenant.entra.demands.add({ kind: 'interaction_required', userId: ada, claims });
  const assertion = await tenant.entra.userToken(ada);
  const refused = await ask(tenant, onBehalfOf(assertion));
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({
    error: 'interaction_required',
    suberror: 'basic_action',
    claims,
    error_codes: [50076],
  });
  await signIn(tenant, challenge);
  expect((await ask(tenant, onBehalfOf(assertion))).status).toBe(200);
});

test('D On-behalf-of: consent_required can be demanded for one scope, with claims', async () => {
  const tenant = await withProduct();
  tenant.entra.demands.add({ kind: 'consent_required', scope: 'User.Read', claims: '{"a":1}' });
  const { status, body } = await ask(tenant, onBehalfOf(await tenant.entra.userToken(ada)));
  expect(status).toBe(400);
  expect(body).toMatchObject({
    error: 'invalid_grant',
    suberror: 'consent_required',
    error_codes: [65001],
    claims: '{"a":1}',
  });
});

test('D Consent: a person’s own, at the broker, lets the exchange succeed; or it is left to admins', async () => {
  const scope = 'https://graph.microsoft.com/Calendars.ReadWrite';
  for (const userConsent of ['everybody', 'adminsOnly'] as const) {
    const tenant = await withProduct({}, () => new Date(), { userConsent });
    const assertion = await tenant.entra.userToken(ada);
    const exchange = async () => (await ask(tenant, onBehalfOf(assertion, scope))).status;
    const asked = { userId: ada, clientId: runtimeApp, scope };
    expect(await exchange()).toBe(400);
    // Without the person nobody consents.
    await expect(tenant.entra.brokerToken({ ...asked, interactive: false })).rejects.toThrow();
    const agreed = tenant.entra.brokerToken({ ...asked, interactive: true });
    if (userConsent === 'adminsOnly') {
      await expect(agreed).rejects.toMatchObject({ details: { code: 90094 } });
      expect(await exchange()).toBe(400);
      continue;
    }
    expect((await agreed).scope).toBe(scope);
    expect(await exchange()).toBe(200);
  }
});

test('D On-behalf-of: only a person’s token for this app, unexpired and whole, is exchanged', async () => {
  const tenant = await withProduct();
  const exchange = async (assertion: string) => (await ask(tenant, onBehalfOf(assertion))).code;
  const expired = await tenant.entra.userToken(ada, { expiresInSeconds: -1 });
  const foreign = await tenant.entra.userToken(ada, { claims: { aud: 'another' } });
  const [head, payload] = (await tenant.entra.userToken(ada)).split('.');
  const appOnly = await tenant.entra.appToken(runtimeApp, appIdUri);
  expect(await exchange(expired)).toBe(50013);
  expect(await exchange(foreign)).toBe(500131);
  expect(await exchange(`${head}.${payload}.AAAA`)).toBe(50013);
  expect(await exchange(appOnly)).toBe(50013);
});

test('B Limits: 50 delegation-token requests for a person in 5 minutes', async () => {
  let at = Date.parse('2026-11-23T09:00:00Z');
  const tenant = await withProduct({}, () => new Date(at));
  const other = '0b1ec700-0000-4000-8000-000000000002';
  tenant.directory.addUsers([person(other, 'Ben Cole')]);
  const exchange = async (userId: string) =>
    ask(tenant, onBehalfOf(await tenant.entra.userToken(userId)));
  for (let sent = 0; sent < 50; sent++) expect((await exchange(ada)).status).toBe(200);
  at += 200_000;
  const over = await exchange(ada);
  expect([over.status, over.retryAfter]).toEqual([429, '100']);
  expect((await exchange(other)).status).toBe(200);
  at += 100_000;
  expect((await exchange(ada)).status).toBe(200);
});

test('D Token: an API that asks for version 1 gets its issuer, audience and claims', async () => {
  for (const version1Audience of ['appIdUri', 'clientId'] as const) {
    const tenant = await withProduct({ accessTokenVersion: 1 }, () => new Date(), {
      version1Audience,
    });
    const old = decodeJwt(await tenant.entra.userToken(ada));
    expect(old).toMatchObject({
      ver: '1.0',
      iss: `https://sts.windows.net/${tenant.tenantId}/`,
      aud: version1Audience === 'appIdUri' ? appIdUri : runtimeApp,
      appid: runtimeApp,
      upn: 'ada.hart@lastmile.example',
      unique_name: 'ada.hart@lastmile.example',
    });
    expect(old).not.toHaveProperty('azp');
  }
});

test('D Token: an app’s own token for an API has no `scp`, and an ID token opens nothing', async () => {
  const tenant = await withProduct();
  const appOnly = decodeJwt(await tenant.entra.appToken(runtimeApp, appIdUri));
  expect(appOnly).toMatchObject({ aud: runtimeApp, azp: runtimeApp, ver: '2.0' });
  expect(appOnly).not.toHaveProperty('scp');
  const { body } = await ask(tenant, redeem(await codeFrom(await signIn(tenant, challenge))));
  const me = await tenant.send(
    new Request('https://graph.microsoft.com/v1.0/me', {
      headers: { authorization: `Bearer ${textOf(body['id_token'])}` },
    }),
  );
  expect(me.status).toBe(401);
});

test('D Token: after a rollover a token of the old key still opens Graph for a day', async () => {
  for (const keyOverlapHours of [24, 0]) {
    let at = Date.parse('2026-11-23T09:00:00Z');
    const tenant = await withProduct({}, () => new Date(at), { keyOverlapHours });
    const before = await tenant.entra.appToken(runtimeApp, 'https://graph.microsoft.com');
    await tenant.faults.rollKeys();
    const status = async () => {
      const request = new Request('https://graph.microsoft.com/v1.0/users', {
        headers: { authorization: `Bearer ${before}` },
      });
      return (await tenant.send(request)).status;
    };
    // It has no permission to read people: that is judged after its signature.
    expect(await status()).toBe(keyOverlapHours === 0 ? 401 : 403);
    at += 25 * 3_600_000;
    expect(await status()).toBe(401);
  }
});

test('D getAuthToken: a listed host gets the API’s one token, with itself in `azp`', async () => {
  const tenant = await withProduct();
  const asked = { userId: ada, hostClientId: teamsWeb, interactive: false };
  expect(decodeJwt(await tenant.entra.hostToken(asked))).toMatchObject({
    aud: runtimeApp,
    azp: teamsWeb,
    scp: 'access_as_user',
    oid: ada,
  });
});

test('D getAuthToken: it is refused to a host that is not listed, without consent, and to a disabled account', async () => {
  const tenant = await withProduct();
  const asked = { userId: ada, hostClientId: teamsWeb, interactive: false };
  const stranger = { ...asked, hostClientId: randomUUID() };
  await expect(tenant.entra.hostToken(stranger)).rejects.toThrow('AADSTS65001');
  tenant.entra.demands.add({ kind: 'interaction_required', userId: ada });
  await expect(tenant.entra.hostToken(asked)).rejects.toThrow('AADSTS50076');
  // `silent: false`: the person is asked, and then it is given.
  expect(await tenant.entra.hostToken({ ...asked, interactive: true })).toBeTypeOf('string');
  tenant.faults.revokeConsent(runtimeApp);
  await expect(tenant.entra.hostToken(asked)).rejects.toThrow('AADSTS65001');
  tenant.directory.setConsent(runtimeApp, true);
  tenant.directory.addUsers([{ ...person(ada, 'Ada Hart'), accountEnabled: false }]);
  await expect(tenant.entra.hostToken(asked)).rejects.toThrow('AADSTS50057');
});

test('D Metadata: the tenant says where to sign in, under its real addresses', async () => {
  const tenant = await withProduct();
  const at = '/v2.0/.well-known/openid-configuration';
  const expected = {
    issuer: `${authority(tenant)}/v2.0`,
    token_endpoint: `${authority(tenant)}/oauth2/v2.0/token`,
    jwks_uri: `${authority(tenant)}/discovery/v2.0/keys`,
  };
  const direct = await tenant.send(new Request(`${authority(tenant)}${at}`));
  expect(await direct.json()).toMatchObject(expected);
  const loopback = `http://localhost:3000/login.microsoftonline.com/${tenant.tenantId}${at}`;
  expect(await (await tenant.send(new Request(loopback))).json()).toMatchObject(expected);
});
