import { generateKeyPair, SignJWT, UnsecuredJWT, decodeJwt, exportSPKI, importJWK } from 'jose';
import { createSecretKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createLocalTenant } from '../../local-tenant/localTenant';
import {
  createTestProduct,
  people,
  testClientId,
  type TestProduct,
} from '../../local-tenant/testProduct';
import { Unauthenticated, Unavailable } from '../http/refusals';
import { createAccessTokens, hostClientIds } from './accessTokens';

const otherTenant = '99999999-1111-4a5e-9c0d-1a57a1711e00';
const appIdUri = `api://localhost:3001/${testClientId}`;

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const token = (claims: Record<string, unknown> = {}) => it.token('carol', { claims });
const seconds = () => Math.floor(Date.now() / 1000);

async function expectRefused(spoiled: string, code: string) {
  const response = await it.ask({ token: spoiled }, '/api/me');
  expect(await response.json()).toMatchObject({ code });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toContain(code);
}

describe('a token that is spoiled in one way is refused with a code that says which', () => {
  const spoiledClaims: [string, string, Record<string, unknown>][] = [
    ['another audience', 'token_wrong_audience', { aud: '11111111-1111-4111-8111-111111111111' }],
    ['our App ID URI as audience', 'token_wrong_audience', { aud: appIdUri }],
    [
      'another issuer',
      'token_wrong_issuer',
      { iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` },
    ],
    ['a v1 issuer', 'token_wrong_issuer', { iss: `https://sts.windows.net/${otherTenant}/` }],
    [
      'an unknown tenant',
      'token_unknown_tenant',
      { tid: otherTenant, iss: `https://login.microsoftonline.com/${otherTenant}/v2.0` },
    ],
    ['an expiry more than five minutes ago', 'token_expired', { exp: seconds() - 301 }],
    ['a beginning in ten minutes', 'token_not_yet_valid', { nbf: seconds() + 600 }],
    ['no scope, as apps have none', 'token_missing_scope', { scp: undefined, roles: ['Champion'] }],
    ['another scope', 'token_missing_scope', { scp: 'User.Read' }],
    ['a scope that only begins like ours', 'token_missing_scope', { scp: 'access_as_user_too' }],
    [
      'a client that is not listed',
      'token_unlisted_client',
      { azp: '22222222-2222-4222-8222-222222222222' },
    ],
    ['no client', 'token_unlisted_client', { azp: undefined }],
    ['no object id', 'token_missing_object_id', { oid: undefined }],
    ['no expiry', 'token_malformed', { exp: undefined }],
    [
      'the v1 form',
      'token_wrong_version',
      {
        ver: '1.0',
        iss: 'https://sts.windows.net/7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00/',
        aud: appIdUri,
        azp: undefined,
        appid: testClientId,
      },
    ],
  ];
  test.each(spoiledClaims)('%s: %s', async (_, code, claims) => {
    await expectRefused(await token(claims), code);
  });

  test('no token at all: token_missing, without a reason in the challenge', async () => {
    const response = await it.ask(null, '/api/me');
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({ code: 'token_missing' });
  });

  test('something that is no token: token_malformed', async () => {
    await expectRefused('not-a-token', 'token_malformed');
  });

  test('no algorithm: token_bad_algorithm', async () => {
    const unsecured = new UnsecuredJWT(decodeJwt(await token())).encode();
    await expectRefused(unsecured, 'token_bad_algorithm');
  });

  test('HS256 with the public key as its secret: token_bad_algorithm', async () => {
    const keys = z
      .object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) })
      .parse(await (await it.tenant.send(new Request(keysAddress()))).json());
    const [jwk] = keys.keys;
    const publicKey = await importJWK({ ...jwk, alg: 'RS256' } as never, 'RS256', {
      extractable: true,
    });
    const secret = createSecretKey(Buffer.from(await exportSPKI(publicKey as CryptoKey)));
    const forged = await new SignJWT(decodeJwt(await token()))
      .setProtectedHeader({ alg: 'HS256', kid: jwk!.kid })
      .sign(secret);
    await expectRefused(forged, 'token_bad_algorithm');
  });

  test('a signature by someone else under a known key id: token_bad_signature', async () => {
    const genuine = await token();
    const { kid } = z
      .object({ kid: z.string() })
      .parse(JSON.parse(Buffer.from(genuine.split('.')[0]!, 'base64url').toString()));
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(decodeJwt(genuine))
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(privateKey);
    await expectRefused(forged, 'token_bad_signature');
  });

  test('changed claims under a genuine signature: token_bad_signature', async () => {
    const [header, , signature] = (await token()).split('.');
    const claims = { ...decodeJwt(await token()), roles: ['Champion'] };
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await expectRefused(`${header}.${changed}.${signature}`, 'token_bad_signature');
  });

  test('a key that Entra never published: token_unknown_key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(decodeJwt(await token()))
      .setProtectedHeader({ alg: 'RS256', kid: 'made-up' })
      .sign(privateKey);
    await expectRefused(forged, 'token_unknown_key');
  });
});

const keysAddress = () =>
  `https://login.microsoftonline.com/${it.tenant.tenantId}/discovery/v2.0/keys`;

test('a token up to five minutes past its end is still taken, clocks differ', async () => {
  const response = await it.ask({ token: await token({ exp: seconds() - 200 }) }, '/api/me');
  expect(response.status).toBe(200);
});

test.each(hostClientIds)('a token asked for by the host %s is taken', async (azp) => {
  const response = await it.ask({ token: await it.token('carol', { azp }) }, '/api/me');
  expect(response.status).toBe(200);
});

test('roles the product does not know are not taken over', async () => {
  const roles = ['Champion', 'Owner', 7];
  const response = await it.ask({ token: await token({ roles }) }, '/api/me');
  expect(await response.json()).toMatchObject({ roles: ['Champion'] });
});

describe('beside the API', () => {
  async function createStage() {
    let now = Date.now();
    const tenant = await createLocalTenant({ now: () => new Date(now) });
    tenant.directory.addUsers([
      {
        id: people.carol,
        displayName: 'Carol',
        userPrincipalName: 'carol@example.com',
        mail: null,
        department: null,
        jobTitle: null,
        accountEnabled: true,
        preferredLanguage: null,
      },
    ]);
    tenant.directory.registerApp({
      clientId: testClientId,
      displayName: 'Last Mile',
      appIdUri,
      appRoles: [],
      redirectUris: [],
      grantedApplicationPermissions: [],
    });
    let looks = 0;
    let away = false;
    const userOf = createAccessTokens(
      { tenantId: tenant.tenantId, clientId: testClientId, keyCooldownMs: 50 },
      (request) => {
        looks += 1;
        return away ? Promise.reject(new TypeError('fetch failed')) : tenant.send(request);
      },
      () => now,
    );
    const bearer = async (expiresInSeconds = 3600) =>
      `Bearer ${await tenant.entra.userToken(people.carol, { expiresInSeconds })}`;
    return {
      tenant,
      userOf,
      bearer,
      looks: () => looks,
      pass: (ms: number) => {
        now += ms;
      },
      goAway: () => {
        away = true;
      },
    };
  }

  test("Entra's keys are read once for many tokens, and again when a token names a new one", async () => {
    const stage = await createStage();
    await stage.userOf(await stage.bearer());
    await stage.userOf(await stage.bearer(1800));
    expect(stage.looks()).toBe(1);

    await stage.tenant.entra.rollKeys();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await stage.userOf(await stage.bearer())).toMatchObject({ userId: people.carol });
    expect(stage.looks()).toBe(2);
  });

  test("before Entra's keys could be had nobody is judged: they are told to wait", async () => {
    const stage = await createStage();
    stage.goAway();
    await expect(stage.userOf(await stage.bearer())).rejects.toBeInstanceOf(Unavailable);
  });

  test('once its keys are known, Entra may be away', async () => {
    const stage = await createStage();
    await stage.userOf(await stage.bearer());
    stage.goAway();
    stage.pass(60_000);
    expect(await stage.userOf(await stage.bearer(1800))).toMatchObject({ userId: people.carol });
  });

  test('a token is remembered, but never past its end', async () => {
    const stage = await createStage();
    const short = await stage.bearer(60);
    await stage.userOf(short);
    stage.pass(30_000);
    expect(await stage.userOf(short)).toMatchObject({ userId: people.carol });
    stage.pass(400_000);
    await expect(stage.userOf(short)).rejects.toEqual(new Unauthenticated('token_expired'));
  });
});
