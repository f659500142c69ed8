import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestProduct, type TestProduct } from '../../local-tenant/testProduct';
import { serverLimits } from './serverLimits';

let it: TestProduct;
let server: Server;
let origin: string;
beforeAll(async () => {
  it = await createTestProduct({ rateLimit: { burst: 5, perSecond: 0.01 } });
  server = await new Promise<Server>((resolve) => {
    const listening = serve(
      {
        fetch: it.product.app.http.fetch,
        hostname: '127.0.0.1',
        port: 0,
        serverOptions: serverLimits,
      },
      () => {
        resolve(listening as Server);
      },
    );
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await it.close();
});

const seenAt = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/me`, { headers: { ...headers, 'X-Forwarded-For': address } });

async function statusesAt(address: string, times: number, headers?: Record<string, string>) {
  const statuses = [];
  for (let asked = 0; asked < times; asked += 1) {
    statuses.push((await seenAt(address, headers)).status);
  }
  return statuses;
}

test('a connection that takes its time is closed', () => {
  expect(server.headersTimeout).toBe(15_000);
  expect(server.requestTimeout).toBe(120_000);
});

test('headers without end are refused', async () => {
  const response = await seenAt('192.0.2.1', { 'X-Long': 'x'.repeat(20_000) });
  expect(response.status).toBe(431);
});

test('an address whose requests are nobody’s is told to wait, and no other one with it', async () => {
  expect(await statusesAt('192.0.2.7', 6)).toEqual([401, 401, 401, 401, 401, 429]);
  expect(await statusesAt('192.0.2.8', 1)).toEqual([401]);
});

test('it counts once, whatever it writes before its own address and whatever port it comes from', async () => {
  await statusesAt('198.51.100.1, 192.0.2.9', 3);
  await statusesAt('198.51.100.2, 192.0.2.9:4711', 2);
  expect(await statusesAt('198.51.100.3, 192.0.2.9:4712', 1)).toEqual([429]);
});

test('an IPv6 network counts once', async () => {
  await statusesAt('2001:db8:0:1::1', 3);
  await statusesAt('[2001:0DB8::1:ffff:0:0:2]:52011', 2);
  expect(await statusesAt('2001:db8:0:1:a:b:c:d', 1)).toEqual([429]);
  expect(await statusesAt('2001:db8:0:2::1', 1)).toEqual([401]);
});

test('who sends a good token does not wait for what is sent from their address', async () => {
  await statusesAt('192.0.2.10', 6);
  const token = await it.token('carol');
  expect(await statusesAt('192.0.2.10', 1, { Authorization: `Bearer ${token}` })).toEqual([200]);
});

test('what anyone may read is counted too', async () => {
  const read = () =>
    fetch(`${origin}/api/openapi.json`, { headers: { 'X-Forwarded-For': '192.0.2.11' } });
  for (let asked = 0; asked < 5; asked += 1) expect((await read()).status).toBe(200);
  expect((await read()).status).toBe(429);
});
