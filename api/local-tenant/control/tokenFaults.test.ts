import { beforeEach, expect, test } from 'vitest';
import { createFaultPlan, type FaultPlan } from './faults';
import { withTokenFaults } from './tokenFaults';

const address = 'https://login.microsoftonline.com/tenant/oauth2/v2.0';
const forTokens = { path: '/oauth2/v2.0/token' };

let plan: FaultPlan;
let answered: string[];

beforeEach(() => {
  plan = createFaultPlan(() => new Date());
  answered = [];
});

const ask = (path: string) =>
  withTokenFaults((request) => {
    answered.push(request.url);
    return Promise.resolve(Response.json({}));
  }, plan)(new Request(`${address}${path}`, { method: 'POST' }));

test('a fault meets requests for tokens only where it names them, and nothing else of Entra', async () => {
  plan.answer(503);
  expect((await ask('/token?client-request-id=1')).status).toBe(200);
  plan.answer(503, forTokens);
  expect((await ask('/token?client-request-id=1')).status).toBe(503);
  expect((await ask('/devicecode')).status).toBe(200);
});

test('too many requests are refused in Entra’s words, what is worse as a page', async () => {
  plan.answer(429, { ...forTokens, times: 1, retryAfter: 7 });
  const busy = await ask('/token');
  expect([busy.status, busy.headers.get('Retry-After')]).toEqual([429, '7']);
  expect(await busy.json()).toMatchObject({ error: 'temporarily_unavailable' });
  plan.answer(503, { ...forTokens, times: 1 });
  expect((await ask('/token')).headers.get('Content-Type')).toBe('text/html');
  expect((await ask('/token')).status).toBe(200);
});

test('a credential that has ended is refused in Entra’s words', async () => {
  plan.answer(401, { ...forTokens, times: 1 });
  const refused = await ask('/token');
  expect([refused.status, await refused.json()]).toEqual([
    401,
    expect.objectContaining({ error: 'invalid_client', error_codes: [7000222] }),
  ]);
});

test('a connection is lost before Entra hears of it, or after', async () => {
  plan.dropBefore({ ...forTokens, times: 1 });
  await expect(ask('/token')).rejects.toThrow('fetch failed');
  expect(answered).toEqual([]);
  plan.dropAfterWrite({ ...forTokens, times: 1 });
  await expect(ask('/token')).rejects.toThrow('fetch failed');
  expect(answered).toHaveLength(1);
  plan.slow(1, { ...forTokens, times: 1 });
  expect((await ask('/token')).status).toBe(200);
});
