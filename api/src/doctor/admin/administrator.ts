import { createGraphClient, type GraphClient } from '../../graph/graphClient';
import type { Patience } from '../../graph/patience';
import { signIn, type SignInWay } from '../../provision/openTenant';
import {
  createSharePointClient,
  type SharePointClient,
} from '../../provision/sharepoint/sharePointClient';
import type { AskedScope } from '../../provision/step';
import type { Surroundings } from '../../provision/surroundings';

/** What an administrator lets the doctor see, for one run. */
export interface Administrator {
  readonly graph: GraphClient;
  /** SharePoint's own service at a site; the sign-in for it may fail by itself. */
  readonly sharePoint: (siteUrl: string) => Promise<SharePointClient>;
}

/** The least that shows what the app itself may not see. It is read with, and nothing else. */
const scopes: readonly AskedScope[] = [
  {
    scope: 'Application.Read.All',
    why: 'to read the app registration and when its credentials end',
  },
  {
    scope: 'AppCatalog.Read.All',
    why: 'to read which version of the app is in the catalogue of Teams',
  },
  {
    resource: 'sharePoint',
    scope: 'AllSites.FullControl',
    why: 'to read who may open the lists, which SharePoint tells owners of the site only',
  },
];

interface SignInOptions {
  readonly way: SignInWay;
  readonly tenantId: string;
  /** The site's https address or id: its host is signed in to as well. */
  readonly site: string;
  readonly patience: Patience;
  readonly surroundings: Pick<Surroundings, 'send' | 'environment' | 'tell' | 'openBrowser'>;
}

/**
 * Signs an administrator in, or with `--app-only` the app of `ADMIN_CLIENT_ID`: the settings without
 * `ADMIN_` are the deployment's own. Who is at the keyboard is asked here and not while things are looked at.
 */
export async function signInAdministrator(options: SignInOptions): Promise<Administrator> {
  const { way, tenantId, site, patience, surroundings } = options;
  const { send } = surroundings;
  const environmentPrefix = 'ADMIN_';
  const identity = await signIn(way, { tenantId, scopes, surroundings, environmentPrefix });
  const origin = originOf(site);
  const atSharePoint = identity.getToken(origin);
  // Whoever needs it hears of the failure.
  await atSharePoint.catch(() => undefined);
  const version = 'doctor';
  return {
    graph: createGraphClient({
      ...{ send, version, patience },
      getToken: (renewal) => identity.getToken('https://graph.microsoft.com', renewal),
    }),
    async sharePoint(siteUrl) {
      await atSharePoint;
      return createSharePointClient({
        ...{ siteUrl, send, version },
        getToken: (renewal) => identity.getToken(origin, renewal),
      });
    },
  };
}

/** Where the site is; a site's id begins with its host. */
const originOf = (site: string) =>
  (site.startsWith('https://')
    ? new URL(site).origin
    : `https://${site.split(',')[0] ?? ''}`) as `https://${string}.sharepoint.com`;
