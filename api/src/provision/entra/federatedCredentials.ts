import * as z from 'zod/mini';
import type { GraphClient } from '../../graph/graphClient';
import { GraphError } from '../../graph/graphError';
import { tokenExchange } from '../../graph/tokens';
import { principalPath } from './registeredApp';

/** Whose tokens Entra takes as the app's own: tokens of this issuer, about this subject, for this audience. */
export interface FederatedCredential {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
}

/** An identity that Azure gave to what runs there. */
export interface ManagedIdentity {
  /** The object id of its service principal, which its tokens have as their subject. */
  readonly principalId: string;
  readonly clientId: string;
  readonly name: string;
}

const federatedCredential = z.object({
  name: z.string(),
  issuer: z.string(),
  subject: z.string(),
  audiences: z.array(z.string()),
});

/** Where a registration's federated credentials are; addressed by client id, whoever made it. */
export const federatedPath = (clientId: string) =>
  `/applications(appId='${clientId}')/federatedIdentityCredentials`;

export async function readFederatedCredentials(
  graph: GraphClient,
  clientId: string,
): Promise<readonly FederatedCredential[]> {
  const found = await graph.getAll(federatedPath(clientId));
  return found.map((each) => federatedCredential.parse(each));
}

/** What a registration has to hold for a managed identity of the tenant to be the app. */
export function credentialFor(
  tenantId: string,
  { principalId }: ManagedIdentity,
): FederatedCredential {
  return {
    // By the identity: a run that is repeated finds it, and one for another identity takes nothing away.
    name: `last-mile-${principalId}`,
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    subject: principalId,
    audiences: [tokenExchange],
  };
}

export const isSameTrust = (one: FederatedCredential, other: FederatedCredential): boolean =>
  one.issuer === other.issuer &&
  one.subject.toLowerCase() === other.subject.toLowerCase() &&
  other.audiences.every((audience) => one.audiences.includes(audience));

const principal = z.object({
  id: z.string(),
  appId: z.string(),
  displayName: z.string(),
  servicePrincipalType: z.string(),
});

/** A managed identity by its principal id or its client id; null where the tenant has none of it. */
export async function findManagedIdentity(
  graph: GraphClient,
  id: string,
): Promise<ManagedIdentity | null> {
  const properties = Object.keys(principal.shape).join(',');
  for (const path of [`/servicePrincipals/${id}`, principalPath(id)]) {
    try {
      const found = principal.parse(await graph.get(`${path}?$select=${properties}`));
      if (found.servicePrincipalType !== 'ManagedIdentity') return null;
      return { principalId: found.id, clientId: found.appId, name: found.displayName };
    } catch (error) {
      if (!(error instanceof GraphError) || error.status !== 404) throw error;
    }
  }
  return null;
}
