import type { EntraApp, EntraDirectory } from './entraDirectory';
import { EntraError } from './entraError';

export const graphResource = 'https://graph.microsoft.com';
/** SharePoint's own service at the tenant's host, which has permissions of its own. */
export const sharePointResource = 'https://lastmile.sharepoint.com';

export type FirstPartyResource = typeof graphResource | typeof sharePointResource;

const openIdScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

/** What one `scope` parameter asks for: one resource, its scopes by bare name, and the OpenID extras. */
export interface RequestedScope {
  readonly resource: FirstPartyResource | EntraApp;
  readonly scopes: readonly string[];
  readonly openId: readonly string[];
}

/**
 * Reads a `scope` parameter as Entra ID does: a name without a resource belongs to Graph, one
 * request is for one resource, and an unknown resource is refused.
 */
export function readScope(scope: string, directory: EntraDirectory): RequestedScope {
  const asked = scope.split(/\s+/).filter((part) => part !== '');
  const openId = asked.filter((part) => openIdScopes.has(part));
  const targets = asked.filter((part) => !openIdScopes.has(part)).map(splitScope);
  const addresses = new Set(targets.map((target) => target.resource));
  if (addresses.size > 1) {
    throw new EntraError({
      error: 'invalid_request',
      code: 28000,
      description:
        'Provided value for the input parameter scope is not valid because it contains more than one resource.',
    });
  }
  const [address = graphResource] = addresses;
  return {
    resource: resourceAt(address, directory),
    scopes: targets.map((target) => target.name),
    openId,
  };
}

/** The form in which a token answer names what it carries. */
export function fullScopes(requested: RequestedScope, granted: readonly string[]): string {
  const prefix =
    typeof requested.resource === 'string'
      ? requested.resource
      : (requested.resource.appIdUri ?? requested.resource.clientId);
  return granted.map((name) => `${prefix}/${name}`).join(' ');
}

function splitScope(scope: string): { resource: string; name: string } {
  const at = scope.lastIndexOf('/');
  if (at < 0) return { resource: graphResource, name: scope };
  // `https://graph.microsoft.com//.default` is a documented spelling for addresses ending in a slash.
  return { resource: scope.slice(0, at).replace(/\/+$/, ''), name: scope.slice(at + 1) };
}

function resourceAt(address: string, directory: EntraDirectory) {
  if (address === graphResource || address === '00000003-0000-0000-c000-000000000000') {
    return graphResource;
  }
  if (address === sharePointResource || address === '00000003-0000-0ff1-ce00-000000000000') {
    return sharePointResource;
  }
  const app = directory
    .apps()
    .find(
      (candidate) =>
        candidate.clientId === address ||
        candidate.appIdUri?.toLowerCase() === address.toLowerCase(),
    );
  if (app !== undefined) return app;
  throw new EntraError({
    error: 'invalid_resource',
    code: 500011,
    description: `The resource principal named ${address} was not found in the tenant.`,
  });
}
