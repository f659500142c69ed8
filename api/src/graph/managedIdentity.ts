import { ManagedIdentityApplication } from '@azure/msal-node';

/** What a token of a user-assigned managed identity is asked for; no secret of ours is involved. */
export interface ManagedIdentity {
  /** A token for a resource, such as `https://ossrdbms-aad.database.windows.net`; kept until it expires. */
  tokenFor(resource: string): Promise<string>;
}

/**
 * The identity that Azure gives the container: msal-node finds where to ask by the variables that
 * Container Apps and App Service set (`IDENTITY_ENDPOINT`, `IDENTITY_HEADER`).
 */
export function createManagedIdentity(clientId: string): ManagedIdentity {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
  });
  return {
    async tokenFor(resource) {
      return (await identity.acquireToken({ resource })).accessToken;
    },
  };
}

/** What stands for a password at Azure Database for PostgreSQL. */
export const postgresPassword = (clientId: string): (() => Promise<string>) => {
  const identity = createManagedIdentity(clientId);
  return () => identity.tokenFor('https://ossrdbms-aad.database.windows.net');
};
