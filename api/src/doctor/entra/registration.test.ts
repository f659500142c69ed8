import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdminDesk, type AdminDesk } from '../../../local-tenant/testing/adminDesk';
import { localTenantDomain, localTenantId } from '../../../local-tenant/localTenant';
import { adminApp, tokensOf } from '../../../local-tenant/testing/listsOnLocalTenant';
import { testConfig } from '../../../local-tenant/testProduct';
import type { AppConfig } from '../../config';
import { createDatabase } from '../../db/database';
import { createGraphClient, type GraphClient } from '../../graph/graphClient';
import { applicationPath, readPrincipal } from '../../provision/entra/registeredApp';
import { graphClientId } from '../../provision/entra/wantedApp';
import { handOver } from '../../provision/handOver';
import { runProvision } from '../../provision/runProvision';
import { publicReach } from '../address/publicAddress';
import { examine } from '../examine';
import { createGround } from '../ground';
import { credentialChecks } from './credentials';
import { registrationChecks } from './registration';

const domain = 'lastmile.contoso.com';
let desk: AdminDesk;
let config: AppConfig;
let admin: GraphClient;
let isAdministrator = false;

/** An app registration as `npm run provision` leaves it, which the app itself may not read. */
beforeAll(async () => {
  desk = await createAdminDesk();
  await runProvision(
    [
      ...['--tenant', localTenantDomain, '--domain', domain, '--step', 'entra', '--consent'],
      ...['--handover', desk.file('handover.json'), '--certificate', desk.file('key.pem')],
    ],
    desk.surroundings,
  );
  const made = handOver.parse(JSON.parse(readFileSync(desk.file('handover.json'), 'utf8'))).entra!;
  const key = createPrivateKey(readFileSync(desk.file('key.pem'), 'utf8'));
  config = {
    ...testConfig({ publicOrigin: `https://${domain}` }),
    ...{ tenantId: localTenantId, clientId: made.clientId, appIdUri: made.appIdUri },
    credential: {
      kind: 'certificate',
      thumbprintSha256: made.certificates[0]!.thumbprintSha256,
      privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  };
  desk.tenant.directory.registerApp({
    ...{ ...adminApp, appRoles: [], redirectUris: [] },
    grantedApplicationPermissions: ['Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All'],
  });
  const send = (request: Request) => desk.tenant.send(request);
  const getToken = tokensOf(desk.tenant, send, adminApp).forApp;
  admin = createGraphClient({ send, getToken, version: 'test' });
});
afterAll(() => desk.close());

/** What is found, with what to do where there is something to do. */
async function found(change: Partial<AppConfig> = {}, now = new Date()) {
  const results = await examine(registrationChecks, groundOf(change, now));
  return Object.fromEntries(
    results.map(({ id, finding }) => [
      id,
      finding.state === 'ok' ? 'ok' : [finding.state, finding.found, finding.toDo],
    ]),
  );
}

/** The registration is read as an administrator once one is there, as with `--admin`. */
function groundOf(change: Partial<AppConfig>, now: Date) {
  return createGround({
    config: { ...config, ...change },
    // These checks ask the database for nothing.
    database: createDatabase('postgres://nowhere.invalid/nothing'),
    send: (request) => desk.tenant.send(request),
    reach: publicReach,
    now: () => now,
    ...(isAdministrator && {
      administrator: () =>
        Promise.resolve({ graph: admin, sharePoint: () => Promise.reject(new Error('not asked')) }),
    }),
  });
}

const has = (part: string): unknown => expect.stringContaining(part);
const ofApp = applicationPath(domain);

test('an app that may not read its registration says so, and how an administrator sees it', async () => {
  const unknown = ['couldNotCheck', has('may not read its own registration'), has('--dry-run')];
  expect(await found()).toEqual({ 'entra.registration': unknown, 'entra.credential': unknown });
});

test('a registration as provisioned is in order, where the app may read it', async () => {
  const ofGraph = await readPrincipal(admin, graphClientId);
  const own = await readPrincipal(admin, config.clientId);
  const role = ofGraph.appRoles.find(({ value }) => value === 'Application.Read.All')!;
  await admin.post(`/servicePrincipals/${ofGraph.id}/appRoleAssignedTo`, {
    ...{ principalId: own.id, resourceId: ofGraph.id, appRoleId: role.id },
  });
  expect(await found()).toEqual({ 'entra.registration': 'ok', 'entra.credential': 'ok' });
});

test('a registration that this tenant does not have is a problem, where an administrator looks', async () => {
  isAdministrator = true;
  const clientId = '6e3f5f0a-0000-4000-8000-000000000001';
  const seen = await found({ clientId });
  isAdministrator = false;
  expect(seen['entra.registration']).toEqual([
    ...['problem', `this tenant has no app registration ${clientId}`, has('CLIENT_ID')],
  ]);
});

test.each<[string, Record<string, unknown>, string]>([
  [
    'tokens of version 1',
    { api: { requestedAccessTokenVersion: 1 } },
    'Expose the scope access_as_user, with tokens of version 2',
  ],
  ['no host', { api: { preAuthorizedApplications: [] } }, 'Let Teams, Outlook and Microsoft 365'],
  ['no address', { identifierUris: [] }, `Name the API api://${domain}`],
  ['no redirect', { spa: { redirectUris: [] } }, `Take sign-ins from brk-multihub://${domain}`],
  ['no permissions', { requiredResourceAccess: [] }, 'Ask for Sites.Selected'],
])('of a registration with %s it says exactly that', async (_, change, words) => {
  const before = (await admin.get(`${ofApp}?$select=${Object.keys(change).join(',')}`)) as object;
  const kept = Object.fromEntries(
    Object.entries(before).filter(([name]) => Object.hasOwn(change, name)),
  );
  await admin.patch(ofApp, change);
  const { 'entra.registration': registration, ...others } = await found();
  await admin.patch(ofApp, kept);
  const lacks = has(`it lacks: ${words}`);
  expect(registration).toEqual(['problem', lacks, has('npm run provision -- --step entra')]);
  expect(registration?.[1]).not.toContain('; ');
  expect(others).toEqual({ 'entra.credential': 'ok' });
});

test('a certificate that ends soon, or that the registration does not know, is told', async () => {
  const renew = has('--step entra --certificate FILE');
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const [{ endDateTime }] = (
    (await admin.get(`${ofApp}?$select=keyCredentials`)) as {
      keyCredentials: [{ endDateTime: string }];
    }
  ).keyCredentials;
  const days = Math.floor((Date.parse(endDateTime) - Date.now()) / 86_400_000);
  expect((await found({}, inDays(days - 10)))['entra.credential']).toEqual([
    ...['problem', has('in 10 days'), renew],
  ]);
  const credential = { ...config.credential, thumbprintSha256: 'A'.repeat(64) };
  const other = { credential } as Partial<AppConfig>;
  expect((await found(other))['entra.credential']).toEqual([
    ...['problem', has('no certificate of CLIENT_CERTIFICATE_THUMBPRINT'), renew],
  ]);
});

describe('a client secret', () => {
  beforeAll(() => {
    isAdministrator = true;
  });

  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const addSecret = async (endDateTime: Date) => {
    const { id } = (await admin.get(ofApp)) as { id: string };
    const body = { passwordCredential: { endDateTime: endDateTime.toISOString() } };
    const made = (await admin.post(`/applications/${id}/addPassword`, body)) as {
      secretText: string;
    };
    return { kind: 'secret', secret: made.secretText } as const;
  };

  test('ends in time, soon, or today, as Entra tells of one that begins so', async () => {
    const credential = await addSecret(inDays(40));
    const at = async (day: number) =>
      (await found({ credential }, inDays(day)))['entra.credential'];
    expect(await at(0)).toBe('ok');
    expect(await at(15)).toEqual(['problem', has('in 24 days'), has('Use a certificate')]);
    expect(await at(35)).toEqual(['problem', has('in 4 days'), has('Today: ')]);
    expect(await at(41)).toEqual(['problem', has('the client secret ended on'), has('Today: ')]);
  });

  test('that the registration does not have is told', async () => {
    expect(
      (await found({ credential: { kind: 'secret', secret: '~~~' } }))['entra.credential'],
    ).toEqual([
      'problem',
      has('no client secret that begins as CLIENT_SECRET does'),
      has('a new secret'),
    ]);
  });

  test('beside the certificate in use is told with its end, and who has it', async () => {
    const [others] = await examine(
      credentialChecks.filter(({ id }) => id === 'entra.otherCredentials'),
      groundOf({}, new Date()),
    );
    expect(others?.finding).toMatchObject({
      state: 'problem',
      found: expect.stringMatching(
        /^a client secret until \d{4}-\d\d-\d\d, in (39|40) days$/,
      ) as string,
      why: has('reads and writes as Last Mile'),
    });
  });
});

test('a managed identity does not end', async () => {
  const managed = { kind: 'managedIdentity', identityClientId: config.clientId } as const;
  expect((await found({ credential: managed }))['entra.credential']).toBe('ok');
});

describe('the trust in a managed identity', () => {
  const identity = {
    principalId: '00000000-0000-4000-8000-0000000000d1',
    clientId: '00000000-0000-4000-8000-0000000000d2',
    name: 'id-last-mile',
  };
  const path = () =>
    `/applications(appId='${config.clientId}')/federatedIdentityCredentials(name='by-hand')`;
  const trust = (change: object) =>
    admin.patch(
      path(),
      {
        issuer: `https://login.microsoftonline.com/${localTenantId}/v2.0`,
        ...{ subject: identity.principalId, audiences: ['api://AzureADTokenExchange'], ...change },
      },
      { headers: { Prefer: 'create-if-missing' } },
    );
  async function judged(identityClientId = identity.clientId) {
    const ground = groundOf(
      { credential: { kind: 'managedIdentity', identityClientId } },
      new Date(),
    );
    const results = await examine(credentialChecks, ground);
    return Object.fromEntries(results.map(({ id, finding }) => [id, finding]));
  }

  test('is missing, of another issuer, or there', async () => {
    expect((await judged())['entra.managedIdentity']).toMatchObject({
      found: `the tenant has no managed identity ${identity.clientId}`,
    });
    desk.tenant.directory.addManagedIdentity(identity);
    expect((await judged())['entra.managedIdentity']).toMatchObject({
      state: 'problem',
      toDo: has(`--step entra --managed-identity ${identity.principalId}`),
    });
    await trust({ issuer: 'https://login.microsoftonline.com/another/v2.0' });
    expect((await judged())['entra.managedIdentity']).toMatchObject({
      state: 'problem',
      found: has('by-hand has another issuer or audience'),
    });
    await trust({});
    expect((await judged())['entra.managedIdentity']).toMatchObject({ state: 'ok' });
  });

  test('in another identity is told among the other credentials', async () => {
    await trust({ subject: 'somebody-else' });
    const { 'entra.otherCredentials': others } = await judged();
    expect(others).toMatchObject({ state: 'problem', found: has('the identity somebody-else') });
    // The certificate is none that this deployment uses either.
    expect(others?.found).toContain('a certificate until ');
  });
});
