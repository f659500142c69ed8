import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAdminDesk, type AdminDesk } from '../../../local-tenant/testing/adminDesk';
import { localTenantDomain, localTenantId } from '../../../local-tenant/localTenant';
import { adminApp, tokensOf } from '../../../local-tenant/testing/listsOnLocalTenant';
import { createGraphClient } from '../../graph/graphClient';
import type { HandOver } from '../handOver';
import { runProvision } from '../runProvision';

const domain = 'lastmile.contoso.com';
const identity = {
  principalId: '00000000-0000-4000-8000-0000000000d1',
  clientId: '00000000-0000-4000-8000-0000000000d2',
  name: 'id-last-mile',
};
let desk: AdminDesk;
beforeEach(async () => {
  desk = await createAdminDesk();
});
afterEach(() => desk.close());

const run = (...more: string[]) =>
  runProvision(
    [
      ...['--tenant', localTenantDomain, '--domain', domain, '--step', 'entra'],
      ...['--handover', desk.file('handover.json'), ...more],
    ],
    desk.surroundings,
  );
const shown = () => desk.told.join('\n');
const handOver = () => JSON.parse(readFileSync(desk.file('handover.json'), 'utf8')) as HandOver;
const made = () => desk.told.filter((line) => line.startsWith('  done: '));

/** What Entra holds, as an administrator reads it. */
async function trusted(): Promise<unknown> {
  desk.tenant.directory.registerApp({
    ...{ ...adminApp, appRoles: [], redirectUris: [] },
    grantedApplicationPermissions: ['Application.ReadWrite.All'],
  });
  const send = (request: Request) => desk.tenant.send(request);
  const getToken = tokensOf(desk.tenant, send, adminApp).forApp;
  const graph = createGraphClient({ send, getToken, version: 'test' });
  const all = await graph.getAll(
    `/applications(appId='${handOver().entra!.clientId}')/federatedIdentityCredentials`,
  );
  return all.map((each) => ({ ...(each as object), id: '' }));
}
const trust = {
  ...{ id: '', name: `last-mile-${identity.principalId}`, description: null },
  issuer: `https://login.microsoftonline.com/${localTenantId}/v2.0`,
  subject: identity.principalId,
  audiences: ['api://AzureADTokenExchange'],
};

test('a registration without a certificate waits for its identity, and says so', async () => {
  await run('--no-certificate');
  expect(shown()).toContain('Nothing proves yet that the API is Last Mile');
  expect(shown()).toContain('# MANAGED_IDENTITY_CLIENT_ID=');
  expect(shown()).not.toContain('CLIENT_CERTIFICATE');
  expect(handOver().entra!.certificates).toEqual([]);
});

test.each(['principalId', 'clientId'] as const)(
  'the identity of a %s is trusted once, and a second run has nothing to do',
  async (by) => {
    desk.tenant.directory.addManagedIdentity(identity);
    await run('--no-certificate');
    desk.told.length = 0;
    await run('--managed-identity', identity[by]);
    expect(made()).toEqual([
      `  done: Let the managed identity id-last-mile (${identity.principalId}) prove itself as the app`,
    ]);
    expect(shown()).not.toContain('Nothing proves yet');
    expect(shown()).toContain(`MANAGED_IDENTITY_CLIENT_ID=${identity.clientId}`);
    expect(await trusted()).toEqual([trust]);

    desk.told.length = 0;
    await run('--managed-identity', identity[by]);
    expect(shown()).toContain('Nothing to do: everything is in place.');
    // Nor is a certificate asked for any more.
    desk.told.length = 0;
    await run();
    expect(shown()).toContain('Nothing to do: everything is in place.');
    expect(shown()).toContain(`MANAGED_IDENTITY_CLIENT_ID=${identity.clientId}`);
  },
);

test('a lost answer makes no second one', async () => {
  desk.tenant.directory.addManagedIdentity(identity);
  await run('--no-certificate');
  desk.tenant.faults.dropAfterWrite({ path: '/federatedIdentityCredentials', times: 1 });
  await run('--managed-identity', identity.principalId);
  expect(await trusted()).toEqual([trust]);
});

test('an id that is no managed identity of the tenant is refused before anything is made', async () => {
  for (const none of [identity.principalId, '00000000-0000-4000-8000-0000000000e9']) {
    await expect(run('--managed-identity', none)).rejects.toThrow(
      `The tenant has no managed identity ${none}. Give its principal id`,
    );
  }
  desk.tenant.directory.addManagedIdentity(identity);
  await run('--managed-identity', identity.principalId);
  // An enterprise application is none, though it has a principal id: this one is Last Mile's own.
  const { clientId } = handOver().entra!;
  await expect(run('--managed-identity', clientId)).rejects.toThrow('no managed identity');
});

test('an identity beside it keeps its trust, and removing the app takes all of it', async () => {
  const second = { ...identity, principalId: identity.principalId.replace('d1', 'd3') };
  second.clientId = identity.clientId.replace('d2', 'd4');
  for (const each of [identity, second]) {
    desk.tenant.directory.addManagedIdentity(each);
    await run('--managed-identity', each.principalId);
  }
  const two = (await trusted()) as { subject: string }[];
  expect(two.map(({ subject }) => subject)).toEqual([identity.principalId, second.principalId]);

  desk.answers.push('Last Mile');
  desk.told.length = 0;
  await run('--remove');
  expect(shown()).toContain('the trust in managed identities');
});
