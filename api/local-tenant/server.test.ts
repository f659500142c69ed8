import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLocalTenant, localSiteId, type LocalTenant } from './localTenant';
import { createLoopbackSend } from './loopbackSend';
import { listenLocalTenant, type LoopbackServer } from './server';

const app = '1a57a171-1e00-4c11-8d00-c11e47000002';
let tenant: LocalTenant;
let server: LoopbackServer;
let list: string;

beforeEach(async () => {
  tenant = await createLocalTenant({ controlEnabled: true });
  tenant.directory.registerApp({
    clientId: app,
    displayName: 'Admin',
    secret: 'only in tests',
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: ['Sites.FullControl.All'],
  });
  server = await listenLocalTenant({
    tenant,
    port: 0,
    pages: (request) =>
      Promise.resolve(
        new URL(request.url).pathname === '/teams' ? new Response('a page') : undefined,
      ),
  });
  const made = await graph('POST', '/lists', { displayName: 'Loopback' });
  list = `/lists/${((await made.json()) as { id: string }).id}`;
});
afterEach(async () => {
  await server.close();
  await tenant.close();
});

/** As production sends: to the real address, with the last step swapped. */
async function graph(method: string, path: string, body?: unknown): Promise<Response> {
  const token = await tenant.entra.appToken(app, 'https://graph.microsoft.com');
  return createLoopbackSend(server.origin)(
    new Request(`https://graph.microsoft.com/v1.0/sites/${localSiteId}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
}

const control = (name: string, body: unknown = {}, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function itemCount(): Promise<number> {
  const answer = (await (await graph('GET', `${list}/items`)).json()) as { value: unknown[] };
  return answer.value.length;
}

test('over the loopback every link and address is the real https one', async () => {
  for (const Title of ['a', 'b']) await graph('POST', `${list}/items`, { fields: { Title } });
  const page = (await (await graph('GET', `${list}/items?$top=1`)).json()) as Record<
    string,
    string
  >;
  expect(page['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\//);
  const keys = await createLoopbackSend(server.origin)(
    new Request(
      `https://login.microsoftonline.com/${tenant.tenantId}/v2.0/.well-known/openid-configuration`,
    ),
  );
  expect(((await keys.json()) as { issuer: string }).issuer).toBe(
    `https://login.microsoftonline.com/${tenant.tenantId}/v2.0`,
  );
});

test('pages are served beside Graph, and what is no page and no tenant address is 404', async () => {
  expect(await (await fetch(`${server.origin}/teams`)).text()).toBe('a page');
  expect((await fetch(`${server.origin}/nothing`)).status).toBe(404);
});

test('a connection dropped after the write really has written', async () => {
  expect((await control('drop-after-write', { path: '/items' })).status).toBe(200);
  await expect(graph('POST', `${list}/items`, { fields: { Title: 'a' } })).rejects.toThrow(
    TypeError,
  );
  expect(await itemCount()).toBe(1);
  await control('drop-before', { path: '/items' });
  await expect(graph('POST', `${list}/items`, { fields: { Title: 'b' } })).rejects.toThrow(
    TypeError,
  );
  expect(await itemCount()).toBe(1);
});

test('503 stands for as long as it was asked for, and a slow answer is slow', async () => {
  await control('answer', { status: 503, seconds: 60, retryAfter: 2 });
  const refused = await graph('GET', list);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  await control('clear');
  expect((await graph('GET', list)).status).toBe(200);
  await control('slow', { milliseconds: 120, times: 1 });
  const startedAt = performance.now();
  await graph('GET', list);
  expect(performance.now() - startedAt).toBeGreaterThan(100);
});

test('the control address reads and resets counters, expires tokens, rolls keys and revokes consent', async () => {
  await control('reset-counters');
  await graph('GET', list);
  const counters = (await (await fetch(`${server.origin}/control/counters`)).json()) as object;
  expect(counters).toMatchObject({
    calls: 1,
    units: 1,
    byPath: [{ method: 'GET', path: '/sites/{site}/lists/{list}', calls: 1, units: 1 }],
  });
  const delta = (await (await graph('GET', `${list}/items/delta`)).json()) as Record<
    string,
    string
  >;
  await control('expire-delta-tokens');
  const search = new URL(delta['@odata.deltaLink'] ?? '').search;
  expect((await graph('GET', `${list}/items/delta${search}`)).status).toBe(410);
  const old = await tenant.entra.appToken(app, 'https://graph.microsoft.com');
  await control('roll-keys');
  expect(await tenant.entra.appToken(app, 'https://graph.microsoft.com')).not.toBe(old);
  await control('revoke-consent', { clientId: app });
  await expect(graph('GET', list)).rejects.toThrow();
});

test('a subscriber on the loopback is asked for its token and told of a change over the network', async () => {
  const heard: string[] = [];
  const subscriber = createServer((incoming, outgoing) => {
    const { searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
    const token = searchParams.get('validationToken');
    let text = '';
    incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
    incoming.on('end', () => {
      if (token === null) heard.push(text);
      outgoing.writeHead(token === null ? 202 : 200, { 'content-type': 'text/plain' });
      outgoing.end(token ?? undefined);
    });
  });
  await new Promise<void>((resolve) => subscriber.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = subscriber.address() as AddressInfo;
    const token = await tenant.entra.appToken(app, 'https://graph.microsoft.com');
    const subscribed = await createLoopbackSend(server.origin)(
      new Request('https://graph.microsoft.com/v1.0/subscriptions', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          changeType: 'updated',
          notificationUrl: `http://127.0.0.1:${port}/hook`,
          lifecycleNotificationUrl: `http://127.0.0.1:${port}/lifecycle`,
          resource: `sites/${localSiteId}${list}`,
          expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
        }),
      }),
    );
    expect(subscribed.status).toBe(201);
    await graph('POST', `${list}/items`, { fields: { Title: 'a' } });
    await expect.poll(() => heard.length).toBe(1);
    expect(JSON.parse(heard[0] ?? '')).toMatchObject({ value: [{ changeType: 'updated' }] });
    expect((await control('require-reauthorization')).status).toBe(200);
    await expect.poll(() => heard.length).toBe(2);
    expect(heard[1]).toContain('reauthorizationRequired');
  } finally {
    await new Promise((resolve) => subscriber.close(resolve));
  }
});

test('names are concealed and shown at the control address, and a report comes by redirect', async () => {
  tenant.directory.registerApp({
    clientId: app,
    displayName: 'Admin',
    secret: 'only in tests',
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: ['Reports.Read.All'],
  });
  const usage = { promptsWork: 0, promptsWeb: 0, promptsAllApps: 0, activeDays: 0 };
  const ada = { userPrincipalName: 'ada@lastmile.example', displayName: 'Ada', lastActivity: {} };
  tenant.reports.set({ refreshDate: '2026-11-21', rows: [{ ...ada, ...usage }] });
  const send = createLoopbackSend(server.origin);
  const report = async () => {
    const token = await tenant.entra.appToken(app, 'https://graph.microsoft.com');
    const answer = await send(
      new Request(
        "https://graph.microsoft.com/v1.0/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')",
        { headers: { authorization: `Bearer ${token}` } },
      ),
    );
    expect(answer.status).toBe(302);
    return (await send(new Request(answer.headers.get('location') ?? ''))).text();
  };
  expect(await report()).not.toContain('ada@lastmile.example');
  expect((await control('conceal-names', { concealed: false })).status).toBe(200);
  expect(await report()).toContain('ada@lastmile.example');
  expect((await control('conceal-names', { concealed: 'no' })).status).toBe(400);
});

test('the control address takes nothing from another page, another host name or another type', async () => {
  expect((await control('clear', {}, { origin: 'https://evil.example' })).status).toBe(403);
  expect((await control('clear', {}, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await control('constructor')).status).toBe(404);
  expect((await control('race', { times: 'many' })).status).toBe(400);
  expect(
    await rawStatus(
      'POST /control/clear HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    ),
  ).toBe(403);
});

test('without controlEnabled there is no control address', async () => {
  const closed = await createLocalTenant();
  const answer = await closed.send(new Request('http://localhost:3000/control/counters'));
  expect(answer.status).toBe(404);
  await closed.close();
});

/** The status of an answer to bytes no fetch would send. */
function rawStatus(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]));
    });
  });
}
