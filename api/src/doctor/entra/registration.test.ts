import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
import { registrationChecks } from './registration';

const domain = 'lastmile.contoso.com';
let desk: AdminDesk;
let config: AppConfig;
let admin: GraphClient;

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
  const ground = createGround({
    config: { ...config, ...change },
    // These checks ask the database for nothing.
    database: createDatabase('postgres://nowhere.invalid/nothing'),
    send: (request) => desk.tenant.send(request),
    reach: publicReach,
    now: () => now,
  });
  const results = await examine(registrationChecks, ground);
  return Object.fromEntries(
    results.map(({ id, finding }) => [
      id,
      finding.state === 'ok' ? 'ok' : [finding.state, finding.found, finding.toDo],
    ]),
  );
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

test('of a client secret the end is not known, of a managed identity there is none', async () => {
  const withSecret = await found({ credential: { kind: 'secret', secret: 'any' } });
  expect(withSecret['entra.credential']).toEqual([
    ...['couldNotCheck', has('client secret'), has('use a certificate')],
  ]);
  const managed = { kind: 'managedIdentity', identityClientId: config.clientId } as const;
  expect((await found({ credential: managed }))['entra.credential']).toBe('ok');
});
