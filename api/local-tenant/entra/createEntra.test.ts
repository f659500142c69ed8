import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node';
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  jwtVerify,
  type JSONWebKeySet,
} from 'jose';
import { beforeEach, expect, test } from 'vitest';
import { createEntra, type Entra } from './createEntra';
import type { EntraApp, EntraDirectory } from './entraDirectory';
import { createMemoryKeyStore } from './signingKeys';

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
const clientId = '1a57a171-1e00-4c11-8d00-c11e47000001';
const appIdUri = `api://localhost:3001/${clientId}`;
const address = `https://login.microsoftonline.com/${tenantId}`;
const tokenAddress = `${address}/oauth2/v2.0/token`;
const ada = {
  id: '0a0a0a0a-0000-4000-8000-000000000001',
  displayName: 'Ada Okafor',
  userPrincipalName: 'ada@lastmile.example',
  mail: 'ada@lastmile.example',
  department: 'Tax',
  jobTitle: null,
  accountEnabled: true,
  preferredLanguage: null,
};
const gone = { ...ada, id: 'gone', userPrincipalName: 'gone@x', accountEnabled: false };
const certificate = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const product: EntraApp = {
  clientId,
  displayName: 'Last Mile',
  secret: 'product-secret',
  certificates: [certificate.publicKey],
  appIdUri,
  appRoles: [],
  redirectUris: ['http://localhost:3001/tab/sign-in.html'],
  grantedApplicationPermissions: ['Sites.Selected', 'User.Read.All'],
};

let clock: Date;
let consented: boolean;
let entra: Entra;

const directory: EntraDirectory = {
  user: (id) => [ada, gone].find((user) => user.id === id),
  userByPrincipalName: (name) =>
    [ada, gone].find((user) => user.userPrincipalName === name.toLowerCase()),
  users: () => [ada, gone],
  app: (id) => (id === clientId ? product : undefined),
  apps: () => [product],
  appRolesOf: (id) => (id === ada.id ? ['Champion'] : []),
  hasConsent: () => consented,
  consent: () => false,
  consentForOneself: () => undefined,
  consentedScopes: () => [],
};

beforeEach(() => {
  clock = new Date();
  consented = true;
  entra = createEntra({
    directory,
    tenantId,
    now: () => clock,
    keyStore: createMemoryKeyStore(),
  });
});

/** The real msal-node, with only its network swapped. */
function msal(clientSecret = 'product-secret', id = clientId) {
  const sent: string[] = [];
  const answer = async (
    url: string,
    method: string,
    body?: string,
    headers?: Record<string, string>,
  ) => {
    sent.push(url);
    const init = { method, ...(body === undefined ? {} : { body }), headers: headers ?? {} };
    const response = await entra.handle(new Request(url, init));
    return {
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as never,
      status: response.status,
    };
  };
  const app = new ConfidentialClientApplication({
    auth: { clientId: id, authority: address, clientSecret },
    system: {
      networkClient: {
        sendGetRequestAsync: (url, options) => answer(url, 'GET', undefined, options?.headers),
        sendPostRequestAsync: (url, options) =>
          answer(url, 'POST', options?.body, options?.headers),
      },
    },
  });
  return { app, sent };
}

function postToken(form: Record<string, string>, tenant = tenantId) {
  return entra.handle(
    new Request(`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    }),
  );
}

async function refusal(response: Response) {
  const body = (await response.json()) as { error: string; error_codes: number[] };
  return [response.status, body.error, body.error_codes[0]];
}

async function jwks() {
  const response = await entra.handle(new Request(`${address}/discovery/v2.0/keys`));
  return (await response.json()) as JSONWebKeySet;
}

const signIn = `${address}/oauth2/v2.0/authorize?${new URLSearchParams({
  client_id: clientId,
  redirect_uri: 'http://localhost:3001/tab/sign-in.html',
  response_type: 'code',
  scope: `openid offline_access ${appIdUri}/access_as_user`,
  state: 's1',
  nonce: 'n1',
}).toString()}`;

test('a user token for our API has the claims of a v2 token and verifies against the published keys', async () => {
  const token = await entra.userToken(ada.id);
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(await jwks()), {
    issuer: `${address}/v2.0`,
    audience: clientId,
  });
  expect(protectedHeader.alg).toBe('RS256');
  expect(payload).toMatchObject({
    ver: '2.0',
    azp: clientId,
    oid: ada.id,
    tid: tenantId,
    scp: 'access_as_user',
    roles: ['Champion'],
    preferred_username: 'ada@lastmile.example',
    name: 'Ada Okafor',
  });
  expect(payload.sub).not.toBe(ada.id);
  expect(payload.exp! - payload.iat!).toBe(3599);
});

test('claims of a user token can be bent for tests that must see it refused', async () => {
  const token = await entra.userToken(ada.id, {
    azp: 'someone-else',
    roles: [],
    expiresInSeconds: -10,
    claims: { iss: 'https://sts.windows.net/x/', scp: undefined },
  });
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({ azp: 'someone-else', iss: 'https://sts.windows.net/x/' });
  expect(claims).not.toHaveProperty('scp');
  expect(claims).not.toHaveProperty('roles');
});

test('the real msal-node gets an app token for Graph by secret, once, and then from its cache', async () => {
  const { app, sent } = msal();
  const scopes = ['https://graph.microsoft.com/.default'];
  const first = await app.acquireTokenByClientCredential({ scopes });
  const second = await app.acquireTokenByClientCredential({ scopes });
  expect(second?.fromCache).toBe(true);
  expect(sent.filter((url) => url.startsWith(tokenAddress))).toHaveLength(1);
  expect(decodeJwt(first!.accessToken)).toMatchObject({
    aud: 'https://graph.microsoft.com',
    roles: ['Sites.Selected', 'User.Read.All'],
  });
  expect(decodeJwt(first!.accessToken)).not.toHaveProperty('scp');
  expect(await entra.verifyGraphToken(first!.accessToken)).toEqual({
    kind: 'app',
    clientId,
    scopes: ['Sites.Selected', 'User.Read.All'],
  });
});

test('the real msal-node gets an app token by certificate, and not by another key', async () => {
  const byCertificate = (privateKey: string) =>
    new ConfidentialClientApplication({
      auth: {
        clientId,
        authority: address,
        clientCertificate: { thumbprintSha256: 'a'.repeat(64), privateKey },
      },
      system: {
        networkClient: {
          sendGetRequestAsync: () => Promise.reject(new Error('not needed')),
          sendPostRequestAsync: async (url, options) => {
            const response = await entra.handle(
              new Request(url, { method: 'POST', body: options?.body ?? '' }),
            );
            return {
              headers: {},
              status: response.status,
              body: (await response.json()) as never,
            };
          },
        },
      },
    }).acquireTokenByClientCredential({ scopes: ['https://graph.microsoft.com/.default'] });
  expect((await byCertificate(certificate.privateKey))?.accessToken).toBeTruthy();
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = other.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await expect(byCertificate(pem)).rejects.toThrow('AADSTS700027');
});

test('the real msal-node exchanges a user token on behalf of the person, then answers from its cache', async () => {
  const { app } = msal();
  const request = {
    oboAssertion: await entra.userToken(ada.id),
    scopes: ['https://graph.microsoft.com/User.Read'],
  };
  const first = await app.acquireTokenOnBehalfOf(request);
  expect(first?.account?.localAccountId).toBe(ada.id);
  expect(first?.scopes).toContain('https://graph.microsoft.com/User.Read');
  expect(await entra.verifyGraphToken(first!.accessToken)).toEqual({
    kind: 'delegated',
    clientId,
    userId: ada.id,
    scopes: ['User.Read'],
  });
  expect((await app.acquireTokenOnBehalfOf(request))?.fromCache).toBe(true);
});

test('on-behalf-of for a scope nobody consented to is refused as consent_required', async () => {
  const { app } = msal();
  const oboAssertion = await entra.userToken(ada.id);
  const refused = await app
    .acquireTokenOnBehalfOf({ oboAssertion, scopes: ['https://graph.microsoft.com/Mail.Read'] })
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(InteractionRequiredAuthError);
  expect(refused).toMatchObject({ errorCode: 'invalid_grant', subError: 'consent_required' });
});

test('a demanded interaction reaches msal-node with its claims, until the person signs in by hand', async () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c7"}}}';
  entra.demands.add({ kind: 'interaction_required', userId: ada.id, claims });
  const request = {
    oboAssertion: await entra.userToken(ada.id),
    scopes: ['https://graph.microsoft.com/User.Read'],
  };
  const refused = await msal()
    .app.acquireTokenOnBehalfOf(request)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(InteractionRequiredAuthError);
  expect(refused).toMatchObject({ errorCode: 'interaction_required', claims });

  const broker = { userId: ada.id, clientId, scope: `${appIdUri}/access_as_user` };
  await expect(entra.brokerToken({ ...broker, interactive: false })).rejects.toThrow('AADSTS50076');
  const answer = await entra.brokerToken({ ...broker, interactive: true });
  expect(decodeJwt(answer.access_token)).toMatchObject({ aud: clientId, scp: 'access_as_user' });
  expect(decodeJwt(answer.id_token!)).toMatchObject({ aud: clientId, oid: ada.id });
  expect((await msal().app.acquireTokenOnBehalfOf(request))?.accessToken).toBeTruthy();
});

test('on-behalf-of takes only a user token of this tenant meant for the app', async () => {
  const form = (assertion: string) => ({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: clientId,
    client_secret: 'product-secret',
    scope: 'User.Read',
    assertion,
  });
  const other = await entra.userToken(ada.id, { claims: { aud: 'other' } });
  const expired = await entra.userToken(ada.id, { expiresInSeconds: -1 });
  const [head, body, signature] = (await entra.userToken(ada.id)).split('.');
  const forged = `${head!}.${body!}.${signature!.startsWith('A') ? 'B' : 'A'}${signature!.slice(1)}`;
  expect(await refusal(await postToken(form(other)))).toEqual([400, 'invalid_grant', 500131]);
  expect(await refusal(await postToken(form(expired)))).toEqual([400, 'invalid_grant', 50013]);
  expect(await refusal(await postToken(form(forged)))).toEqual([400, 'invalid_grant', 50013]);
});

test('a disabled account gets no token', async () => {
  const request = { userId: gone.id, clientId, scope: 'User.Read', interactive: true };
  await expect(entra.brokerToken(request)).rejects.toThrow('AADSTS50057');
});

test.each([
  ['an unknown client', { client_id: 'nobody' }, 400, 'unauthorized_client', 700016],
  ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 7000215],
  ['an unsupported grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  ['a bare scope', { scope: 'User.Read' }, 400, 'invalid_scope', 1002012],
  ['a strange resource', { scope: 'https://x/.default' }, 400, 'invalid_resource', 500011],
  ['no grant type', { grant_type: '' }, 400, 'invalid_request', 900144],
])('%s is refused in the words of Entra ID', async (_, change, status, error, code) => {
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: 'product-secret',
    scope: 'https://graph.microsoft.com/.default',
    ...change,
  };
  expect(await refusal(await postToken(form))).toEqual([status, error, code]);
});

test('a client without credentials, a foreign tenant and withdrawn consent are refused', async () => {
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    scope: 'https://graph.microsoft.com/.default',
  };
  expect(await refusal(await postToken(form))).toEqual([401, 'invalid_client', 7000218]);
  expect(await refusal(await postToken(form, 'other-tenant'))).toEqual([
    400,
    'invalid_request',
    90002,
  ]);
  consented = false;
  const proven = { ...form, client_secret: 'product-secret' };
  expect(await refusal(await postToken(proven))).toEqual([400, 'unauthorized_client', 7000229]);
});

test('after a key rollover old tokens still verify for a day, and new ones carry the new key', async () => {
  const before = await entra.appToken(clientId, 'https://graph.microsoft.com');
  await entra.rollKeys();
  const after = await entra.appToken(clientId, 'https://graph.microsoft.com');
  expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
  expect((await jwks()).keys).toHaveLength(2);
  expect(await entra.verifyGraphToken(before)).toBeDefined();
  clock = new Date(clock.getTime() + 25 * 60 * 60 * 1000);
  expect((await jwks()).keys).toHaveLength(1);
});

test('keys are made once: a tenant that starts again signs with the same key', async () => {
  const keyStore = createMemoryKeyStore();
  const start = () => createEntra({ directory, tenantId, now: () => clock, keyStore });
  const before = await start().userToken(ada.id);
  const after = await start().userToken(ada.id);
  expect(decodeProtectedHeader(after).kid).toBe(decodeProtectedHeader(before).kid);
});

/** A browser that has signed in as Ada, at the sign-in page with what the test adds. */
async function signedInBrowser() {
  const posted = await entra.handle(
    new Request(signIn, { method: 'POST', body: new URLSearchParams({ user: ada.id }) }),
  );
  const [cookie = ''] = posted.headers.getSetCookie();
  return async (more: Record<string, string>) => {
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const url = `${signIn}&${new URLSearchParams(more).toString()}`;
    return (await entra.handle(new Request(url, { headers }))).status;
  };
}

test('who has a session in this browser goes on without a question, unless somebody else is meant or more is asked', async () => {
  const open = await signedInBrowser();
  expect(await open({})).toBe(302);
  expect(await open({ login_hint: ada.userPrincipalName })).toBe(302);
  expect(await open({ login_hint: 'gone@x' })).toBe(200);
  expect(await open({ prompt: 'select_account' })).toBe(200);
  expect(await open({ claims: '{"access_token":{"acrs":{"value":"c1"}}}' })).toBe(200);
  entra.demands.add({ kind: 'interaction_required', userId: ada.id });
  expect(await open({})).toBe(200);
});

test('a page redeems only codes that came back to its own origin, and may read the answer', async () => {
  const redeemFrom = async (origin: string) => {
    const verifier = 'v'.repeat(43);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const url = `${signIn}&code_challenge=${challenge}&code_challenge_method=S256`;
    const body = new URLSearchParams({ user: ada.id });
    const back = await entra.handle(new Request(url, { method: 'POST', body }));
    const at = new URL(back.headers.get('Location') ?? '');
    const code = at.searchParams.get('code') ?? new URLSearchParams(at.hash.slice(1)).get('code');
    const form = {
      ...{ grant_type: 'authorization_code', client_id: clientId, code: code ?? '' },
      ...{ redirect_uri: product.redirectUris[0]!, code_verifier: verifier },
    };
    return entra.handle(
      new Request(`${address}/oauth2/v2.0/token`, {
        ...{ method: 'POST', headers: { origin }, body: new URLSearchParams(form) },
      }),
    );
  };
  const own = await redeemFrom('http://localhost:3001');
  expect([own.status, own.headers.get('Access-Control-Allow-Origin')]).toEqual([
    200,
    'http://localhost:3001',
  ]);
  expect(await refusal(await redeemFrom('https://stranger.example'))).toEqual([
    400,
    'invalid_request',
    9002326,
  ]);
});

test('the authorization code flow gives tokens once, to who holds the PKCE verifier, and refreshes them', async () => {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const url = `${signIn}&code_challenge=${challenge}&code_challenge_method=S256`;
  const picker = await (await entra.handle(new Request(url))).text();
  expect(picker).toContain('Simulation.');
  expect(picker).toContain('Ada Okafor');

  const chooseAda = async () => {
    const response = await entra.handle(
      new Request(url, { method: 'POST', body: new URLSearchParams({ user: ada.id }) }),
    );
    expect(response.status).toBe(302);
    const back = new URL(response.headers.get('Location')!);
    expect(back.searchParams.get('state')).toBe('s1');
    return back.searchParams.get('code')!;
  };
  const redeem = (code: string, code_verifier: string) =>
    postToken({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: 'http://localhost:3001/tab/sign-in.html',
      client_info: '1',
      code,
      code_verifier,
    });
  expect(await refusal(await redeem(await chooseAda(), 'another'))).toEqual([
    400,
    'invalid_grant',
    501481,
  ]);
  const code = await chooseAda();
  const tokens = (await (await redeem(code, verifier)).json()) as Record<string, string>;
  expect(decodeJwt(tokens['id_token']!)).toMatchObject({ nonce: 'n1', aud: clientId });
  expect(decodeJwt(tokens['access_token']!)).toMatchObject({ scp: 'access_as_user', oid: ada.id });
  expect(await refusal(await redeem(code, verifier))).toEqual([400, 'invalid_grant', 70008]);

  const refreshed = await postToken({
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: tokens['refresh_token']!,
  });
  const again = (await refreshed.json()) as Record<string, string>;
  expect(decodeJwt(again['access_token']!)).toMatchObject({ aud: clientId, oid: ada.id });
  expect(await entra.verifyGraphToken(tokens['refresh_token']!)).toBeUndefined();
});

test('sign-in never redirects to an address that is not registered', async () => {
  const url = signIn.replace(
    encodeURIComponent('http://localhost:3001'),
    'https%3A%2F%2Fevil.test',
  );
  const response = await entra.handle(new Request(url, { method: 'POST', body: '' }));
  expect(response.status).toBe(400);
  expect(response.headers.get('Location')).toBeNull();
});

test('the loopback path prefix is understood, and addresses in the metadata stay the real ones', async () => {
  const response = await entra.handle(
    new Request(
      `http://localhost:3000/login.microsoftonline.com/${tenantId}/v2.0/.well-known/openid-configuration`,
    ),
  );
  expect(await response.json()).toMatchObject({
    issuer: `${address}/v2.0`,
    token_endpoint: tokenAddress,
    jwks_uri: `${address}/discovery/v2.0/keys`,
  });
});

test('an ID token or a token for our API is no Graph token', async () => {
  expect(await entra.verifyGraphToken(await entra.userToken(ada.id))).toBeUndefined();
  expect(await entra.verifyGraphToken('nonsense')).toBeUndefined();
});
