import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createLocalTenant, type LocalTenant } from '../../local-tenant/localTenant';
import { registerApps, testApp } from '../../local-tenant/testing/listsOnLocalTenant';
import { createGraphClient } from './graphClient';
import { createGraphTokens } from './tokens';

const forTokens = { path: '/oauth2/v2.0/token' };
const ada = '00000000-0000-4000-8000-00000000ada0';

let tenant: LocalTenant;

beforeAll(async () => {
  tenant = await createLocalTenant();
  registerApps(tenant);
  tenant.directory.addUsers([
    {
      ...{ id: ada, displayName: 'Ada Okafor', userPrincipalName: 'ada@example.com' },
      ...{ mail: 'ada@example.com', department: null, jobTitle: null },
      ...{ accountEnabled: true, preferredLanguage: null },
    },
  ]);
});
beforeEach(() => {
  tenant.faults.clear();
});

/** Tokens of an app that has none yet, and how often Entra was asked for one. */
function freshTokens() {
  const asked = { times: 0 };
  const send = (request: Request) => {
    if (request.url.includes(forTokens.path)) asked.times += 1;
    return tenant.send(request);
  };
  const tokens = createGraphTokens({
    tenantId: tenant.tenantId,
    clientId: testApp.clientId,
    credential: { kind: 'secret', secret: testApp.secret },
    send,
  });
  return { tokens, asked, send };
}

/** Three parts of base64url, the first of which begins as a JSON object does. */
const aToken = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;

const ways = [
  ['for the app', async (fresh: ReturnType<typeof freshTokens>) => fresh.tokens.forApp()],
  [
    'on behalf of a person',
    async (fresh: ReturnType<typeof freshTokens>) => {
      const userToken = await tenant.entra.userToken(ada, { clientId: testApp.clientId });
      return fresh.tokens.onBehalfOf(userToken, ['User.Read']);
    },
  ],
] as const;

test.each(ways)(
  '%s a short word of Entra’s is waited out, a lost answer asked again',
  async (_, get) => {
    for (const fault of [
      () => {
        tenant.faults.answer(429, { ...forTokens, times: 1, retryAfter: 0 });
      },
      () => {
        tenant.faults.answer(503, { ...forTokens, times: 1, retryAfter: 0 });
      },
      () => {
        tenant.faults.dropBefore({ ...forTokens, times: 1 });
      },
      () => {
        tenant.faults.dropAfterWrite({ ...forTokens, times: 1 });
      },
    ]) {
      fault();
      const fresh = freshTokens();
      expect(await get(fresh)).toMatch(aToken);
      expect(fresh.asked.times).toBe(2);
    }
    tenant.faults.slow(20, { ...forTokens, times: 1 });
    expect(await get(freshTokens())).toMatch(aToken);
  },
);

test.each(ways)('%s a long one is passed on at once, with how long it is', async (_, get) => {
  tenant.faults.answer(429, { ...forTokens, retryAfter: 30 });
  const fresh = freshTokens();
  await expect(get(fresh)).rejects.toMatchObject({
    ...{ name: 'GraphError', status: 429, code: 'entraAway', retryAfterSeconds: 30 },
    message: 'Entra answered 429 when it was asked for a token. Try again in 30 s.',
  });
  expect(fresh.asked.times).toBe(1);
});

test.each(ways)(
  '%s an Entra that stays away is told, and asked anew the next time',
  async (_, get) => {
    tenant.faults.answer(503, { ...forTokens, retryAfter: 0 });
    const fresh = freshTokens();
    await expect(get(fresh)).rejects.toMatchObject({ name: 'GraphError', status: 503 });
    expect(fresh.asked.times).toBe(2);
    // MSAL by itself would refuse everybody for a minute now.
    tenant.faults.clear();
    expect(await get(fresh)).toMatch(aToken);
  },
);

test('what could not be sent for want of a token says so, not that Graph did not answer', async () => {
  const { tokens, send } = freshTokens();
  const graph = createGraphClient({ send, getToken: tokens.forApp, version: 'test' });
  tenant.faults.answer(429, { ...forTokens, retryAfter: 30 });
  const asking = graph.post('/sites/some/lists', {});
  await expect(asking).rejects.toMatchObject({
    status: 429,
    code: 'entraAway',
    retryAfterSeconds: 30,
  });
});
