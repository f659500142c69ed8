import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createTestProduct,
  people,
  testClientSecret,
  testSecret,
  type TestProduct,
} from '../../local-tenant/testProduct';
import { goodRequests, unknownKey } from '../../local-tenant/testing/goodRequests';
import { createLog } from '../http/log';
import { logEvents } from '../http/logEvents';
import { routes } from '../routes';
import { graphOperation } from './graphOperation';
import { instruments, spans } from './instruments';
import { createOpenTelemetry } from './openTelemetry';
import type { Telemetry } from './telemetry';

const mark = 'Quetzalcoatl';
/** Texts, names, addresses, ids and secrets that nobody may find in what we tell of ourselves. */
const marks = [
  ...[mark, testSecret, testClientSecret, 'Example', 'example.com', 'eyJ', unknownKey],
  ...Object.values(people),
];

const marksIn = (text: string) => marks.filter((each) => text.includes(each));

/** A collector that keeps what it is sent. */
async function collect(): Promise<{ server: Server; endpoint: string; received: string[] }> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(`${request.url ?? ''} ${Buffer.concat(chunks).toString()}`);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, endpoint: `http://127.0.0.1:${port}`, received };
}

/** Sets the marked words wherever a request holds a text that may be any. */
function markTexts(value: unknown): unknown {
  if (typeof value === 'string') return /^[A-Z][a-z]/.test(value) ? `${value} ${mark}` : value;
  if (Array.isArray(value)) return value.map(markTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, markTexts(each)]));
}

describe('a run of the product with marked people, words and secrets', () => {
  let it: TestProduct;
  let telemetry: Telemetry;
  let collector: Awaited<ReturnType<typeof collect>>;
  let told: string;

  beforeAll(async () => {
    collector = await collect();
    telemetry = createOpenTelemetry(collector.endpoint, 'test');
    it = await createTestProduct({ logLevel: 'debug', telemetry });
    const token = await it.token('alice', { roles: ['Champion', 'Leader', 'Admin'] });

    // Every route, as it should be, without a token, and spoiled.
    for (const { method, path } of routes) {
      const address = path.replace(/:\w+/g, unknownKey);
      const body = method === 'POST' ? markTexts(goodRequests[path]?.() ?? {}) : undefined;
      await it.ask({ token }, address, body);
      await it.ask('carol', `${address}?q=${mark}`, body);
      await it.ask(null, `${address}/${mark}`, body);
      if (method === 'POST') await it.ask({ token }, address, `{"text": ${mark}`);
    }
    for (const spoiled of [`${token}${mark}`, mark, ''])
      await it.ask({ token: spoiled }, '/api/me');
    await it.product.app.http.request('/api/me', { method: mark.toUpperCase() });

    // Graph refuses, is away, and repeats what was sent to it; the database does, too.
    for (const status of [400, 403, 429, 503]) {
      it.tenant.faults.answer(status, { path: '/items', times: 2 });
      await it.ask('carol', '/api/feedback', {
        ...{ clientKey: crypto.randomUUID(), kind: 'suggestion', reason: null, named: true },
        ...{ about: { type: 'tool' }, text: mark, surface: 'teams', reachedClient: false },
      });
      await it.product.lists.deliverNow();
      await it.product.lists.syncNow();
    }
    await it.product.notices?.run();
    await it.product.members.run().catch(() => undefined);
    await it.database.query('ALTER TABLE feedback_receipt RENAME TO feedback_receipt_gone');
    await it.ask('carol', '/api/feedback', {
      ...{ clientKey: crypto.randomUUID(), kind: 'suggestion', reason: null, named: true },
      ...{ about: { type: 'tool' }, text: mark, surface: 'teams', reachedClient: false },
    });
    await it.database.query('ALTER TABLE feedback_receipt_gone RENAME TO feedback_receipt');
    // A worker fails with somebody's words in its error.
    await it.database.query(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
         AS $$ BEGIN RAISE EXCEPTION '${mark} of alice@example.com'; END $$`,
    );
    await it.database.query(
      `CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON membership_sync
         FOR EACH ROW EXECUTE FUNCTION refuse()`,
    );
    await it.product.members.run();
    await it.database.query('DROP TRIGGER refuse ON membership_sync');
    await telemetry.close();
    told = collector.received.join('\n');
  }, 120_000);
  afterAll(async () => {
    await it.close();
    collector.server.close();
  });

  test('leaves none of them in the log', () => {
    const log = it.logged.join('');
    expect(log).toContain('"event":"unexpectedError"');
    expect(log).toContain('"event":"requestRefusedOrSlow"');
    expect(log).toMatch(/"event":"workTriedAgain".*"code":"P0001"/);
    expect(marksIn(log)).toEqual([]);
  });

  test('writes nothing to the log but what the table of events says', () => {
    const always = ['level', 'time', 'event', 'msg'];
    for (const line of it.logged) {
      const { event, msg, ...rest } = JSON.parse(line) as { event: string; msg: string };
      const known = logEvents[event as keyof typeof logEvents];
      expect(msg).toBe(known.says);
      const fields = Object.keys(rest).filter((name) => !always.includes(name));
      expect(fields.filter((name) => !(known.fields as readonly string[]).includes(name))).toEqual(
        [],
      );
    }
  });

  test('leaves none of them in traces and metrics', () => {
    expect(told).toContain('/v1/traces ');
    expect(told).toContain('/v1/metrics ');
    expect(told).toContain('/api/library/:clientKey');
    expect(told).toContain('token_missing');
    expect(told).toContain('{"key":"lastmile.worker","value":{"stringValue":"membership"}}');
    expect(marksIn(told)).toEqual([]);
  });

  test('tells nothing but the stated metrics, spans and attributes', () => {
    const named = (pattern: RegExp) => new Set([...told.matchAll(pattern)].map(([, name]) => name));
    const metrics = named(/\{"name":"([^"]+)","description"/g);
    expect([...metrics].filter((name = '') => !(name in instruments))).toEqual([]);
    expect(metrics.size).toBeGreaterThanOrEqual(10);
    const spanNames = named(/"name":"([^"]+)","kind"/g);
    expect([...spanNames].sort()).toEqual(Object.keys(spans).sort());
    const stated = new Set<string>([
      ...Object.values(instruments).flatMap(({ attributes }) => attributes),
      ...['service.name', 'service.version', 'service.instance.id'],
    ]);
    expect([...named(/"key":"([^"]+)"/g)].filter((name) => !stated.has(name ?? ''))).toEqual([]);
  });

  test('is searched well: what is planted in a line of the log is found', () => {
    const lines: string[] = [];
    const log = createLog('debug', { write: (line) => void lines.push(line) });
    const route = `/api/people/${people.carol}?q=${mark}`;
    log.tell('request', { requestId: 'x', method: 'GET', route, status: 200, ms: 1 });
    log.tell('workTriedAgain', { err: new Error(`${testClientSecret} was refused`) });
    expect(marksIn(lines.join(''))).toEqual([mark, testClientSecret, people.carol]);
  });

  test('is searched well: what is planted in a span or a metric is found', async () => {
    const { server, endpoint, received } = await collect();
    const planted = createOpenTelemetry(endpoint, 'test');
    const attributes = {
      ...{ 'lastmile.operation': `GET /users/${people.bob}`, 'http.response.status_code': 200 },
    };
    await planted.measure(
      'graph',
      () => Promise.resolve(),
      () => ({ attributes, failed: false }),
    );
    planted.count('lastmile.events', { 'lastmile.event': mark });
    await planted.close();
    server.close();
    const of = (kind: string) => received.filter((each) => each.startsWith(`/v1/${kind} `)).join();
    expect(marksIn(of('traces'))).toEqual([people.bob]);
    expect(marksIn(of('metrics'))).toEqual([mark, people.bob]);
  });
});

test.each([
  ['GET', 'https://graph.microsoft.com/v1.0/users/4711/events?$filter=x', 'GET /users/{id}/events'],
  ['POST', 'https://graph.microsoft.com/v1.0/$batch', 'POST /$batch'],
  [
    'GET',
    'https://graph.microsoft.com/v1.0/sites/a,b,c/lists/Library/items/delta?token=t',
    'GET /sites/{id}/lists/{id}/items/delta',
  ],
  ['GET', 'https://graph.microsoft.com/v1.0/groups/Quetzal%ZZ/members', 'GET /groups/{id}/members'],
  [
    'POST',
    'https://login.microsoftonline.com/tenant/oauth2/v2.0/token',
    'entra POST /{id}/oauth2/token',
  ],
])('%s %s is told as %s', (method, address, operation) => {
  expect(graphOperation(method, address)).toBe(operation);
});

test('docs/telemetry.md states exactly what is told and logged', () => {
  const page = readFileSync(
    fileURLToPath(new URL('../../../docs/telemetry.md', import.meta.url)),
    'utf8',
  );
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const code = (names: readonly string[]) =>
    names.map((name) => `\`${name}\``).join(', ') || 'none';
  expect(rows).toEqual([
    ...Object.entries(instruments).map(([name, { kind, unit, says, attributes }]) => [
      ...[`\`${name}\``, kind, unit, says, code(attributes)],
    ]),
    ...Object.entries(logEvents).map(([event, { level, says, fields }]) => [
      ...[`\`${event}\``, level, says, code(fields)],
    ]),
  ]);
});
