import { createGraphClient } from '../../src/graph/graphClient';
import type { Send } from '../../src/graph/send';
import { createSharePointClient } from '../../src/provision/sharepoint/sharePointClient';
import type { StepGround } from '../../src/provision/step';
import { createLocalTenant, localTenantId, type LocalTenant } from '../localTenant';
import { personLogin } from '../storage/siteSecurity';
import type { TenantSwitches } from '../storage/switches';

export const siteUrl = 'https://lastmile.sharepoint.com/sites/last-mile';

export const stagePeople = {
  /** A SharePoint Administrator and an owner of the site: provisions it. */
  ada: '00000000-0000-4000-8000-0000000000a1',
  /** In the programme's group. */
  ben: '00000000-0000-4000-8000-0000000000a2',
  /** An employee of no programme. */
  cora: '00000000-0000-4000-8000-0000000000a3',
} as const;

export const programmeGroup = '00000000-0000-4000-8000-0000000000f1';
export const productApp = {
  clientId: '1a57a171-1e00-4c11-8d00-c11e47000001',
  displayName: 'Last Mile',
};
const adminClientId = '1a57a171-1e00-4c11-8d00-c11e47000002';

/** A tenant with an administrator who signs in to provision its site, as people do. */
export interface SiteStage {
  readonly tenant: LocalTenant;
  /** What a step stands on, as that person; `through` stands between it and the tenant. */
  ground(options?: GroundOptions): StepGround;
  /** What the admin's sign-in may do, permission by permission. */
  setScopes(scopes: { graph: readonly string[]; sharePoint: readonly string[] }): void;
}

interface GroundOptions {
  readonly as?: keyof typeof stagePeople;
  readonly through?: (send: Send) => Send;
}

export const allScopes = { graph: ['Sites.FullControl.All'], sharePoint: ['AllSites.FullControl'] };

export async function createSiteStage(switches: Partial<TenantSwitches> = {}): Promise<SiteStage> {
  const tenant = await createLocalTenant({ switches: { enforceLimits: false, ...switches } });
  const { directory } = tenant;
  const names = Object.keys(stagePeople) as (keyof typeof stagePeople)[];
  directory.addUsers(
    names.map((name) => ({
      ...{ id: stagePeople[name], displayName: name, userPrincipalName: `${name}@example.com` },
      ...{ mail: null, department: null, jobTitle: null, accountEnabled: true },
      preferredLanguage: null,
    })),
  );
  const memberIds = [stagePeople.ben];
  directory.addGroup({ id: programmeGroup, displayName: 'Everyday AI', memberIds });
  directory.assignDirectoryRole(stagePeople.ada, 'SharePoint Administrator');
  directory.setSiteGroup('owners', [personLogin('ada@example.com')]);
  const bare = { appRoles: [], redirectUris: [] };
  directory.registerApp({
    ...{ ...productApp, ...bare, secret: 'for tests' },
    grantedApplicationPermissions: ['Sites.Selected'],
  });
  const setScopes: SiteStage['setScopes'] = ({ graph, sharePoint }) => {
    directory.registerApp({
      ...{ clientId: adminClientId, displayName: 'Sign-in of an admin', ...bare },
      grantedApplicationPermissions: [],
      grantedDelegatedPermissions: graph,
      grantedSharePointPermissions: { application: [], delegated: sharePoint },
    });
  };
  setScopes(allScopes);

  return {
    tenant,
    setScopes,
    ground({ as = 'ada', through = (send: Send) => send } = {}) {
      const send = through((request) => tenant.send(request));
      const tokenFor = (resource: string) => {
        const scope = `${resource}/.default`;
        const ask = async () => {
          const request = { userId: stagePeople[as], clientId: adminClientId, scope };
          const answer = await tenant.entra.brokerToken({ ...request, interactive: false });
          return answer.access_token;
        };
        let held: Promise<string> | undefined;
        return ({ renew = false } = {}) => (held = (renew ? undefined : held) ?? ask());
      };
      return {
        graph: createGraphClient({
          send,
          getToken: tokenFor('https://graph.microsoft.com'),
          version: 'test',
        }),
        sharePoint: (url) =>
          createSharePointClient({
            ...{ siteUrl: url, send, version: 'test' },
            getToken: tokenFor(new URL(url).origin),
          }),
        site: siteUrl,
        handOver: {
          ...{ format: 1, tenantId: localTenantId, domain: 'lastmile.example.com' },
          entra: {
            ...productApp,
            appIdUri: `api://lastmile.example.com/${productApp.clientId}`,
            certificates: [],
          },
        },
      };
    },
  };
}
