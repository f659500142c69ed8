import type { ClientConfig } from '@last-mile/shared/client';
import { createStandardPublicClientApplication, type Configuration } from '@azure/msal-browser';
import type { RedirectFlow } from './signInStep';

/**
 * The authorization code flow with PKCE by redirect. MSAL refuses to leave for Entra with its cache in
 * memory, so there are two clients: the one that leaves keeps its request (no token: it never has one)
 * in the window's session storage, as MSAL does with either; the one that comes back takes the request
 * from there, clears it, and keeps what it gets in memory.
 */
export function createRedirectFlow(
  { clientId, tenantId, apiScope }: Pick<ClientConfig, 'clientId' | 'tenantId' | 'apiScope'>,
  page: string,
): RedirectFlow {
  const auth: Configuration['auth'] = {
    clientId,
    authority: `https://login.microsoftonline.com/${tenantId}`,
    clientCapabilities: ['CP1'],
    redirectUri: page,
  };
  return {
    async comeBack() {
      const inMemory = { auth, cache: { cacheLocation: 'memoryStorage' } };
      const client = await createStandardPublicClientApplication(inMemory);
      return client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
    },
    async leave(question) {
      const forTheWay = { auth, cache: { cacheLocation: 'sessionStorage' } };
      const client = await createStandardPublicClientApplication(forTheWay);
      await client.acquireTokenRedirect({
        ...question,
        scopes: [apiScope],
        redirectStartPage: page,
      });
    },
  };
}
