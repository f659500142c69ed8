import {
  createLocalTenant,
  localSiteId,
  type LocalTenant,
  type LocalTenantOptions,
} from '../../api/local-tenant/localTenant';
import {
  createContractClient,
  type ClientKind,
  type ContractClient,
  textOf,
} from './contractClients';
import type { Scratch } from './scratch';
import { createLiveScratch } from './live/liveScratch';
import { settingsOfLiveRun } from './live/liveSettings';

/** Set when the facts are told to a real tenant (`npm run contract:live`). */
const live = settingsOfLiveRun(process.env);

export const runtimeApp = live?.runtime.clientId ?? '1a57a171-1e00-4c11-8d00-c11e47000001';
export const adminApp = '1a57a171-1e00-4c11-8d00-c11e47000002';
export const strangerApp = live?.stranger.clientId ?? '1a57a171-1e00-4c11-8d00-c11e47000003';
export const site = `/sites/${live?.siteId ?? localSiteId}`;

export const ada = '0b1ec700-0000-4000-8000-000000000001';
const graph = 'https://graph.microsoft.com';

export async function createScratch(
  kind: ClientKind,
  options: LocalTenantOptions = {},
): Promise<Scratch> {
  if (live) return createLiveScratch(kind, options, live);
  const tenant = await createLocalTenant({
    ...options,
    switches: { enforceLimits: false, ...options.switches },
  });
  const app = (clientId: string, permissions: readonly string[]) => {
    tenant.directory.registerApp({
      clientId,
      displayName: `App ${clientId.slice(-1)}`,
      secret: 'only in tests',
      appRoles: [],
      redirectUris: [],
      grantedApplicationPermissions: permissions,
      grantedDelegatedPermissions: [
        'User.Read',
        'GroupMember.Read.All',
        'Sites.Selected',
        'Reports.Read.All',
        'Calendars.ReadWrite',
        'Group.ReadWrite.All',
      ],
      activityTypes: ['feedbackAnswered'],
    });
    let token: Promise<string> | undefined;
    // Asked for when first needed: some tests register the app once more before they use it.
    return createContractClient(
      kind,
      tenant,
      () => (token ??= tenant.entra.appToken(clientId, graph)),
    );
  };
  const runtime = app(runtimeApp, ['Sites.Selected']);
  const admin = app(adminApp, [
    'Sites.FullControl.All',
    'User.Read.All',
    'GroupMember.Read.All',
    'TeamsActivity.Send',
    'Reports.Read.All',
    'ReportSettings.ReadWrite.All',
    'Calendars.ReadWrite',
    'Group.ReadWrite.All',
  ]);
  const stranger = app(strangerApp, ['Sites.Selected']);
  tenant.directory.grantSite(runtimeApp, 'write');
  return {
    tenant,
    runtime,
    admin,
    stranger,
    delegated: (userId, ...scopes) =>
      createContractClient(kind, tenant, () => delegatedToken(tenant, userId, scopes)),
    async createList(columns = [], displayName = 'Scratch') {
      const { status, body } = await admin.send('POST', `${site}/lists`, { displayName, columns });
      if (status !== 201) throw new Error(`No list: ${JSON.stringify(body)}`);
      return `${site}/lists/${textOf(body['id'])}`;
    },
  };
}

async function delegatedToken(
  tenant: LocalTenant,
  userId: string,
  scopes: readonly string[],
): Promise<string> {
  const answer = await tenant.entra.brokerToken({
    userId,
    clientId: runtimeApp,
    scope: scopes.map((scope) => `${graph}/${scope}`).join(' '),
    interactive: true,
  });
  return answer.access_token;
}

/** Creates items and answers their ids. */
export async function addItems(
  client: ContractClient,
  list: string,
  rows: readonly object[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const fields of rows) {
    const { status, body } = await client.send('POST', `${list}/items`, { fields });
    if (status !== 201) throw new Error(`No item: ${JSON.stringify(body)}`);
    ids.push(textOf(body['id']));
  }
  return ids;
}

export function person(id: string, displayName: string) {
  const name = displayName.toLowerCase().replaceAll(' ', '.');
  return {
    id,
    displayName,
    userPrincipalName: `${name}@lastmile.example`,
    mail: `${name}@lastmile.example`,
    department: 'Advisory',
    jobTitle: 'Consultant',
    accountEnabled: true,
    preferredLanguage: 'en-GB',
  };
}

/** Uses up resource units of an app that may read permissions: five a request, ten requests a batch. */
export async function spendUnits(client: ContractClient, units: number): Promise<void> {
  const requests = Array.from({ length: 10 }, (_, at) => ({
    id: String(at),
    method: 'GET',
    url: `${site}/permissions`,
  }));
  for (let left = units / 5; left > 0; left -= 10) {
    await client.send('POST', '/$batch', { requests: requests.slice(0, left) });
  }
}
