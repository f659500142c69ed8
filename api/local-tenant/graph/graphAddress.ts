import type { TenantState } from '../storage/tenantState';
import { badRequest, GraphFailure, itemNotFound } from './graphFailure';
import { graphRoutes, type GraphRoute } from './routes';

export interface FoundRoute {
  readonly route: GraphRoute;
  readonly at: Readonly<Record<string, string>>;
}

/** Finds what an address names, sites by path included (`/sites/{host}:/sites/{name}:/lists`). */
export function findRoute(method: string, pathname: string, state: TenantState): FoundRoute {
  const segments = resolveSitePath(readSegments(pathname), state);
  const matches = graphRoutes.flatMap((route) => {
    const at = match(route.path, segments);
    return at ? [{ route, at }] : [];
  });
  if (matches.length === 0) {
    throw badRequest(`Resource not found for the segment '${segments.at(-1) ?? ''}'.`);
  }
  // `/items/delta` fits `/items/{item}` too; the address with fewer ids is the one that is meant.
  const mostLiteral = Math.min(...matches.map(({ at }) => Object.keys(at).length));
  const meant = matches.filter(({ at }) => Object.keys(at).length === mostLiteral);
  const found = meant.find(({ route }) => route.method === method);
  if (!found) {
    throw new GraphFailure(
      405,
      'notAllowed',
      `The HTTP method '${method}' is not allowed for this address.`,
      { headers: { Allow: meant.map(({ route }) => route.method).join(', ') } },
    );
  }
  return found;
}

function readSegments(pathname: string): string[] {
  const [root, version, ...encoded] = pathname.split('/');
  // Of beta only the reports are here, for their JSON exists nowhere else.
  const isKnown = version === 'v1.0' || (version === 'beta' && encoded[0] === 'copilot');
  if (root !== '' || !isKnown) {
    throw badRequest(`Invalid version: ${version ?? ''}`);
  }
  if (encoded.at(-1) === '') encoded.pop();
  return encoded.flatMap((segment) => {
    try {
      return withKeyApart(decodeURIComponent(segment));
    } catch {
      throw badRequest(`The request URI is not valid: '${segment}'.`);
    }
  });
}

/** `applications(uniqueName='…')` and `federatedIdentityCredentials(name='…')` name one by another key than its id. */
function withKeyApart(segment: string): string[] {
  const [, collection, key] =
    /^(applications|servicePrincipals|federatedIdentityCredentials)(\(.+\))$/.exec(segment) ?? [];
  return collection === undefined || key === undefined ? [segment] : [collection, key];
}

function resolveSitePath(segments: readonly string[], state: TenantState): readonly string[] {
  const host = segments[1];
  if (segments[0] !== 'sites' || host === undefined) return segments;
  if (host === 'root') {
    return ['sites', siteIdAt(state, undefined, '/'), ...segments.slice(2)];
  }
  if (!host.endsWith(':')) {
    // A bare host name is the root site of that host.
    const known = [...state.sites.values()].find(
      (site) => site.hostname === host && site.path === '/',
    );
    return known ? ['sites', known.id, ...segments.slice(2)] : segments;
  }
  const rest = segments.slice(2);
  const end = rest.findIndex((segment) => segment.endsWith(':'));
  const inPath = end === -1 ? rest : rest.slice(0, end + 1);
  const path = `/${inPath.join('/').replace(/:$/, '')}`;
  return [
    'sites',
    siteIdAt(state, host.slice(0, -1), path),
    ...(end === -1 ? [] : rest.slice(end + 1)),
  ];
}

function siteIdAt(state: TenantState, hostname: string | undefined, path: string): string {
  const site = [...state.sites.values()].find(
    (known) =>
      (hostname === undefined || known.hostname === hostname.toLowerCase()) &&
      known.path.toLowerCase() === path.toLowerCase(),
  );
  if (!site) throw itemNotFound('Requested site could not be found');
  return site.id;
}

function match(
  path: string,
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const wanted = path.slice(1).split('/');
  if (wanted.length !== segments.length) return undefined;
  const at: Record<string, string> = {};
  for (const [position, part] of wanted.entries()) {
    const segment = segments[position] ?? '';
    if (part.startsWith('{')) {
      if (segment === '') return undefined;
      at[part.slice(1, -1)] = segment;
    } else if (part !== segment) return undefined;
  }
  return at;
}
