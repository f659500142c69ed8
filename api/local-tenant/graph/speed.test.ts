import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLocalTenant, localSiteId, type LocalTenant } from '../localTenant';

/** The local tenant must never be what a benchmark measures; the bounds are wide for busy machines. */
const admin = '1a57a171-1e00-4c11-8d00-c11e47000002';
const folder = mkdtempSync(join(tmpdir(), 'local-tenant-'));
let tenant: LocalTenant;
let token: string;
let list: string;

async function send(method: string, address: string, body?: unknown) {
  const url = address.startsWith('https') ? address : `https://graph.microsoft.com/v1.0${address}`;
  const response = await tenant.send(
    new Request(url, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return (await response.json()) as Record<string, unknown>;
}

const row = (at: number) => ({
  Title: `Prompt ${at}`,
  ClientKey: `key-${at}`,
  Body: 'Write a first draft of the memo. '.repeat(20),
});

const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

beforeAll(async () => {
  tenant = await createLocalTenant({ folder, switches: { enforceLimits: false } });
  tenant.directory.registerApp({
    clientId: admin,
    displayName: 'Admin',
    secret: 'only in tests',
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: ['Sites.FullControl.All'],
  });
  token = await tenant.entra.appToken(admin, 'https://graph.microsoft.com');
  const made = await send('POST', `/sites/${localSiteId}/lists`, {
    displayName: 'Large',
    columns: [
      { name: 'ClientKey', text: {}, indexed: true, enforceUniqueValues: true },
      { name: 'Body', text: { allowMultipleLines: true } },
    ],
  });
  list = `/sites/${localSiteId}/lists/${String(made['id'])}`;
  for (let from = 0; from < 30_000; from += 20) {
    const requests = Array.from({ length: 20 }, (_, at) => ({
      id: String(at),
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: row(from + at) },
    }));
    await send('POST', '/$batch', { requests });
  }
});
afterAll(async () => {
  await tenant.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a page of 5,000 rows of 30,000 takes well under a second', async () => {
  const times: number[] = [];
  let seen = 0;
  let address: string | undefined = `${list}/items?$top=5000&$expand=fields`;
  while (address !== undefined) {
    const startedAt = performance.now();
    const page: Record<string, unknown> = await send('GET', address);
    times.push(performance.now() - startedAt);
    seen += (page['value'] as unknown[]).length;
    address = page['@odata.nextLink'] as string | undefined;
  }
  expect(seen).toBe(30_000);
  // The fastest of six: what the code needs, not what the machine's other work costs.
  expect(Math.min(...times)).toBeLessThan(700);
});

test('a create, a read by key and a change delta of a 30,000 item list take a few milliseconds', async () => {
  const times: Record<'create' | 'byKey' | 'delta', number[]> = {
    create: [],
    byKey: [],
    delta: [],
  };
  const timed = async (name: keyof typeof times, run: () => Promise<Record<string, unknown>>) => {
    const startedAt = performance.now();
    const answer = await run();
    times[name].push(performance.now() - startedAt);
    return answer;
  };
  let link = String((await send('GET', `${list}/items/delta?token=latest`))['@odata.deltaLink']);
  for (let at = 30_000; at < 30_050; at++) {
    await timed('create', () => send('POST', `${list}/items`, { fields: row(at) }));
    const found = await timed('byKey', () =>
      send('GET', `${list}/items?$filter=fields/ClientKey eq 'key-${at}'`),
    );
    expect(found['value']).toHaveLength(1);
    const change = await timed('delta', () => send('GET', link));
    expect(change['value']).toHaveLength(1);
    link = String(change['@odata.deltaLink']);
  }
  for (const name of ['create', 'byKey', 'delta'] as const) {
    expect([name, median(times[name]) < 20]).toEqual([name, true]);
  }
});
