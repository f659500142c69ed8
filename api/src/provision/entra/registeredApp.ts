import * as z from 'zod/mini';
import type { GraphClient } from '../../graph/graphClient';
import { GraphError } from '../../graph/graphError';
import { uniqueNameFor } from './wantedApp';

const keyCredential = z.looseObject({
  keyId: z.string(),
  displayName: z.nullish(z.string()),
  endDateTime: z.string(),
  /** The certificate in DER, as base64: told of one app that is asked for it by name. */
  key: z.nullish(z.string()),
});

const passwordCredential = z.looseObject({
  keyId: z.string(),
  displayName: z.nullish(z.string()),
  endDateTime: z.string(),
  /** The secret's first three characters. */
  hint: z.nullish(z.string()),
});

/** Whatever else an entry holds goes back as it came: a collection is written as a whole. */
const registeredApp = z.object({
  id: z.string(),
  appId: z.string(),
  displayName: z.string(),
  identifierUris: z.array(z.string()),
  api: z.looseObject({
    requestedAccessTokenVersion: z.nullish(z.number()),
    oauth2PermissionScopes: z.array(
      z.looseObject({ id: z.string(), value: z.nullish(z.string()) }),
    ),
    preAuthorizedApplications: z.array(
      z.looseObject({ appId: z.string(), delegatedPermissionIds: z.array(z.string()) }),
    ),
  }),
  appRoles: z.array(z.looseObject({ id: z.string(), value: z.nullish(z.string()) })),
  spa: z.object({ redirectUris: z.array(z.string()) }),
  requiredResourceAccess: z.array(
    z.looseObject({
      resourceAppId: z.string(),
      resourceAccess: z.array(z.looseObject({ id: z.string(), type: z.string() })),
    }),
  ),
  keyCredentials: z.array(keyCredential),
  passwordCredentials: z.array(passwordCredential),
});

/** The app registration as Entra holds it. */
export type RegisteredApp = z.infer<typeof registeredApp>;
export type KeyCredential = z.infer<typeof keyCredential>;

const wanted = Object.keys(registeredApp.shape).join(',');

/** Where the registration for a domain is found and made, by a name of ours instead of Entra's ids. */
export const applicationPath = (domain: string) =>
  `/applications(uniqueName='${uniqueNameFor(domain)}')`;

export async function readApp(graph: GraphClient, domain: string): Promise<RegisteredApp> {
  return registeredApp.parse(await graph.get(`${applicationPath(domain)}?$select=${wanted}`));
}

/** The registration by its client id, whoever made it. */
export async function readAppOf(graph: GraphClient, clientId: string): Promise<RegisteredApp> {
  return registeredApp.parse(
    await graph.get(`/applications(appId='${clientId}')?$select=${wanted}`),
  );
}

export async function findApp(
  graph: GraphClient,
  domain: string,
): Promise<RegisteredApp | undefined> {
  return orMissing(readApp(graph, domain));
}

const principal = z.object({
  id: z.string(),
  appRoles: z.array(z.object({ id: z.string(), value: z.nullish(z.string()) })),
  oauth2PermissionScopes: z.array(z.object({ id: z.string(), value: z.nullish(z.string()) })),
});

/** An app's service principal: what tenants call its enterprise application. */
export type ServicePrincipal = z.infer<typeof principal>;

export const principalPath = (appId: string) => `/servicePrincipals(appId='${appId}')`;

export async function readPrincipal(graph: GraphClient, appId: string): Promise<ServicePrincipal> {
  const path = `${principalPath(appId)}?$select=${Object.keys(principal.shape).join(',')}`;
  return principal.parse(await graph.get(path));
}

export async function findPrincipal(
  graph: GraphClient,
  appId: string,
): Promise<ServicePrincipal | undefined> {
  return orMissing(readPrincipal(graph, appId));
}

async function orMissing<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof GraphError && error.status === 404) return undefined;
    throw error;
  }
}
