import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { localSiteId } from '../../local-tenant/localTenant';
import {
  createDoctorStage,
  doctorAppIdUri,
  doctorHost,
  type DoctorStage,
} from '../../local-tenant/testing/doctorStage';
import { selfSignedCertificate } from '../../local-tenant/testing/selfSignedCertificate';
import { testApp, testClientId } from '../../local-tenant/testProduct';
import { graphPermissions } from '../graph/permissions';
import type { World } from './doctor';
import { openReadOnly } from './readOnlyDatabase';

const report = z.object({
  exitCode: z.number(),
  results: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['ok', 'problem', 'couldNotCheck']),
      found: z.string(),
      why: z.optional(z.string()),
      toDo: z.optional(z.string()),
    }),
  ),
});

let stage: DoctorStage;
beforeAll(async () => {
  stage = await createDoctorStage();
});
afterAll(() => stage.close());

/** What puts right again what a test broke, whether it passed or not. */
let mends: (() => unknown)[] = [];
const mend = (how: () => unknown) => mends.push(how);
afterEach(async () => {
  for (const how of mends.reverse()) await how();
  mends = [];
});

async function examine(change?: Partial<World>, args: readonly string[] = []) {
  const { text, exitCode } = await stage.examine(change, ['--json', ...args]);
  const read = report.parse(JSON.parse(text));
  expect(read.exitCode).toBe(exitCode);
  return { exitCode, text, results: read.results };
}

/** Gives the app other permissions for one test. */
function consentTo(permissions: readonly string[]) {
  stage.consentTo(permissions);
  mend(() => {
    stage.consentTo(consented);
  });
}

/** What this stage's app may not see, as in most tenants; `entra/registration.test.ts` looks at it. */
const ofAdmins = [
  ...['entra.registration', 'entra.credential', 'entra.otherCredentials'],
  ...['lists.access', 'lists.readers', 'teams.catalogue'],
];

/** What else is not in order, by its id: state, what was found and what to do. */
async function troubles(change?: Partial<World>, args?: readonly string[]) {
  const { results } = await examine(change, args);
  const found = results.filter(({ id, state }) => state !== 'ok' && !ofAdmins.includes(id));
  return Object.fromEntries(
    found.map(({ id, state, ...said }) => [
      id,
      state === 'problem' ? [said.found, said.toDo] : said.found,
    ]),
  );
}

const behind = (title: string) => `not looked at: “${title}” has to be in order first`;
const has = (part: string): unknown => expect.stringContaining(part);
const dayMs = 86_400_000;
const later = (days: number) => new Date(Date.now() + days * dayMs);
const consented = testApp.grantedApplicationPermissions;
const query = (sql: string, params: readonly unknown[] = []) => stage.database.query(sql, params);
const listPath = (name: string) => {
  const list = stage.tenant.sharePoint.lists().find(({ displayName }) => displayName === name);
  return `/sites/${localSiteId}/lists/${list!.id}`;
};

describe('a healthy deployment', () => {
  test('has everything in order, in words and for machines', async () => {
    const { exitCode, results } = await examine();
    const others = results.filter(({ state }) => state !== 'ok');
    expect(others.map(({ id, state }) => [id, state])).toEqual(
      ofAdmins.map((id) => [id, 'couldNotCheck']),
    );
    // What is not known is never taken for good.
    expect(exitCode).toBe(2);
    const { text } = await stage.examine({}, []);
    expect(text).toContain(
      `${results.length} checks: ${results.length - ofAdmins.length} in order, 0 problems, ${ofAdmins.length} not known`,
    );
  });

  test('is as it was before: nothing is written, and no secret and no name is told', async () => {
    const items = () =>
      stage.tenant.sharePoint.lists().map(({ id }) => stage.tenant.sharePoint.items(id));
    const before = items();
    stage.tenant.meter.reset();
    const { text } = await examine();
    expect(items()).toEqual(before);
    const writes = stage.tenant.meter.byPath().filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method, calls }) => [method, calls])).toEqual([['PATCH', 1]]);
    for (const kept of ['for tests', 'Example', 'example.com', stage.environment['SECRET']!]) {
      expect(text).not.toContain(kept);
    }
  });

  test('is opened so that PostgreSQL itself refuses to write', async () => {
    const database = await openReadOnly({ url: stage.postgres.connectionString });
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
    environment: { ...stage.environment, [name]: value },
  });

  test('which are missing, and looks at nothing else', async () => {
    const { exitCode, results } = await examine(withSetting('SITE', undefined));
    expect(exitCode).toBe(1);
    expect(results).toEqual([
      expect.objectContaining({ id: 'settings.read', found: has('SITE is missing') }),
    ]);
  });

  test('which are missing, one after another, where there are several', async () => {
    const environment = { ...stage.environment, SITE: undefined, SECRET: undefined };
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
    const { port } = stage.server.address() as { port: number };
    const lookUp = () => Promise.resolve(['127.0.0.1']);
    return { reach: { lookUp, port, authorities: stage.certificate(), ...change } };
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
      stage.showCertificate(doctorHost, later(300));
    });
    stage.showCertificate(host, later(days));
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
  async function packaged(change: object) {
    const path = join(tmpdir(), `doctor-${randomUUID()}.zip`);
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
    const path = join(tmpdir(), `doctor-${randomUUID()}.zip`);
    await writeFile(path, 'no zip');
    const found = await troubles({}, ['--package', path]);
    expect(found['package.app']).toEqual([has('no app package'), has('npm run package')]);
    const { text, exitCode } = await stage.examine({}, ['--package', `${path}-missing`]);
    expect([text, exitCode]).toEqual([`${path}-missing cannot be read.`, 2]);
  });
});

describe('of consent it says', () => {
  const applications = graphPermissions.filter(({ kind }) => kind === 'application');

  test.each(applications.map(({ name, without }) => [name, without] as const))(
    'that %s is missing, and what breaks without it',
    async (name, without) => {
      consentTo(consented.filter((each) => each !== name));
      const { results } = await examine();
      const found = results.find(({ id }) => id === `permission.${name}`);
      expect(found).toMatchObject({
        state: 'problem',
        why: without,
        toDo: has(`Add ${name} (Microsoft Graph, application) → Grant admin consent`),
      });
      const others = results.filter(
        ({ state, id }) => state !== 'ok' && id !== found!.id && !ofAdmins.includes(id),
      );
      // Without Sites.Selected nothing of SharePoint is reached; every other one stands alone.
      const reached = name === 'Sites.Selected' ? ['site.', 'lists.'] : [];
      expect(others.filter(({ id }) => !reached.some((area) => id.startsWith(area)))).toEqual([]);
    },
  );

  test('that the app has more than it uses', async () => {
    consentTo([...consented, 'Mail.Read']);
    expect(await troubles()).toEqual({
      'permission.excess': ['the app also has Mail.Read', has('Revoke admin consent')],
    });
  });

  test('that Teams does not let it notify, or that nobody knows yet', async () => {
    consentTo(consented.filter((name) => name !== 'TeamsActivity.Send.User'));
    expect(await troubles()).toEqual({
      'permission.TeamsActivity.Send.User': has('nobody was notified yet'),
    });
    await park('notPermitted');
    expect(await troubles()).toEqual({
      'permission.TeamsActivity.Send.User': [
        'Teams does not let the app notify',
        has('Teams admin center'),
      ],
    });
  });
});

function park(because: string) {
  mend(() => query('DELETE FROM notification_chain'));
  return query(
    `INSERT INTO notification_chain (chain_id, programme_key, parked_until, parked_because, recipient)
     VALUES (1, $1, now() + interval '1 hour', $2, 'somebody')`,
    [stage.programme.clientKey, because],
  );
}

test.each([
  ['notInstalled', '1 person without the app', 'Setup policies'],
  ['refused', 'Teams refuses what is sent to 1 person', 'newest app package'],
])('people who are %s are counted, and not named', async (because, words, advice) => {
  await park(because);
  expect(await troubles()).toEqual({ 'teams.notTold': [words, has(advice)] });
});

describe('of the site it says', () => {
  test('that the app may only read', async () => {
    stage.tenant.directory.grantSite(testClientId, 'read');
    mend(() => {
      stage.tenant.directory.grantSite(testClientId, 'write');
    });
    expect(await troubles()).toEqual({
      'site.write': [has('not write to it (403)'), has('npm run provision -- --step sharepoint')],
    });
  });

  test('that there is none of that name', async () => {
    const SITE = 'https://lastmile.sharepoint.com/sites/elsewhere';
    const found = await troubles({ environment: { ...stage.environment, SITE } });
    expect(found).toEqual({
      'site.read': [has(`there is no site ${SITE}`), has('Correct SITE')],
      ...Object.fromEntries(
        ['site.write', 'lists.present', 'lists.columns', 'lists.indexes'].map((id) => [
          id,
          behind('SharePoint site'),
        ]),
      ),
    });
  });

  test('that a column is missing', async () => {
    mend(() => stage.repair());
    await stage.adminGraph.delete(`${listPath('Coaching')}/columns/Reason`);
    expect(await troubles()).toEqual({
      'lists.columns': ['missing: Coaching.Reason', has('npm run provision -- --step sharepoint')],
    });
  });

  test('that a column has another type', async () => {
    const columns = `${listPath('Coaching')}/columns`;
    mend(() => stage.repair());
    mend(() => stage.adminGraph.delete(`${columns}/Reason`));
    await stage.adminGraph.delete(`${columns}/Reason`);
    await stage.adminGraph.post(columns, { name: 'Reason', number: {} });
    expect(await troubles()).toEqual({
      'lists.columns': [
        has('Coaching has a column Reason of type number, choice is needed'),
        has('remove the column by hand'),
      ],
    });
  });

  test.each([
    [{ enforceUniqueValues: false }, 'ClientKey', 'not held unique: Cases.ClientKey'],
    [{ indexed: false }, 'ActorId', 'not indexed: Cases.ActorId'],
  ])('that %o is set on a column', async (change, column, words) => {
    mend(() => stage.repair());
    await stage.adminGraph.patch(`${listPath('Cases')}/columns/${column}`, change);
    expect(await troubles()).toEqual({ 'lists.indexes': [words, has('Switch on')] });
  });

  test('that a list is gone', async () => {
    mend(() => stage.repair());
    await stage.adminGraph.delete(listPath('SavedTime'));
    expect(await troubles()).toEqual({
      'lists.present': ['the site has no list SavedTime', has('npm run provision')],
    });
  });
});

test.each([
  [
    'busy',
    () => {
      stage.tenant.faults.answer(429, { path: '/oauth2/v2.0/token', retryAfter: 30 });
    },
    '429',
  ],
  [
    'away',
    () => {
      stage.tenant.faults.answer(503, { path: '/oauth2/v2.0/token', retryAfter: 0 });
    },
    '503',
  ],
])('of an Entra that is %s it says that it gives no token', async (_, begin, status) => {
  mend(() => {
    stage.tenant.faults.clear();
  });
  begin();
  const found = await troubles();
  expect(found['entra.signIn']).toBe(`Entra did not answer (${status} entraAway)`);
});

describe('of Graph it says', () => {
  const everythingOfGraph = ['site.read', 'site.write', 'lists.present', 'lists.columns'];

  test.each([
    [
      'throttled',
      () => {
        stage.tenant.faults.answer(429, { retryAfter: 30 });
      },
      'throttles the app for 30 s',
      'Wait',
    ],
    [
      'not there',
      () => {
        stage.tenant.faults.answer(503);
      },
      'not available (503)',
      'Service health',
    ],
    [
      'cut off',
      () => {
        stage.tenant.faults.dropBefore({ path: '/v1.0/', times: 100 });
      },
      'gives no answer',
      'graph.microsoft.com',
    ],
  ])(
    'that it is %s, and that nothing else is known to be wrong',
    async (_, begin, words, advice) => {
      mend(() => {
        stage.tenant.faults.clear();
      });
      begin();
      const found = await troubles();
      expect(found['graph.answers']).toEqual([has(words), has(advice)]);
      expect(found['site.read']).toBe(behind('Microsoft Graph'));
      for (const id of everythingOfGraph.slice(1))
        expect(found[id]).toBe(behind('SharePoint site'));
      const problems = Object.entries(found).filter(([, said]) => typeof said !== 'string');
      expect(problems.map(([id]) => id)).toEqual(['graph.answers']);
    },
  );
});

/** Writes into the database what the product would, until the end of the test. */
async function plant(sql: string, params: readonly unknown[], undo: string) {
  mend(() => query(undo));
  await query(sql, params);
}

describe('of Copilot’s report it says', () => {
  const concealed = ['reports conceal people’s names', has('switch off “Display concealed')];
  const lastLook = (state: string, detail: string | null, on: string | null) =>
    plant(
      'UPDATE copilot_report_status SET state = $1, detail = $2, reported_on = $3',
      [state, detail, on],
      `UPDATE copilot_report_status SET state = 'known', detail = NULL, reported_on = current_date`,
    );

  test('that the last one concealed names', async () => {
    await lastLook('concealed', null, new Date().toISOString().slice(0, 10));
    expect(await troubles()).toEqual({ 'reports.names': concealed });
  });

  test('that the tenant conceals names from now on, where the app may ask', async () => {
    consentTo([...consented, 'ReportSettings.Read.All']);
    expect(await troubles()).toEqual({});
    mend(() => {
      stage.tenant.reports.conceal(false);
    });
    stage.tenant.reports.conceal(true);
    expect(await troubles()).toEqual({ 'reports.names': concealed });
  });

  test('that the newest is old', async () => {
    await plant(
      'UPDATE copilot_snapshot SET reported_on = reported_on - 9',
      [],
      'UPDATE copilot_snapshot SET reported_on = reported_on + 9',
    );
    expect(await troubles()).toEqual({ 'reports.age': [has('9 days ago'), has('Copilot')] });
  });

  test('that Graph refused the last one', async () => {
    await lastLook('refused', 'Reports.Read.All', null);
    expect(await troubles()).toEqual({
      'reports.names': has('no report was read yet'),
      'reports.age': [has('Reports.Read.All is missing'), has('Grant admin consent')],
    });
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

describe('of the database it says', () => {
  const at = (change: (address: URL) => void): Partial<World> => {
    const address = new URL(stage.postgres.connectionString);
    change(address);
    return { environment: { ...stage.environment, DATABASE_URL: address.href } };
  };
  const nobody = at.bind(null, (address) => {
    address.search = '?host=127.0.0.1&port=1';
  });

  test('that it is away, and that what is in it was not looked at', async () => {
    const work = ['queue', 'parked', 'running', 'replica', 'proof', 'members', 'retention'];
    const database = ['migrations', 'durability', 'encoding', 'room'];
    const notLookedAt = [
      ...['site.write', 'reports.names', 'reports.age', 'clock.database', 'teams.notTold'],
      ...database.map((id) => `database.${id}`),
      ...work.map((id) => `work.${id}`),
      'permission.TeamsActivity.Send.User',
    ];
    expect(await troubles(nobody())).toEqual({
      'database.version': ['it does not answer (ECONNREFUSED)', has('Start PostgreSQL')],
      ...Object.fromEntries(notLookedAt.map((id) => [id, behind('Database')])),
    });
  });

  test('that nothing runs in a data folder, and starts nothing there', async () => {
    const inFolder = { DATABASE_URL: undefined, DATA_FOLDER: '/nowhere' };
    const found = await troubles({ environment: { ...stage.environment, ...inFolder } });
    expect(found['database.version']).toEqual([has('it does not answer'), has('DATA_FOLDER')]);
  });

  test('that it has none of that name', async () => {
    const found = await troubles(
      at((address) => {
        address.pathname = '/nothing';
      }),
    );
    expect(found['database.version']).toEqual([has('(3D000)'), has('CREATE DATABASE')]);
  });

  test('that a newer version wrote it', async () => {
    await plant(
      `INSERT INTO schema_migrations (number, name) VALUES (9998, '9998_later')`,
      [],
      'DELETE FROM schema_migrations WHERE number = 9998',
    );
    expect(await troubles()).toEqual({
      'database.migrations': [has('a newer version (9998_later)'), has('newer version')],
    });
  });

  test('that a migration is missing', async () => {
    await plant(
      'DELETE FROM schema_migrations WHERE number = 1',
      [],
      `INSERT INTO schema_migrations (number, name) VALUES (1, '0001_list_replica')`,
    );
    expect(await troubles()).toEqual({
      'database.migrations': ['1 not applied, from 0001_list_replica on', has('Start the API')],
    });
  });

  test('that commits are not durable', async () => {
    await plant(
      'ALTER DATABASE last_mile SET synchronous_commit = off',
      [],
      'ALTER DATABASE last_mile RESET synchronous_commit',
    );
    expect(await troubles()).toEqual({
      'database.durability': [
        'synchronous_commit is off',
        has('ALTER SYSTEM SET synchronous_commit = on'),
      ],
    });
  });
});

describe('of the work behind it says', () => {
  const send = (state: 'waiting' | 'parked', reason: string | null) =>
    plant(
      `INSERT INTO outbox
         (list_name, client_key, actor_id, fields, state, reason, accepted_at, not_before)
       VALUES ('Feedback', $1, 'somebody', '{}', $2, $3, now() - interval '3 hours',
         now() + interval '1 hour')`,
      [randomUUID(), state, reason],
      `DELETE FROM outbox WHERE state IN ('waiting', 'parked')`,
    );
  const position = (values: string) =>
    plant(
      `UPDATE list_sync SET ${values} WHERE list_name = 'Cases'`,
      [],
      `UPDATE list_sync SET synced_at = now(), full_pass_at = now() WHERE list_name = 'Cases'`,
    );

  test('that something has waited for long', async () => {
    await send('waiting', null);
    expect(await troubles()).toEqual({
      'work.queue': ['1 waiting, the oldest for 3 hours', has('log of the API')],
    });
  });

  test('that deliveries are parked, with the code and without what was written', async () => {
    await send('parked', 'invalidRequest: The value “Words of somebody” is refused');
    expect((await examine()).text).not.toContain('Words of somebody');
    expect(await troubles()).toEqual({
      'work.parked': ['1 of Feedback (invalidRequest)', has('npm run deliveries -- --replay all')],
    });
  });

  test('that no instance is at work', async () => {
    const [held] = await query(`SELECT holder FROM lease WHERE name = 'lists'`);
    // Not by delivering: on a slow machine that may be resting just then.
    mend(() =>
      query(
        `UPDATE lease SET holder = $1, expires_at = now() + interval '1 minute'
          WHERE name = 'lists'`,
        [held!['holder']],
      ),
    );
    await query(
      `UPDATE lease SET holder = gen_random_uuid(), expires_at = now() - interval '1 hour'
        WHERE name = 'lists'`,
    );
    expect(await troubles()).toEqual({
      'work.running': [has('no instance'), has('Start the API')],
    });
  });

  test.each([
    [`synced_at = now() - interval '2 hours'`, 'not current: Cases (2 hours ago)'],
    ['synced_at = NULL', 'never read: Cases'],
  ])('that our copy is stale where %s', async (values, words) => {
    await position(values);
    expect(await troubles()).toEqual({ 'work.replica': [words, has('Start the API')] });
  });

  test('that the daily proof of the copy is overdue, or was never made', async () => {
    await position(`full_pass_at = now() - interval '3 days'`);
    expect(await troubles()).toEqual({
      'work.proof': ['overdue: Cases (3 days ago)', has('Start the API')],
    });
    await position('full_pass_at = NULL');
    expect(await troubles()).toEqual({ 'work.proof': 'not yet: Cases' });
  });

  test('that old personal data was not deleted for long, or never', async () => {
    mend(() => stage.product.retention.run());
    await query(`UPDATE retention_run SET ran_at = now() - interval '4 days'`);
    expect(await troubles()).toEqual({
      'work.retention': ['last 4 days ago', has('log of the API')],
    });
    await query('DELETE FROM retention_run');
    expect(await troubles()).toEqual({ 'work.retention': 'it has not run yet' });
  });

  test('that members were not read for long, or never', async () => {
    mend(() => stage.product.members.run());
    await query(`UPDATE membership_sync SET synced_at = now() - interval '5 hours'`);
    expect(await troubles()).toEqual({
      'work.members': ['last read 5 hours ago', has('GroupMember.Read.All')],
    });
    await query('DELETE FROM membership_sync');
    expect(await troubles()).toEqual({
      'work.members': [has('were never read'), has('GroupMember.Read.All')],
    });
  });
});
