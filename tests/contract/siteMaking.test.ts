import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { createLocalTenant, localTenantId } from '../../api/local-tenant/localTenant';
import { likeliestSwitches, type TenantSwitches } from '../../api/local-tenant/storage/switches';
import { createGraphTokens } from '../../api/src/graph/tokens';
import { ada, person } from './scratchTenant';

const host = 'https://lastmile.sharepoint.com';
const url = `${host}/sites/made`;
const signInClient = 'a0000000-0000-4000-8000-0000000000c1';
const unattended = 'a0000000-0000-4000-8000-0000000000c2';
const ben = 'b0000000-0000-4000-8000-0000000000b1';

interface Told {
  readonly status: number;
  readonly body: { SiteId?: string; SiteStatus?: number; SiteUrl?: string; error?: object };
}

/** SharePoint's site manager as ada, who may ask for everything there, is answered by plain HTTP. */
async function createMaker(switches: Partial<TenantSwitches> = {}) {
  const tenant = await createLocalTenant({ switches: { enforceLimits: false, ...switches } });
  const { directory } = tenant;
  directory.addUsers([person(ada, 'Ada Hart'), person(ben, 'Ben Hart')]);
  const bare = { appRoles: [], redirectUris: [] };
  directory.registerApp({
    ...{ clientId: signInClient, displayName: 'A sign-in', ...bare },
    grantedApplicationPermissions: [],
    grantedDelegatedPermissions: ['Sites.FullControl.All'],
    grantedSharePointPermissions: { application: [], delegated: ['AllSites.FullControl'] },
  });
  const signedIn = async (userId: string, scope: string) =>
    (
      await tenant.entra.brokerToken({
        ...{ userId, clientId: signInClient, scope, interactive: true },
      })
    ).access_token;
  const token = await signedIn(ada, `${host}/AllSites.FullControl`);
  const ask = async (path: string, body?: object, as = token): Promise<Told> => {
    const answer = await tenant.send(
      new Request(`${host}/_api/SPSiteManager/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          Accept: 'application/json;odata.metadata=none',
          'OData-Version': '4.0',
          Authorization: `Bearer ${as}`,
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    return { status: answer.status, body: (await answer.json()) as Told['body'] };
  };
  const request = { Title: 'Made', Url: url, Lcid: 1033, WebTemplate: 'STS#3' };
  const read = async (userId: string) => {
    const graphToken = await signedIn(userId, 'https://graph.microsoft.com/Sites.FullControl.All');
    const answer = await tenant.send(
      new Request('https://graph.microsoft.com/v1.0/sites/lastmile.sharepoint.com:/sites/made', {
        headers: { Authorization: `Bearer ${graphToken}` },
      }),
    );
    return answer.status;
  };
  return {
    ...{ tenant, ask, read },
    make: (more: object = {}, as = token) =>
      ask('create', { request: { ...request, ...more } }, as),
    statusOf: async () => (await ask(`status?url='${encodeURIComponent(url)}'`)).body.SiteStatus,
    sites: () => tenant.sharePoint.sites().filter((each) => each === url).length,
  };
}

test('C Site making: a person makes a team site without a group, and owns it', async () => {
  const { make, read, sites } = await createMaker();
  expect(await read(ada)).toBe(404);
  expect(await make()).toEqual({
    status: 200,
    body: {
      SiteId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      SiteStatus: 2,
      SiteUrl: url,
    },
  });
  expect(sites()).toBe(1);
  expect([await read(ada), await read(ben)]).toEqual([200, 403]);
  expect((await make({ Url: `${host}/sites/other`, WebTemplate: 'STS#99' })).status).toBe(400);
});

test('C Site making: whoever makes it is told that it is ready, in the making, or not found', async () => {
  expect(likeliestSwitches.newSiteStatus).toBe('2');
  for (const [newSiteStatus, told] of [['1', 1] as const, ['0', 0] as const]) {
    const { make, statusOf, sites, read } = await createMaker({ newSiteStatus });
    expect((await make()).body).toEqual({ SiteId: '', SiteStatus: told, SiteUrl: '' });
    expect([sites(), await read(ada)]).toEqual([0, 404]);
    expect(await statusOf()).toBe(1);
    expect(await statusOf()).toBe(2);
    expect([sites(), await read(ada)]).toEqual([1, 200]);
  }
});

test('C Site making: the status of an address is 0 without a site and 2 with one', async () => {
  for (const [missingSiteStatus, told] of [['0', 0] as const, ['1', 1] as const]) {
    const { make, statusOf } = await createMaker({ missingSiteStatus });
    expect(await statusOf()).toBe(told);
    await make();
    expect(await statusOf()).toBe(2);
  }
});

test('C Site making: where a site is no second one is made', async () => {
  for (const [existingSiteStatus, told] of [['2', 2] as const, ['4', 4] as const]) {
    const { make, sites } = await createMaker({ existingSiteStatus });
    await make();
    expect((await make({ Title: 'Again' })).body.SiteStatus).toBe(told);
    expect(sites()).toBe(1);
  }
});

test('C Site making: an address in the recycle bin is answered with 3', async () => {
  const { tenant, make, sites, statusOf } = await createMaker();
  await make();
  tenant.sharePoint.deleteSite(url);
  expect((await make()).body).toEqual({ SiteId: '', SiteStatus: 3, SiteUrl: '' });
  expect([sites(), await statusOf()]).toEqual([0, 3]);
});

test('C Site making: an organisation may let nobody make sites', async () => {
  expect(likeliestSwitches.peopleMakeSites).toBe('allowed');
  const { make, sites } = await createMaker({ peopleMakeSites: 'refused' });
  expect(await make()).toEqual({
    status: 500,
    body: {
      error: {
        code: '-2146232832, Microsoft.SharePoint.SPException',
        message:
          'Modern site creation is not allowed. Contact your administrator for more information.',
      },
    },
  });
  expect(sites()).toBe(0);
});

test('C Site making: an app alone has to name the owner', async () => {
  const { tenant, make, sites } = await createMaker();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = { type: 'pkcs8', format: 'pem' } as const;
  tenant.directory.registerApp({
    ...{ clientId: unattended, displayName: 'An app', appRoles: [], redirectUris: [] },
    certificates: [publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    grantedApplicationPermissions: [],
    grantedSharePointPermissions: { application: ['Sites.FullControl.All'], delegated: [] },
  });
  const tokens = createGraphTokens({
    ...{ tenantId: localTenantId, clientId: unattended },
    credential: {
      ...{ kind: 'certificate', thumbprintSha256: 'A'.repeat(64) },
      privateKey: privateKey.export(pem).toString(),
    },
    send: (asked) => tenant.send(asked),
  });
  const asApp = await tokens.forApp({ resource: host });
  expect((await make({}, asApp)).status).toBe(400);
  expect(sites()).toBe(0);
  expect((await make({ Owner: 'ada.hart@lastmile.example' }, asApp)).body.SiteStatus).toBe(2);
  expect(sites()).toBe(1);
});
