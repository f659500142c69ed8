import { createGraphClient } from '../../src/graph/graphClient';
import type { Send } from '../../src/graph/send';
import { createGraphTokens } from '../../src/graph/tokens';
import { listDefinitions } from '../../src/lists';
import { provision } from '../../src/provision/sharepoint/provision';
import { localSiteId, localTenantId } from '../localTenant';
import { productClientId, provisioningClientId } from './registerApps';

/** Runs what `npm run provision` runs, against the local tenant. Answers how much it had to do. */
export async function provisionLists(send: Send, secret: string): Promise<number> {
  const tokens = createGraphTokens({
    tenantId: localTenantId,
    clientId: provisioningClientId,
    credential: { kind: 'secret', secret },
    send,
  });
  return provision({
    graph: createGraphClient({ send, getToken: tokens.forApp, version: 'provision' }),
    site: localSiteId,
    definitions: listDefinitions,
    grantTo: { clientId: productClientId, displayName: 'Last Mile' },
    tell: () => undefined,
  });
}
