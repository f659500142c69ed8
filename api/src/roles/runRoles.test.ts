import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localTenantId } from '../../local-tenant/localTenant';
import {
  admins,
  colleagues,
  createAdminDesk,
  ownClient,
  type AdminDesk,
} from '../../local-tenant/testing/adminDesk';
import { readConfig } from '../config';
import { createTestDatabase, type TestDatabase } from '../db/testDatabase';
import { createLog } from '../http/log';
import { createProduct } from '../product';
import { readKeyFile } from '../provision/entra/keyFile';
import type { HandOver } from '../provision/handOver';
import { runProvision } from '../provision/runProvision';
import { runtimeSettings } from '../provision/runtimeSettings';
import { runRoles } from './runRoles';

let desk: AdminDesk;
let database: TestDatabase;

beforeAll(async () => {
  desk = await createAdminDesk();
  database = await createTestDatabase();
  const step = [...where(), '--step', 'entra', '--certificate', desk.file('key.pem'), '--consent'];
  await runProvision(step, desk.surroundings);
});
afterAll(async () => {
  await database.end();
  await desk.close();
});
beforeEach(() => {
  desk.told.length = 0;
  desk.signsIn = admins.claude;
});

const where = () => [
  ...['--tenant', localTenantId, '--domain', 'lastmile.contoso.com'],
  ...['--handover', desk.file('handover.json')],
];
const run = (...more: string[]) => runRoles([...where(), ...more], desk.surroundings);
const shown = () => desk.told.join('\n');
const rolesOf = (userId: string) => desk.tenant.directory.appRolesOf(userId);

describe('the roles of the app', () => {
  test('are given to a person once, listed and taken, each with a line that says who did it', async () => {
    await run('--give', 'Champion', '--to', 'ada@lastmile.example');
    expect(rolesOf(colleagues.ada)).toEqual(['Champion']);
    expect(shown()).toMatch(
      /^\d{4}-\S+Z claude@lastmile\.example gave Champion to ada@lastmile\.example$/m,
    );
    desk.told.length = 0;
    await run('--give', 'Champion', '--to', 'ada@lastmile.example');
    expect(shown()).toContain('Nothing to do');
    desk.told.length = 0;
    await run('--list');
    expect(shown()).toContain('Champion\n  ada\nLeader: nobody\nAdmin: nobody');
    await run('--take', 'Champion', '--from', 'ada@lastmile.example');
    expect(rolesOf(colleagues.ada)).toEqual([]);
    expect(shown()).toMatch(/claude@lastmile\.example took Champion from ada@lastmile\.example$/m);
    expect(shown()).toContain('Tokens that they have already hold it until they expire');
  });

  test('given to a group are everybody’s in it', async () => {
    await run('--give', 'Leader', '--to', 'Coaches');
    expect([rolesOf(colleagues.ben), rolesOf(colleagues.ada)]).toEqual([['Leader'], []]);
    await run('--take', 'Leader', '--from', 'Coaches');
    expect(rolesOf(colleagues.ben)).toEqual([]);
  });

  test('stay as they are in a dry run and without a yes', async () => {
    await run('--give', 'Admin', '--to', 'ada@lastmile.example', '--dry-run');
    expect(shown()).toContain('This was a dry run: nothing was changed.');
    desk.answers.push('');
    await run('--give', 'Admin', '--to', 'ada@lastmile.example');
    expect(shown()).toContain('Nothing was changed.');
    expect(rolesOf(colleagues.ada)).toEqual([]);
  });

  test('are given once where the answer was lost', async () => {
    desk.tenant.faults.dropAfterWrite({ method: 'POST', path: 'appRoleAssignedTo', times: 1 });
    await run('--give', 'Admin', '--to', 'ada@lastmile.example');
    expect(rolesOf(colleagues.ada)).toEqual(['Admin']);
    desk.tenant.faults.dropAfterWrite({ method: 'DELETE', times: 1 });
    await run('--take', 'Admin', '--from', 'ada@lastmile.example');
    expect(rolesOf(colleagues.ada)).toEqual([]);
  });

  test.each([
    [
      ['--give', 'Owner', '--to', 'ada@lastmile.example'],
      '--give must be one of Champion, Leader, Admin',
    ],
    [['--give', 'Admin'], '--to is missing'],
    [['--list', '--take', 'Admin'], 'Give one of --list'],
    [
      ['--give', 'Admin', '--to', 'zoe@lastmile.example'],
      'There is no account zoe@lastmile.example',
    ],
    [['--give', 'Admin', '--to', 'Nobody'], 'There is no group Nobody'],
    [
      ['--list', '--domain', 'other.contoso.com', '--handover', 'none.json'],
      'There is no Last Mile for other.contoso.com',
    ],
  ])('%j is refused in words', async (typed, words) => {
    await expect(run(...typed)).rejects.toThrow(words);
  });

  test('are no business of a person without a role in the directory', async () => {
    desk.signsIn = admins.nora;
    await expect(run('--list')).rejects.toThrow('did not give this sign-in Application.Read.All');
  });
});

test('an app that was provisioned into an empty tenant signs people in, with the roles they were given', async () => {
  await run('--give', 'Champion', '--to', 'ada@lastmile.example');
  desk.signsIn = admins.gloria;
  const site = 'https://lastmile.sharepoint.com/sites/last-mile';
  const sharepoint = ['--step', 'sharepoint', '--site', site];
  await expect(runProvision([...where(), ...sharepoint], desk.surroundings)).rejects.toThrow(
    'name it with --admin-client',
  );
  await runProvision([...where(), ...sharepoint, '--admin-client', ownClient], desk.surroundings);
  const handOver = JSON.parse(readFileSync(desk.file('handover.json'), 'utf8')) as HandOver;
  const path = desk.file('key.pem');
  const settings = runtimeSettings(handOver, { ...readKeyFile(path, new Date())!, path });
  const { app: config } = readConfig({
    ...Object.fromEntries(
      settings
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .map((line): [string, string] => [
          line.slice(0, line.indexOf('=')),
          line.slice(line.indexOf('=') + 1),
        ]),
    ),
    // Whoever runs it adds these.
    SECRET: 'a secret for tests, 32 characters or more',
    DATABASE_URL: 'postgres://elsewhere/',
  });
  const product = await createProduct({
    config,
    database,
    log: createLog('silent', { write: () => undefined }),
    send: desk.surroundings.send,
    now: () => new Date(),
  });
  const { access_token: token } = await desk.tenant.entra.brokerToken({
    userId: colleagues.ada,
    clientId: config.clientId,
    scope: `${config.appIdUri}/access_as_user`,
    interactive: true,
  });
  const me = await product.app.http.request('/api/me', {
    headers: { Authorization: `Bearer ${token}` },
  });
  await product.stop();
  expect([me.status, await me.json()]).toMatchObject([200, { roles: ['Champion'] }]);
});
