import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { localSiteId } from '../../../local-tenant/localTenant';
import { personLogin } from '../../../local-tenant/storage/siteSecurity';
import { ownClient, signInInBrowser } from '../../../local-tenant/testing/adminDesk';
import {
  createDoctorStage,
  doctorAppIdUri,
  doctorHost,
  type DoctorStage,
} from '../../../local-tenant/testing/doctorStage';
import { people, testClientId, testTeamsAppId } from '../../../local-tenant/testProduct';
import { listDefinitions } from '../../lists';
import { createSharePointClient } from '../../provision/sharepoint/sharePointClient';
import { provision } from '../../provision/sharepoint/provision';
import type { World } from '../doctor';

const report = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      found: z.string(),
      toDo: z.optional(z.string()),
    }),
  ),
});

let stage: DoctorStage;
let told: string[];
let signsIn: string = people.alice;
beforeAll(async () => {
  stage = await createDoctorStage();
  const { directory } = stage.tenant;
  directory.assignDirectoryRole(people.alice, 'Global Administrator');
  directory.assignDirectoryRole(people.frank, 'Global Administrator');
  directory.setSiteGroup('owners', [personLogin('alice@example.com')]);
  directory.registerApp({
    ...{ clientId: ownClient, displayName: 'Looking after it', appRoles: [] },
    ...{ redirectUris: ['http://localhost'], consentsAtSignIn: true },
    ...{ grantedApplicationPermissions: [], grantedDelegatedPermissions: [] },
  });
});
afterAll(() => stage.close());
beforeEach(() => {
  told = [];
  signsIn = people.alice;
});

const areAdmins = ['admin.signIn', 'lists.access', 'lists.readers', 'teams.catalogue'] as const;

/** What the checks of an administrator say. */
async function look(args: readonly string[], change: Partial<World> = {}) {
  const { text } = await stage.examine(
    {
      tell(line) {
        told.push(line);
        const userCode = /enter the code (\w+)/.exec(line)?.[1];
        if (userCode !== undefined) stage.tenant.entra.approveDevice(userCode, signsIn);
      },
      openBrowser: (address) => signInInBrowser(stage.tenant, address, signsIn),
      ...change,
    },
    ['--json', ...args],
  );
  const { results } = report.parse(JSON.parse(text));
  const of = Object.fromEntries(results.map((result) => [result.id, result]));
  return { text, ...Object.fromEntries(areAdmins.map((id) => [id, of[id]])) } as {
    text: string;
  } & Record<(typeof areAdmins)[number], (typeof results)[number] | undefined>;
}
const asAdmin = ['--admin', '--admin-client', ownClient];

function sharePointAsAlice(siteUrl: string) {
  const clientId = '1a57a171-1e00-4c11-8d00-c11e47000009';
  stage.tenant.directory.registerApp({
    ...{ clientId, displayName: 'Provisioning as Alice', appRoles: [], redirectUris: [] },
    grantedApplicationPermissions: [],
    grantedSharePointPermissions: { application: [], delegated: ['AllSites.FullControl'] },
  });
  const scope = `${new URL(siteUrl).origin}/.default`;
  const request = { userId: people.alice, clientId, scope, interactive: false };
  return createSharePointClient({
    ...{ siteUrl, send: (asked) => stage.tenant.send(asked), version: 'test' },
    getToken: async () => (await stage.tenant.entra.brokerToken(request)).access_token,
  });
}

/** Gives every list its own permissions and every programme its readers, as alice. */
const provisionPermissions = () =>
  provision({
    ...{ graph: stage.adminGraph, site: localSiteId, definitions: listDefinitions },
    ...{ sharePoint: sharePointAsAlice, tell: () => undefined },
  });

const list = (name: string) =>
  stage.tenant.sharePoint.lists().find(({ displayName }) => displayName === name)!;

/** Somebody changes who may open a list by hand, in SharePoint. */
async function byHand(path: string) {
  await sharePointAsAlice('https://lastmile.sharepoint.com/sites/last-mile').post(`/web${path}`);
}

describe('without an administrator', () => {
  test('what only one may see is said not to be looked at, and how it is', async () => {
    const found = await look([]);
    expect(found['admin.signIn']).toBeUndefined();
    for (const id of ['lists.access', 'lists.readers', 'teams.catalogue'] as const) {
      expect(found[id]).toMatchObject({
        state: 'couldNotCheck',
        found: 'not looked at: it takes an administrator’s sign-in',
        toDo: expect.stringContaining('npm run doctor -- --admin') as string,
      });
    }
  });

  test.each([['--device-code'], ['--app-only'], ['--admin-client', ownClient]])(
    'a way to sign in is refused: %s',
    async (...args) => {
      const { text, exitCode } = await stage.examine({}, args);
      expect([exitCode, text]).toEqual([2, expect.stringContaining('together with --admin')]);
    },
  );

  test('an unattended run without an app of its own says which setting it lacks', async () => {
    const { text, exitCode } = await stage.examine({}, ['--admin', '--app-only']);
    expect([exitCode, text]).toEqual([2, expect.stringContaining('ADMIN_CLIENT_ID is missing')]);
  });
});

describe('who may open the lists', () => {
  test('lists that were never closed are named, and so are programmes whose people may not read', async () => {
    const found = await look(asAdmin);
    expect(found['admin.signIn']?.state).toBe('ok');
    expect(found['lists.access']).toMatchObject({ state: 'problem' });
    for (const { name } of listDefinitions) {
      expect(found['lists.access']?.found).toContain(
        `${name} has the site’s permissions and none of its own`,
      );
    }
    expect(found['lists.readers']).toMatchObject({
      state: 'problem',
      found: expect.stringMatching(/^the group of Everyday AI, .+ is not among/) as string,
      toDo: expect.stringContaining('npm run provision -- --step sharepoint') as string,
    });
  });

  test('is in order once provisioned', async () => {
    await provisionPermissions();
    const found = await look(asAdmin);
    expect([found['lists.access']?.state, found['lists.readers']?.state]).toEqual(['ok', 'ok']);
  });

  test('what somebody gave or took by hand is told by list and by whose it is', async () => {
    const [editors, read] = [5, 1_073_741_830];
    const roles = `/lists(guid'${list('Feedback').id}')/roleassignments`;
    await byHand(`${roles}/addroleassignment(principalid=${editors},roledefid=${read})`);
    const wide = await look(asAdmin);
    expect(wide['lists.access']).toMatchObject({
      state: 'problem',
      found: 'Feedback: Last Mile Members Edit is too much',
    });
    await byHand(`${roles}/removeroleassignment(principalid=${editors},roledefid=${read})`);

    const library = `/lists(guid'${list('Library').id}')/roleassignments`;
    const visitors = 'principalid=4,roledefid=1073741826';
    await byHand(`${library}/removeroleassignment(${visitors})`);
    const narrow = await look(asAdmin);
    expect(narrow['lists.access']).toMatchObject({
      state: 'problem',
      found: 'Library: Last Mile Visitors reading is missing',
    });
    await byHand(`${library}/addroleassignment(${visitors})`);
  });

  test('is not known to who owns no part of the site, nor to a sign-in that SharePoint refuses', async () => {
    signsIn = people.frank;
    const stranger = await look(asAdmin);
    expect(stranger['lists.access']).toMatchObject({
      state: 'couldNotCheck',
      found: 'this sign-in may not read it',
      toDo: expect.stringContaining('Site owners') as string,
    });
    signsIn = people.alice;
    const microsofts = await look(['--admin']);
    expect(microsofts['lists.access']).toMatchObject({
      state: 'couldNotCheck',
      toDo: expect.stringContaining('--admin-client') as string,
    });
    // What does not need SharePoint is looked at all the same.
    expect(microsofts['admin.signIn']?.state).toBe('ok');
    expect(microsofts['teams.catalogue']?.state).toBe('problem');
  });
});

describe('the sign-in', () => {
  test('goes by a code on another device, asks for the least, and leaves nothing of itself', async () => {
    const { text, 'admin.signIn': signIn } = await look([...asAdmin, '--device-code']);
    expect(signIn?.state).toBe('ok');
    const asked = told.filter((line) => line.startsWith('  ')).map((line) => line.split(':')[0]);
    expect(asked).toEqual([
      ...['  Application.Read.All', '  AppCatalog.Read.All', '  AllSites.FullControl (SharePoint)'],
    ]);
    expect(text).not.toMatch(/alice|eyJ[\w-]+\.eyJ/i);
  });

  test('that does not come about leaves the rest of the look as it is', async () => {
    signsIn = people.carol;
    const found = await look(asAdmin);
    expect(found['admin.signIn']).toMatchObject({
      state: 'couldNotCheck',
      toDo: expect.stringContaining('Application.Read.All') as string,
    });
    expect(found['lists.access']).toMatchObject({
      found: 'not looked at: “Sign-in of an administrator” has to be in order first',
    });
  });
});

describe('the catalogue of Teams', () => {
  const ofPackage = 'c0ffee00-0000-4000-8000-000000000001';
  async function packageOf(version: string) {
    const path = join(tmpdir(), `last-mile-${version}-${process.pid}.zip`);
    const manifest = {
      ...{ id: ofPackage, version, validDomains: [doctorHost] },
      webApplicationInfo: { id: testClientId, resource: doctorAppIdUri },
    };
    await writeFile(path, zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)) }));
    return ['--package', path];
  }
  const publish = (version: string, more: object = {}) => {
    stage.tenant.directory.publishTeamsApp({
      ...{ id: testTeamsAppId, externalId: ofPackage, displayName: 'Last Mile', version },
      ...{ publishingState: 'published', ...more },
    });
  };
  const catalogue = async (args: readonly string[], change?: Partial<World>) => {
    const { state, found } = (await look([...asAdmin, ...args], change))['teams.catalogue']!;
    return [state, found];
  };

  test('is compared with the package: not there, not published, earlier, later, the same', async () => {
    const given = await packageOf('1.0.10');
    expect(await catalogue(given)).toEqual([
      ...['problem', 'the catalogue of Teams does not show the app'],
    ]);
    publish('1.0.9', { publishingState: 'submitted' });
    expect(await catalogue(given)).toEqual([
      ...['problem', 'it is in the catalogue, and no version of it is published'],
    ]);
    publish('1.0.9');
    expect(await catalogue(given)).toEqual([
      ...['problem', 'the catalogue has version 1.0.9, the package is 1.0.10'],
    ]);
    publish('1.1.0');
    expect(await catalogue(given)).toEqual([
      ...['problem', 'the catalogue has version 1.1.0, newer than the package (1.0.10)'],
    ]);
    publish('1.0.10');
    expect(await catalogue(given)).toEqual([
      ...['ok', 'version 1.0.10 is published, as in the package'],
    ]);
  });

  test('is looked up by TEAMS_APP_ID where no package is given, and the two must be one app', async () => {
    publish('1.0.10');
    expect(await catalogue([])).toEqual([
      ...['couldNotCheck', 'version 1.0.10 is published; there is no package to compare it with'],
    ]);
    const environment = { ...stage.environment, TEAMS_APP_ID: people.frank };
    expect(await catalogue(await packageOf('1.0.10'), { environment })).toEqual([
      'problem',
      `TEAMS_APP_ID is ${people.frank}, the catalogue has the package’s app as ${testTeamsAppId}`,
    ]);
  });
});
