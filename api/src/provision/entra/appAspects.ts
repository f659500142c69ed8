import { hostClientIds } from '../../auth/accessTokens';
import type { RegisteredApp, ServicePrincipal } from './registeredApp';
import {
  accessScope,
  applicationPermissions,
  appRoles,
  delegatedPermissions,
  graphClientId,
} from './wantedApp';

/** One thing the registration has to have. What somebody added besides stays as it is. */
interface AppAspect {
  readonly what: string;
  readonly why: string;
  readonly isMet: (app: RegisteredApp) => boolean;
  /** What is written for it, made from the registration as it is at that moment. */
  readonly body: (app: RegisteredApp) => Record<string, unknown>;
}

/** Everything the registration needs for a domain, in the order in which it can be written. */
export function appAspects(domain: string, graph: ServicePrincipal): readonly AppAspect[] {
  const uriOf = (app: RegisteredApp) => `api://${domain}/${app.appId}`;
  const redirects = [`brk-multihub://${domain}`, `https://${domain}/pane/sign-in.html`];
  const access = graphAccess(graph);
  const mine = (app: RegisteredApp) =>
    app.api.oauth2PermissionScopes.find(({ value }) => value === accessScope.value);
  return [
    {
      what: `Name the API api://${domain}/<client id>`,
      why: 'Teams gives a tab a token only for an address that begins with the domain it is served from.',
      isMet: (app) => app.identifierUris.includes(uriOf(app)),
      body: (app) => ({ identifierUris: [...app.identifierUris, uriOf(app)] }),
    },
    {
      what: `Expose the scope ${accessScope.value}, with tokens of version 2`,
      why: 'The API takes no other tokens: they name the tenant, the person and the app that asks.',
      isMet: (app) => app.api.requestedAccessTokenVersion === 2 && mine(app) !== undefined,
      body: (app) => ({
        api: {
          ...app.api,
          requestedAccessTokenVersion: 2,
          oauth2PermissionScopes: [
            ...app.api.oauth2PermissionScopes,
            ...(mine(app) ? [] : [accessScope]),
          ],
        },
      }),
    },
    {
      what: 'Let Teams, Outlook and Microsoft 365 ask for that scope without a question to people',
      why: 'They ask for the token of whoever opens Last Mile in them; no other client may.',
      isMet: (app) => missingHosts(app, mine(app)?.id).length === 0,
      body: (app) => ({
        api: { ...app.api, preAuthorizedApplications: withHosts(app, mine(app)?.id) },
      }),
    },
    {
      what: `Add the app roles ${appRoles.map(({ value }) => value).join(', ')}`,
      why: 'Who runs programmes, reads their figures or sees to personal data is decided by them.',
      isMet: (app) => missingRoles(app).length === 0,
      body: (app) => ({ appRoles: [...app.appRoles, ...missingRoles(app)] }),
    },
    {
      what: `Take sign-ins from ${redirects.join(' and ')}`,
      why: 'Nested app authentication in Teams and Outlook comes from the first address; an Outlook without it signs people in on the page at the second.',
      isMet: (app) => missingRedirects(redirects, app).length === 0,
      body: (app) => ({
        spa: { redirectUris: [...app.spa.redirectUris, ...missingRedirects(redirects, app)] },
      }),
    },
    {
      what: `Ask for ${[...applicationPermissions, ...delegatedPermissions].join(', ')}`,
      why: 'They are listed with what each is for in docs/permissions.md; none holds before consent.',
      isMet: (app) => access.every(({ id }) => asked(app).some((each) => each.id === id)),
      body: (app) => ({ requiredResourceAccess: withAccess(app, access) }),
    },
  ];
}

const missingRedirects = (redirects: readonly string[], { spa }: RegisteredApp) =>
  redirects.filter((each) => !spa.redirectUris.includes(each));

function missingHosts(app: RegisteredApp, scopeId: string | undefined): readonly string[] {
  return hostClientIds.filter(
    (host) =>
      !app.api.preAuthorizedApplications.some(
        ({ appId, delegatedPermissionIds }) =>
          appId === host && delegatedPermissionIds.some((id) => id === scopeId),
      ),
  );
}

function withHosts(app: RegisteredApp, scopeId: string = accessScope.id) {
  const missing = missingHosts(app, scopeId);
  const known = app.api.preAuthorizedApplications;
  return [
    ...known.map((each) =>
      missing.includes(each.appId)
        ? { ...each, delegatedPermissionIds: [...each.delegatedPermissionIds, scopeId] }
        : each,
    ),
    ...missing
      .filter((appId) => !known.some((each) => each.appId === appId))
      .map((appId) => ({ appId, delegatedPermissionIds: [scopeId] })),
  ];
}

const missingRoles = (app: RegisteredApp) =>
  appRoles.filter((role) => !app.appRoles.some(({ value }) => value === role.value));

const asked = (app: RegisteredApp) =>
  app.requiredResourceAccess.find(({ resourceAppId }) => resourceAppId === graphClientId)
    ?.resourceAccess ?? [];

function withAccess(app: RegisteredApp, access: ReturnType<typeof graphAccess>) {
  const had = asked(app);
  const missing = access.filter(({ id }) => !had.some((each) => each.id === id));
  return [
    ...app.requiredResourceAccess.filter(({ resourceAppId }) => resourceAppId !== graphClientId),
    { resourceAppId: graphClientId, resourceAccess: [...had, ...missing] },
  ];
}

/** The permissions by the ids they have in this tenant's Graph. */
function graphAccess(graph: ServicePrincipal) {
  return [
    ...applicationPermissions.map((name) => ({ id: idIn(graph.appRoles, name), type: 'Role' })),
    ...delegatedPermissions.map((name) => ({
      id: idIn(graph.oauth2PermissionScopes, name),
      type: 'Scope',
    })),
  ];
}

export function idIn(permissions: ServicePrincipal['appRoles'], name: string): string {
  const found = permissions.find(({ value }) => value === name);
  if (!found) throw new Error(`Microsoft Graph knows no permission ${name} in this tenant.`);
  return found.id;
}
