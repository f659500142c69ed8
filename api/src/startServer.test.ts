import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FeedbackRequest } from '@last-mile/shared/feedback';
import { listenLocalTenant, type LoopbackServer } from '../local-tenant/server';
import { createTestProduct, testConfig, type TestProduct } from '../local-tenant/testProduct';
import { startServerInstance, type ServerInstance } from '../local-tenant/testing/serverInstance';

let it: TestProduct;
let tenantServer: LoopbackServer;
let token: string;
/** What happens when the instance reaches Graph. */
let onRequest: (request: Request, answer: () => Promise<Response>) => Promise<Response>;
const instances: ServerInstance[] = [];
/** Other tests run beside these. */
const patience = { timeout: 30_000 };

beforeEach(async () => {
  it = await createTestProduct({ switches: { enforceLimits: false } });
  // What provisioned the test is no instance: its lease is free.
  await it.product.lists.stop();
  onRequest = (_request, answer) => answer();
  const { tenant } = it;
  const watched = {
    ...tenant,
    send: (request: Request) => onRequest(request, () => tenant.send(request)),
  };
  tenantServer = await listenLocalTenant({ tenant: watched, port: 0 });
  token = await it.token('carol');
});
afterEach(async () => {
  await Promise.all(instances.splice(0).map((instance) => instance.kill()));
  await tenantServer.close();
  await it.close();
});

async function startInstance(stopWithinSeconds = 25): Promise<ServerInstance> {
  const instance = await startServerInstance(
    { app: testConfig(), database: { url: it.database.connectionString }, stopWithinSeconds },
    tenantServer.origin,
  );
  instances.push(instance);
  return instance;
}

const someFlag = (clientKey: string): FeedbackRequest => ({
  ...{ clientKey, kind: 'flag', reason: 'wrong', reachedClient: false, named: true },
  ...{ about: { type: 'tool' }, text: `The fee in answer ${clientKey} is old.`, surface: 'teams' },
});

/** Sends one piece; answers the status, or null where the connection was refused or cut. */
async function send(origin: string, clientKey: string): Promise<number | null> {
  const body = JSON.stringify(someFlag(clientKey));
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const answer = await fetch(`${origin}/api/feedback`, { method: 'POST', headers, body }).catch(
    () => null,
  );
  await answer?.arrayBuffer().catch(() => undefined);
  return answer?.status ?? null;
}

const leasesHeld = () =>
  it.database.query<{ name: string }>('SELECT name FROM lease WHERE expires_at > now()');

/** Keys of all items that the list has, as often as it has them. */
function keysInList(): string[] {
  const { sharePoint } = it.tenant;
  const list = sharePoint.lists().find(({ displayName }) => displayName === 'Feedback');
  const items = list ? sharePoint.items(list.id) : [];
  return items.map(({ fields }) => fields['ClientKey'] as string);
}

test('an instance that is asked to end under load loses nothing it acknowledged, and its leases are free', async () => {
  const instance = await startInstance();
  const acknowledged: string[] = [];
  let others = 0;
  let isOver = false;
  const callers = Array.from({ length: 8 }, async () => {
    while (!isOver) {
      const clientKey = randomUUID();
      const status = await send(instance.origin, clientKey);
      if (status === 202) acknowledged.push(clientKey);
      else others += 1;
      if (status !== null && status !== 202) expect(status).toBe(503);
    }
  });
  await expect.poll(() => acknowledged.length, patience).toBeGreaterThan(50);
  const exit = await instance.stop();
  await expect.poll(() => others, patience).toBeGreaterThan(0);
  isOver = true;
  await Promise.all(callers);
  expect(exit).toBe(0);
  expect(await leasesHeld()).toEqual([]);

  await startInstance();
  await expect.poll(() => keysInList().length, patience).toBe(acknowledged.length);
  expect(keysInList().sort()).toEqual(acknowledged.sort());
});

test('a delivery that is under way is finished before the instance ends', async () => {
  const mayAnswer = new AbortController();
  const held = once(mayAnswer.signal, 'abort');
  let creates = 0;
  onRequest = async (request, answer) => {
    const body = request.url.includes('$batch') ? await request.clone().text() : '';
    if (!body.includes('"POST"')) return answer();
    creates += 1;
    await held;
    return answer();
  };
  const instance = await startInstance();
  const clientKey = randomUUID();
  expect(await send(instance.origin, clientKey)).toBe(202);
  await expect.poll(() => creates, patience).toBe(1);
  const stopped = instance.stop();
  const statusOf = (path: string) =>
    fetch(`${instance.origin}${path}`).then(
      ({ status }) => status,
      () => null,
    );
  await expect.poll(() => statusOf('/api/ready'), patience).not.toBe(200);
  mayAnswer.abort();
  expect(await stopped).toBe(0);
  expect(keysInList()).toEqual([clientKey]);
  expect(await it.database.query("SELECT FROM outbox WHERE state <> 'delivered'")).toEqual([]);
  expect(await leasesHeld()).toEqual([]);
});

test('work that outlasts the time to stop is handed to whoever comes next', async () => {
  let isReading = false;
  onRequest = (request, answer) => {
    if (!request.url.includes('/groups/')) return answer();
    isReading = true;
    return new Promise(() => undefined);
  };
  const instance = await startInstance(1);
  await expect.poll(() => isReading, patience).toBe(true);
  expect(await instance.stop()).toBe(0);
  expect(await leasesHeld()).toEqual([]);
});

test('an instance is alive while its database is away, but not ready', async () => {
  const { app } = it.product;
  const statusOf = async (path: string) => (await app.http.request(path)).status;
  expect([await statusOf('/api/health'), await statusOf('/api/ready')]).toEqual([200, 200]);
  await it.database.query('ALTER TABLE schema_migrations RENAME TO gone');
  expect([await statusOf('/api/health'), await statusOf('/api/ready')]).toEqual([200, 503]);
  await it.database.query('ALTER TABLE gone RENAME TO schema_migrations');
  expect(await statusOf('/api/ready')).toBe(200);
  await it.database.query('DELETE FROM schema_migrations WHERE number = 1');
  expect(await statusOf('/api/ready')).toBe(503);
  await it.database.query(`INSERT INTO schema_migrations (number, name) VALUES (1, 'first')`);
});

test('an instance stays ready while every connection is at work and others wait for one', async () => {
  const { app } = it.product;
  const done = new AbortController();
  const busy = Promise.all(
    Array.from({ length: 135 }, () =>
      it.database.transaction(async (tx) => {
        await tx.query('SELECT 1');
        if (!done.signal.aborted) await once(done.signal, 'abort');
      }),
    ),
  );
  expect((await app.http.request('/api/ready')).status).toBe(200);
  done.abort();
  await busy;
});
