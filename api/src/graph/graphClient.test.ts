import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLocalTenant, localSiteId, type LocalTenant } from '../../local-tenant/localTenant';
import { adminApp, registerApps, tokensOf } from '../../local-tenant/testing/listsOnLocalTenant';
import { createGraphClient, type GraphClient } from './graphClient';
import { GraphError, readRetryAfter } from './graphError';
import { interactive, type Patience } from './patience';

const lists = `/sites/${localSiteId}/lists`;
let tenant: LocalTenant;
let graph: GraphClient;
let seen: Request[];

beforeEach(async () => {
  tenant = await createLocalTenant({ switches: { enforceLimits: false } });
  registerApps(tenant);
  seen = [];
  graph = clientWith(interactive);
});
afterEach(async () => {
  await tenant.close();
});

function clientWith(patience: Patience): GraphClient {
  const send = (request: Request) => {
    if (request.url.startsWith('https://graph.')) seen.push(request.clone());
    return tenant.send(request);
  };
  const tokens = tokensOf(tenant, send, adminApp);
  return createGraphClient({ send, getToken: tokens.forApp, version: '1.2.3', patience });
}

async function createList(displayName: string): Promise<string> {
  const columns = [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }];
  const list = (await graph.post(lists, { displayName, columns })) as { id: string };
  seen.length = 0;
  return `${lists}/${list.id}`;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('a request', () => {
  test('goes to the real address with the token, our name and an id of its own', async () => {
    await graph.get(lists);
    const [request] = seen;
    expect(request?.url).toBe(`https://graph.microsoft.com/v1.0${lists}`);
    expect(request?.headers.get('authorization')).toMatch(/^Bearer ey/);
    expect(request?.headers.get('user-agent')).toBe('NONISV|LastMile|LastMile/1.2.3');
    expect(request?.headers.get('client-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('for a collection follows every page', async () => {
    const list = await createList('Pages');
    for (const Key of ['a', 'b', 'c', 'd', 'e']) {
      await graph.post(`${list}/items`, { fields: { Key } });
    }
    seen.length = 0;
    expect(await graph.getAll(`${list}/items?$top=2&$expand=fields($select=Key)`)).toHaveLength(5);
    expect(seen).toHaveLength(3);
    expect(seen.every((request) => request.headers.has('authorization'))).toBe(true);
  });

  test('refused by Graph says so with status, code and request id', async () => {
    const refused = await graph.get(`${lists}/nothing`).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(GraphError);
    expect(refused).toMatchObject({ status: 404, code: 'itemNotFound' });
    expect((refused as GraphError).requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('with a stale If-Match is 412', async () => {
    const list = await createList('Tags');
    await graph.post(`${list}/items`, { fields: { Key: 'a' } });
    const headers = { 'If-Match': '"{00000000-0000-0000-0000-000000000000},7"' };
    await expect(graph.patch(`${list}/items/1/fields`, { Key: 'b' }, { headers })).rejects.toThrow(
      expect.objectContaining({ status: 412 }),
    );
  });

  test('is tried again when Graph is busy for a moment', async () => {
    tenant.faults.answer(503, { times: 1, retryAfter: 1 });
    await graph.get(lists);
    expect(seen.map((request) => request.headers.get('retry-attempt'))).toEqual([null, '1']);
  });

  test('is not slept through when Graph asks for longer than a person waits', async () => {
    tenant.faults.answer(429, { times: 1, retryAfter: 60 });
    await expect(graph.get(lists)).rejects.toThrow(
      expect.objectContaining({ status: 429, retryAfterSeconds: 60 }),
    );
    expect(seen).toHaveLength(1);
  });

  test('without an answer may have been done: its status is 0', async () => {
    tenant.faults.dropBefore({ times: 1 });
    await expect(graph.get(lists)).rejects.toThrow(expect.objectContaining({ status: 0 }));
  });

  test.each(['attemptMs', 'totalMs'] as const)(
    'is given up after its %s, whatever was collected as garbage meanwhile',
    async (limit) => {
      const send = (request: Request) =>
        new Promise<Response>((_resolve, reject) => {
          request.signal.addEventListener('abort', () => {
            reject(new Error('aborted'));
          });
          // The signals of a request that hangs are reachable from nowhere else.
          setTimeout(collectGarbage, 10);
        });
      const patience = { ...interactive, [limit]: 100 };
      const hanging = createGraphClient({
        send,
        getToken: () => Promise.resolve('token'),
        version: '1',
        patience,
      });
      const { signal } = new AbortController();
      await expect(hanging.get(lists, { signal })).rejects.toThrow(
        expect.objectContaining({ status: 0 }),
      );
    },
  );

  test('ends when its caller does, and when the caller had ended before', async () => {
    const hanging = createGraphClient({
      send: () => new Promise<Response>(() => undefined),
      getToken: () => Promise.resolve('token'),
      version: '1',
      patience: interactive,
    });
    const caller = new AbortController();
    const asked = hanging.get(lists, { signal: caller.signal });
    caller.abort();
    await expect(asked).rejects.toThrow(expect.objectContaining({ status: 0 }));
    await expect(hanging.get(lists, { signal: caller.signal })).rejects.toThrow(
      expect.objectContaining({ status: 0 }),
    );
  });

  test('with a token Graph no longer takes is made once more with a new one', async () => {
    await graph.get(lists);
    await tenant.faults.rollKeys();
    tenant.faults.answer(401, { times: 1 });
    await graph.get(lists);
    const [, refused, again] = seen.map((request) => request.headers.get('authorization'));
    expect(again).not.toBe(refused);
  });
});

describe('a batch', () => {
  test('of any length is sent 20 at a time and answered in the order asked', async () => {
    const list = await createList('Many');
    const answers = await graph.batch(
      Array.from({ length: 45 }, (_, index) => ({
        method: 'POST',
        url: `${list}/items`,
        body: { fields: { Key: `key ${index}` } },
      })),
    );
    expect(seen).toHaveLength(3);
    const keys = answers.map((answer) =>
      answer.ok ? (answer.body as { fields: { Key: string } }).fields.Key : answer.error.message,
    );
    expect(keys).toEqual(Array.from({ length: 45 }, (_, index) => `key ${index}`));
  });

  test('answers what is refused without failing the rest', async () => {
    const list = await createList('Some');
    const create = (Key: string) => ({
      method: 'POST' as const,
      url: `${list}/items`,
      body: { fields: { Key } },
    });
    const answers = await graph.batch([create('a'), create('a'), create('b')]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, false, true]);
  });

  test('sends throttled requests again, and requests about one item in their order', async () => {
    const list = await createList('Order');
    await graph.post(`${list}/items`, { fields: { Key: 'a' } });
    tenant.faults.answer(429, { path: '/fields', times: 1, retryAfter: 1 });
    const set = (Title: string) => ({
      method: 'PATCH' as const,
      url: `${list}/items/1/fields`,
      body: { Title },
      item: '1',
    });
    const answers = await graph.batch([set('first'), set('second'), set('third')]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
    expect(await graph.get(`${list}/items/1/fields`)).toMatchObject({ Title: 'third' });
  });
});

test('Retry-After is read as seconds or as a date, and an exhausted limit counts too', () => {
  const now = Date.parse('2026-11-23T09:00:00Z');
  const read = (headers: Record<string, string>) => readRetryAfter(new Headers(headers), now);
  expect(read({ 'retry-after': '7' })).toBe(7);
  expect(read({ 'retry-after': 'Mon, 23 Nov 2026 09:01:00 GMT' })).toBe(60);
  expect(read({ 'retry-after': '7', 'ratelimit-remaining': '0', 'ratelimit-reset': '30' })).toBe(
    30,
  );
  expect(read({ 'ratelimit-remaining': '10', 'ratelimit-reset': '30' })).toBeUndefined();
  expect(read({})).toBeUndefined();
});

test('a claims challenge is handed on as the JSON it carries', () => {
  const claims = '{"access_token":{"nbf":{"essential":true}}}';
  const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
  const headers = new Headers({ 'www-authenticate': challenge });
  expect(new GraphError({ status: 401, code: '', message: '', headers }).claims).toBe(claims);
});
