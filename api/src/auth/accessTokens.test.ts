import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLocalTenant } from '../../local-tenant/localTenant';
import { spoiledTokens } from '../../local-tenant/testing/spoiledTokens';
import {
  createTestProduct,
  people,
  testClientId,
  type TestProduct,
} from '../../local-tenant/testProduct';
import { Unauthenticated, Unavailable } from '../http/refusals';
import { createAccessTokens, hostClientIds } from './accessTokens';

const appIdUri = `api://localhost:3001/${testClientId}`;

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const token = (claims: Record<string, unknown> = {}) => it.token('carol', { claims });
const seconds = () => Math.floor(Date.now() / 1000);

describe('a token that is spoiled in one way is refused with a code that says which', () => {
  test.each(spoiledTokens)('$what: $code', async ({ code, make }) => {
    const response = await it.ask({ token: await make(it) }, '/api/me');
    expect(await response.json()).toMatchObject({ code });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain(code);
  });

  test('no token at all: token_missing, without a reason in the challenge', async () => {
    const response = await it.ask(null, '/api/me');
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({ code: 'token_missing' });
  });
});

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
