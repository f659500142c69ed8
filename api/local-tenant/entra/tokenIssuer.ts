import type { TenantSwitches } from '../storage/switches';
import type { EntraApp, EntraDirectory, EntraUser } from './entraDirectory';
import { EntraError, invalidGrant } from './entraError';
import { consentRequired, type InteractionDemands } from './interactionDemands';
import {
  fullScopes,
  graphResource,
  readScope,
  sharePointResource,
  type FirstPartyResource,
  type RequestedScope,
} from './requestedScope';
import type { SigningKeys } from './signingKeys';
import {
  appAccessClaims,
  clientInfo,
  firstPartyAppClaims,
  firstPartyUserClaims,
  idTokenClaims,
  tokenTimes,
  userAccessClaims,
  type ClientProofKind,
} from './tokenClaims';

export const tokenLifeSeconds = 3599;
const refreshTokenLifeSeconds = 90 * 24 * 60 * 60;

export interface TokenAnswer {
  readonly token_type: 'Bearer';
  readonly scope?: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly client_info?: string;
}

export type EntraSwitches = Pick<
  TenantSwitches,
  'withdrawnConsent' | 'userConsent' | 'keyOverlapHours' | 'version1Audience'
>;

export interface TokenSource {
  readonly directory: EntraDirectory;
  readonly tenantId: string;
  readonly now: () => Date;
  readonly keys: SigningKeys;
  readonly demands: InteractionDemands;
  readonly switches: EntraSwitches;
  /** Counts a delegation token asked for a person; the seconds to wait, when it is one too many. */
  readonly takeDelegation: (userId: string) => number | undefined;
}

/** The answer to an app that asks for itself, with `<resource>/.default`. */
export async function issueAppToken(
  source: TokenSource,
  client: EntraApp,
  scope: string,
  provedBy: ClientProofKind = 'secret',
): Promise<TokenAnswer> {
  const hasConsent = source.directory.hasConsent(client.clientId);
  if (!hasConsent && source.switches.withdrawnConsent === 'refused') {
    throw new EntraError({
      error: 'unauthorized_client',
      code: 7000229,
      description: `The client application ${client.clientId} is missing service principal in the tenant ${source.tenantId}.`,
    });
  }
  const requested = readScope(scope, source.directory);
  if (requested.scopes.length !== 1 || requested.scopes[0] !== '.default') {
    throw new EntraError({
      error: 'invalid_scope',
      code: 1002012,
      description: `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    });
  }
  const { tenantId } = source;
  const times = tokenTimes(source.now(), tokenLifeSeconds);
  const claims =
    typeof requested.resource === 'string'
      ? firstPartyAppClaims({
          tenantId,
          client,
          resource: requested.resource,
          permissions: hasConsent ? permissionsOf(client, requested.resource).application : [],
          provedBy,
          times,
        })
      : appAccessClaims({
          tenantId,
          client,
          audience: requested.resource.clientId,
          roles: [],
          times,
        });
  return {
    token_type: 'Bearer',
    expires_in: tokenLifeSeconds,
    ext_expires_in: tokenLifeSeconds,
    access_token: await source.keys.sign(claims),
  };
}

/** The answer to an app that asks for a person: their access token, and the ID token when asked for. */
export async function issueUserToken(
  source: TokenSource,
  request: {
    client: EntraApp;
    user: EntraUser;
    scope: string;
    withClientInfo: boolean;
    nonce?: string | undefined;
  },
): Promise<TokenAnswer> {
  const { client, user } = request;
  const { tenantId } = source;
  if (!user.accountEnabled) throw invalidGrant(50057, 'The user account is disabled.');
  if (!source.directory.hasConsent(client.clientId)) throw consentRequired(client.clientId);
  const requested = readScope(request.scope, source.directory);
  if (client.isFirstParty && requested.resource === sharePointResource) {
    throw new EntraError({
      error: 'invalid_request',
      code: 65002,
      description: `Consent between first party application '${client.clientId}' and first party resource '00000003-0000-0ff1-ce00-000000000000' must be configured via preauthorization - applications owned and operated by Microsoft must get approval from the API owner before requesting tokens for that API.`,
    });
  }
  source.demands.refuse({
    userId: user.id,
    clientId: client.clientId,
    scopes: requested.scopes,
  });
  const granted = grantedScopes(source, client, user, requested);
  const times = tokenTimes(source.now(), tokenLifeSeconds);
  const access =
    typeof requested.resource === 'string'
      ? firstPartyUserClaims({
          ...{ tenantId, client, user, times },
          resource: requested.resource,
          scopes: granted,
        })
      : userAccessClaims({
          tenantId,
          user,
          audience: requested.resource.clientId,
          api: requested.resource,
          switches: source.switches,
          actor: client.clientId,
          scope: granted.join(' '),
          roles: source.directory.appRolesOf(user.id),
          times,
        });
  const id = idTokenClaims({
    tenantId,
    clientId: client.clientId,
    user,
    roles: source.directory.appRolesOf(user.id),
    nonce: request.nonce,
    times,
  });
  const asked = new Set(requested.openId);
  return {
    token_type: 'Bearer',
    scope: fullScopes(requested, granted),
    expires_in: tokenLifeSeconds,
    ext_expires_in: tokenLifeSeconds,
    access_token: await source.keys.sign(access),
    ...(asked.has('openid') ? { id_token: await source.keys.sign(id) } : {}),
    ...(asked.has('offline_access')
      ? { refresh_token: await refreshToken(source, client, user, request.scope) }
      : {}),
    ...(request.withClientInfo ? { client_info: clientInfo(user.id, tenantId) } : {}),
  };
}

/** Refresh tokens are self-contained, so they outlive a restart; no API accepts their audience. */
function refreshToken(source: TokenSource, client: EntraApp, user: EntraUser, scope: string) {
  return source.keys.sign({
    ...tokenTimes(source.now(), refreshTokenLifeSeconds),
    aud: 'refresh',
    client_id: client.clientId,
    oid: user.id,
    scope,
  });
}

/** What an administrator consented to for an app at one of Microsoft's own resources. */
export function permissionsOf(client: EntraApp, resource: FirstPartyResource) {
  if (resource !== graphResource) {
    return client.grantedSharePointPermissions ?? { application: [], delegated: [] };
  }
  return {
    application: client.grantedApplicationPermissions,
    delegated: client.grantedDelegatedPermissions ?? ['User.Read'],
  };
}

function grantedScopes(
  source: TokenSource,
  client: EntraApp,
  user: EntraUser,
  requested: RequestedScope,
): readonly string[] {
  if (typeof requested.resource !== 'string') {
    const exposed = requested.resource.exposedScopes ?? ['access_as_user'];
    const asked = requested.scopes.filter((scope) => scope !== '.default');
    const unknown = asked.find((scope) => !exposed.includes(scope));
    if (unknown === undefined) return asked.length === 0 ? exposed : asked;
    throw new EntraError({
      error: 'invalid_scope',
      code: 70011,
      description: `The provided request must include a 'scope' input parameter. The scope ${unknown} is not valid.`,
    });
  }
  const granted = [
    ...permissionsOf(client, requested.resource).delegated,
    ...source.directory.consentedScopes(client.clientId, user.id, requested.resource),
  ];
  const [first] = requested.scopes;
  if (first === undefined || first === '.default') return granted;
  if (requested.scopes.every((scope) => granted.includes(scope))) return requested.scopes;
  throw consentRequired(client.clientId);
}
