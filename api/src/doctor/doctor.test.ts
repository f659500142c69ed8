import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { doctorAppIdUri, doctorHost } from '../../local-tenant/testing/doctorStage';
import { behind, doctorVisit, has, later, ofAdmins } from '../../local-tenant/testing/doctorVisit';
import { selfSignedCertificate } from '../../local-tenant/testing/selfSignedCertificate';
import { testClientId } from '../../local-tenant/testProduct';
import type { World } from './doctor';
import { openReadOnly } from './readOnlyDatabase';

const { stage, examine, troubles, mend } = doctorVisit();

describe('a healthy deployment', () => {
  test('has everything in order, in words and for machines', async () => {
    const { exitCode, results } = await examine();
    const others = results.filter(({ state }) => state !== 'ok');
    expect(others.map(({ id, state }) => [id, state])).toEqual(
      ofAdmins.map((id) => [id, 'couldNotCheck']),
    );
    // What is not known is never taken for good.
    expect(exitCode).toBe(2);
    const { text } = await stage().examine({}, []);
    expect(text).toContain(
      `${results.length} checks: ${results.length - ofAdmins.length} in order, 0 problems, ${ofAdmins.length} not known`,
    );
  });

  test('is as it was before: nothing is written, and no secret and no name is told', async () => {
    const items = () =>
      stage()
        .tenant.sharePoint.lists()
        .map(({ id }) => stage().tenant.sharePoint.items(id));
    const before = items();
    stage().tenant.meter.reset();
    const { text } = await examine();
    expect(items()).toEqual(before);
    const writes = stage()
      .tenant.meter.byPath()
      .filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method, calls }) => [method, calls])).toEqual([['PATCH', 1]]);
    for (const kept of ['for tests', 'Example', 'example.com', stage().environment['SECRET']!]) {
      expect(text).not.toContain(kept);
    }
  });

  test('is opened so that PostgreSQL itself refuses to write', async () => {
    const database = await openReadOnly({ url: stage().postgres.connectionString });
    mend(() => database.end());
    await expect(database.query('DELETE FROM lease')).rejects.toThrow('read-only transaction');
  });

  test('does not mind how often it is looked at', async () => {
    const all = await Promise.all([examine(), examine(), examine()]);
    expect(all.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2]);
  });
});

describe('of the settings it says', () => {
  const withSetting = (name: string, value: string | undefined): Partial<World> => ({
    environment: { ...stage().environment, [name]: value },
  });

  test('which are missing, and looks at nothing else', async () => {
    const { exitCode, results } = await examine(withSetting('SITE', undefined));
    expect(exitCode).toBe(1);
    expect(results).toEqual([
      expect.objectContaining({ id: 'settings.read', found: has('SITE is missing') }),
    ]);
  });

  test('which are missing, one after another, where there are several', async () => {
    const environment = { ...stage().environment, SITE: undefined, SECRET: undefined };
    const { results } = await examine({ environment });
    expect(results).toEqual([
      expect.objectContaining({
        found: 'These settings are missing or wrong: SITE is missing, SECRET is missing',
      }),
    ]);
  });

  test('when the Application ID URI is of another domain', async () => {
    const wrong = `api://elsewhere.contoso.com/${testClientId}`;
    const found = await troubles(withSetting('APP_ID_URI', wrong));
    expect(found).toEqual({
      'settings.identity': [has(wrong), has(`APP_ID_URI=${doctorAppIdUri}`)],
      'address.tab': [has('another apiScope'), has('settings of the running API')],
      'address.pane': [has('another apiScope'), has('settings of the running API')],
      'address.signIn': [has('another apiScope'), has('settings of the running API')],
    });
  });

  test('when a stranger’s page may frame the apps', async () => {
    const found = await troubles(withSetting('HOST_ORIGINS', 'https://stranger.example'));
    expect(found).toEqual({
      'settings.identity': [has('https://stranger.example'), has('Remove HOST_ORIGINS')],
      'address.tab': [has('lacks frame-ancestors https://stranger.example'), has('proxy')],
      'address.pane': [has('lacks frame-ancestors https://stranger.example'), has('proxy')],
    });
  });

  test('when the app in Teams is not known', async () => {
    expect(await troubles(withSetting('TEAMS_APP_ID', undefined))).toEqual({
      'teams.app': ['TEAMS_APP_ID is not set', has('Teams admin center')],
    });
  });

  test('when the secret is wrong, and that what stands on it was not looked at', async () => {
    const found = await troubles(withSetting('CLIENT_SECRET', 'another'));
    expect(found).toEqual({
      'entra.signIn': [has('the client secret is wrong (AADSTS7000215)'), has('CLIENT_SECRET')],
      ...Object.fromEntries(
        [
          ...['Sites.Selected', 'GroupMember.Read.All', 'User.Read.All', 'Reports.Read.All'],
          ...['excess', 'TeamsActivity.Send.User'],
        ].map((name) => [`permission.${name}`, behind('Sign-in of the app')]),
      ),
      'graph.answers': behind('Sign-in of the app'),
      'site.read': behind('Sign-in of the app'),
      'site.write': behind('Sign-in of the app'),
      'lists.present': behind('Sign-in of the app'),
      'lists.columns': behind('Sign-in of the app'),
      'lists.indexes': behind('Sign-in of the app'),
      'reports.names': behind('Sign-in of the app'),
      'clock.graph': 'Graph did not say the time',
    });
  });
});

describe('of the public address it says', () => {
  const reach = (change: Partial<World['reach']>) => {
    const { port } = stage().server.address() as { port: number };
    const lookUp = () => Promise.resolve(['127.0.0.1']);
    return { reach: { lookUp, port, authorities: stage().certificate(), ...change } };
  };
  const unreached = (title: string) =>
    Object.fromEntries(
      ['health', 'tab', 'pane', 'signIn', 'addins'].map((page) => [
        `address.${page}`,
        behind(title),
      ]),
    );

  test('that no name server knows it', async () => {
    const lookUp = () => Promise.reject(Object.assign(new Error('?'), { code: 'ENOTFOUND' }));
    expect(await troubles(reach({ lookUp }))).toEqual({
      'address.dns': [`no name server knows ${doctorHost}`, has('Add a CNAME')],
      'address.certificate': behind('Name of the public host'),
      ...unreached('Name of the public host'),
    });
  });

  test('that nothing listens there', async () => {
    expect(await troubles(reach({ port: 1 }))).toEqual({
      'address.certificate': [has('nothing listens'), has('Start the API')],
      ...unreached('TLS certificate of the public host'),
    });
  });

  test.each([
    ['has ended', doctorHost, -1, 'its certificate ended on'],
    ['ends within thirty days', doctorHost, 12, 'in 11 days'],
    ['is for another name', 'other.contoso.com', 90, `for another name than ${doctorHost}`],
  ])('that its certificate %s', async (_, host, days, words) => {
    mend(() => {
      stage().showCertificate(doctorHost, later(300));
    });
    stage().showCertificate(host, later(days));
    expect(await troubles()).toEqual({
      'address.certificate': [has(words), has('Custom domains')],
    });
  });

  test('that its certificate is nobody’s', async () => {
    const { certificate: authorities } = selfSignedCertificate(doctorHost, later(90));
    expect(await troubles(reach({ authorities }))).toEqual({
      'address.certificate': [has('not trusted'), has('public authority')],
    });
  });
});

describe('of the app package it says', () => {
  const manifest = {
    version: '1.0.0',
    validDomains: [doctorHost],
    webApplicationInfo: { id: testClientId, resource: doctorAppIdUri },
    staticTabs: [{ contentUrl: `https://${doctorHost}/tab/` }],
  };
  async function freshPath() {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    mend(() => rm(folder, { recursive: true }));
    return join(folder, 'package.zip');
  }
  async function packaged(change: object) {
    const path = await freshPath();
    const json = strToU8(JSON.stringify({ ...manifest, ...change }));
    await writeFile(path, zipSync({ 'manifest.json': json }));
    return ['--package', path];
  }

  test('nothing where it belongs to the deployment', async () => {
    expect(await troubles({}, await packaged({}))).toEqual({});
  });

  test('that it is for another domain', async () => {
    const other = { validDomains: ['old.contoso.com'] };
    expect(await troubles({}, await packaged(other))).toEqual({
      'package.domain': [
        has('for old.contoso.com'),
        has(`npm run package -- --domain ${doctorHost} --client-id ${testClientId}`),
      ],
    });
  });

  test('that a page of it is on another domain', async () => {
    const other = { staticTabs: [{ contentUrl: 'https://old.contoso.com/tab/' }] };
    expect(await troubles({}, await packaged(other))).toEqual({
      'package.domain': [has('for old.contoso.com'), has('npm run package')],
    });
  });

  test.each([
    ['app', { id: randomUUID(), resource: doctorAppIdUri }, 'CLIENT_ID is'],
    ['address', { id: testClientId, resource: 'api://old.contoso.com/x' }, 'APP_ID_URI is'],
  ])('that it asks tokens for another %s', async (_, webApplicationInfo, words) => {
    expect(await troubles({}, await packaged({ webApplicationInfo }))).toEqual({
      'package.app': [has(words), has('npm run package')],
    });
  });

  test('that a file is none', async () => {
    const path = await freshPath();
    await writeFile(path, 'no zip');
    const found = await troubles({}, ['--package', path]);
    expect(found['package.app']).toEqual([has('no app package'), has('npm run package')]);
    const { text, exitCode } = await stage().examine({}, ['--package', `${path}-missing`]);
    expect([text, exitCode]).toEqual([`${path}-missing cannot be read.`, 2]);
  });
});

describe('of clocks it says', () => {
  test.each([
    [11, 'ahead of'],
    [-11, 'behind'],
  ])('that ours is %i minutes off', async (minutes, words) => {
    const found = await troubles({ now: () => new Date(Date.now() + minutes * 60_000) });
    const clocks = Object.entries(found).filter(([id]) => id.startsWith('clock.'));
    expect(clocks).toEqual([
      ['clock.entra', [has(`${words} Entra`), has('NTP')]],
      ['clock.graph', [has(`${words} Graph`), has('NTP')]],
      ['clock.database', [has(`${words} the database`), has('NTP')]],
    ]);
  });

  test('nothing where they differ by less than five minutes', async () => {
    expect(await troubles({ now: () => new Date(Date.now() + 4 * 60_000) })).toEqual({});
  });
});
