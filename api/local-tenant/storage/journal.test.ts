import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLocalTenant, localSiteId, type LocalTenant } from '../localTenant';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-tenant-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const admin = '1a57a171-1e00-4c11-8d00-c11e47000002';
const open = () => createLocalTenant({ folder, switches: { enforceLimits: false } });

async function send(tenant: LocalTenant, method: string, path: string, body?: unknown) {
  const token = await tenant.entra.appToken(admin, 'https://graph.microsoft.com');
  const response = await tenant.send(
    new Request(`https://graph.microsoft.com/v1.0/sites/${localSiteId}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return {
    status: response.status,
    text,
    body: JSON.parse(text || '{}') as Record<string, unknown>,
  };
}

async function fill(tenant: LocalTenant): Promise<string> {
  tenant.directory.registerApp({
    clientId: admin,
    displayName: 'Admin',
    secret: 'only in tests',
    appRoles: [],
    redirectUris: [],
    grantedApplicationPermissions: ['Sites.FullControl.All'],
  });
  const made = await send(tenant, 'POST', '/lists', {
    displayName: 'Kept',
    columns: [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }],
  });
  const list = `/lists/${String(made.body['id'])}`;
  for (const Key of ['a', 'b', 'c'])
    await send(tenant, 'POST', `${list}/items`, { fields: { Key } });
  await send(tenant, 'PATCH', `${list}/items/1/fields`, { Title: 'again' });
  await send(tenant, 'DELETE', `${list}/items/2`);
  return list;
}

/** Everything a caller can read of a list, delta and its link included. */
async function everythingOf(tenant: LocalTenant, list: string): Promise<string[]> {
  const addresses = [
    '',
    '/columns',
    '/items?$expand=fields',
    '/items/delta',
    '/items/1/versions?$expand=fields',
  ];
  const answers = [];
  for (const address of addresses)
    answers.push((await send(tenant, 'GET', `${list}${address}`)).text);
  return answers;
}

test('a tenant opened again is the tenant that was closed, delta tokens and signing keys included', async () => {
  const first = await open();
  const list = await fill(first);
  const token = await first.entra.appToken(admin, 'https://graph.microsoft.com');
  const latest = await send(first, 'GET', `${list}/items/delta`);
  const before = await everythingOf(first, list);
  await first.close();

  // The first reopening replays the journal and compacts it; the second reads the snapshot.
  for (const round of [1, 2]) {
    const again = await open();
    expect([round, await everythingOf(again, list)]).toEqual([round, before]);
    expect(await again.entra.verifyGraphToken(token)).toMatchObject({ clientId: admin });
    await again.close();
  }
  const third = await open();
  await send(third, 'DELETE', `${list}/items/3`);
  const link = new URL(String(latest.body['@odata.deltaLink']));
  const change = await send(third, 'GET', `${list}/items/delta${link.search}`);
  expect(change.body['value']).toEqual([{ id: '3', deleted: { state: 'deleted' } }]);
  await third.close();
});

test('a torn last line was never answered and is cut off', async () => {
  const first = await open();
  const list = await fill(first);
  const before = await everythingOf(first, list);
  await first.close();
  const [journal] = readdirSync(folder).filter((name) => name.startsWith('journal.'));
  appendFileSync(join(folder, journal ?? ''), '{"kind":"itemRemoved","siteId":"');

  const again = await open();
  expect(await everythingOf(again, list)).toEqual(before);
  await again.close();

  // Also where the torn line is all that was written since the last start.
  const [next] = readdirSync(folder).filter((name) => name.startsWith('journal.'));
  appendFileSync(join(folder, next ?? ''), '{"kind":"itemRemoved","siteId":"');
  const torn = await open();
  await send(torn, 'POST', `${list}/items`, { fields: { Key: 'after' } });
  const after = await everythingOf(torn, list);
  await torn.close();
  const last = await open();
  expect(await everythingOf(last, list)).toEqual(after);
  await last.close();
});

test('a folder written by a newer version is refused with a clear line', async () => {
  const first = await open();
  await fill(first);
  await first.close();
  await (await open()).close();
  const path = join(folder, 'tenant.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"format":1', '"format":2'));
  await expect(open()).rejects.toThrow(/written by a newer version/);
});

test('kill -9 at any moment loses no answered write', { timeout: 60_000 }, async () => {
  const program = fileURLToPath(new URL('writeUntilKilled.testProgram.ts', import.meta.url));
  const answered: string[] = [];
  let list = '';
  for (let round = 0; round < 3; round++) {
    const child = spawn(process.execPath, ['--import', 'tsx', program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let seen = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      seen += text;
      // A different number of writes each round, so that the kill falls at different moments.
      if (seen.split('\n').length > 40 + round * 61) child.kill('SIGKILL');
    });
    const [, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    const [address = '', ...keys] = seen.split('\n').slice(0, -1);
    list = address;
    answered.push(...keys);
  }
  const tenant = await open();
  const kept = new Set<string>();
  const page = await send(tenant, 'GET', `${list}/items?$top=5000&$expand=fields`);
  for (const row of page.body['value'] as { fields: { Key: string } }[]) {
    expect(kept.has(row.fields.Key)).toBe(false);
    kept.add(row.fields.Key);
  }
  expect(answered.length).toBeGreaterThan(250);
  expect(answered.filter((key) => !kept.has(key))).toEqual([]);
  await tenant.close();
});
