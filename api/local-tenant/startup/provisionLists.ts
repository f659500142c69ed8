import { createGraphClient } from '../../src/graph/graphClient';
import { createGraphTokens } from '../../src/graph/tokens';
import { listDefinitions } from '../../src/lists';
import { provision } from '../../src/provision/sharepoint/provision';
import { createSharePointClient } from '../../src/provision/sharepoint/sharePointClient';
import { localSiteId, localTenantId, type LocalTenant } from '../localTenant';
import { featuredId, type FeaturedPerson } from '../sample/people';
import { personLogin } from '../storage/siteSecurity';
import { productClientId, provisioningClientId } from './registerApps';

const siteOwners: readonly FeaturedPerson[] = ['admin', 'owner', 'deputy'];

/**
 * Runs what `npm run provision` runs, against the local tenant: as the sample's administrator where
 * SharePoint's own service is asked, or not at all in a directory without one. Answers how much it
 * had to do.
 */
export async function provisionLists(tenant: LocalTenant, secret: string): Promise<number> {
  const { directory, entra } = tenant;
  const owners = siteOwners.flatMap((person) => directory.user(featuredId(person)) ?? []);
  directory.setSiteGroup(
    'owners',
    owners.map(({ userPrincipalName }) => personLogin(userPrincipalName)),
  );
  const send = (request: Request) => tenant.send(request);
  const tokens = createGraphTokens({
    tenantId: localTenantId,
    clientId: provisioningClientId,
    credential: { kind: 'secret', secret },
    send,
  });
  const signIn = async (host: string) => {
    const answer = await entra.brokerToken({
      ...{ userId: featuredId('admin'), clientId: provisioningClientId, interactive: false },
      scope: `${host}/AllSites.FullControl`,
    });
    return answer.access_token;
  };
  const sharePoint = (siteUrl: string) => {
    const token = signIn(new URL(siteUrl).origin);
    return createSharePointClient({ siteUrl, send, getToken: () => token, version: 'provision' });
  };
  return provision({
    graph: createGraphClient({ send, getToken: tokens.forApp, version: 'provision' }),
    ...(owners.length > 0 && { sharePoint }),
    site: localSiteId,
    definitions: listDefinitions,
    grantTo: { clientId: productClientId, displayName: 'Last Mile' },
    tell: () => undefined,
  });
}
