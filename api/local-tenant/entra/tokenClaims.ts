import { createHash, randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { EntraApp, EntraUser } from './entraDirectory';
import type { TenantSwitches } from '../storage/switches';
import type { FirstPartyResource } from './requestedScope';

/** Claims of every token, from the moment it is made. */
export interface TokenTimes {
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
}

export function tokenTimes(now: Date, expiresInSeconds: number): TokenTimes {
  const iat = Math.floor(now.getTime() / 1000);
  return { iat, nbf: iat, exp: iat + expiresInSeconds };
}

/** An access token for one of the tenant's own APIs, on a person's behalf, in the version it asks for. */
export function userAccessClaims(options: {
  tenantId: string;
  user: EntraUser;
  audience: string;
  /** The API's registration, where it is known. */
  api?: EntraApp | undefined;
  switches: Pick<TenantSwitches, 'version1Audience'>;
  actor: string;
  scope: string;
  roles: readonly string[];
  times: TokenTimes;
}): JWTPayload {
  const { tenantId, user, audience, api, roles } = options;
  const isOld = api?.accessTokenVersion === 1;
  return {
    ...(isOld
      ? {
          aud:
            options.switches.version1Audience === 'clientId'
              ? audience
              : (api.appIdUri ?? audience),
          iss: `https://sts.windows.net/${tenantId}/`,
          appid: options.actor,
          appidacr: '0',
          upn: user.userPrincipalName,
          unique_name: user.userPrincipalName,
        }
      : {
          aud: audience,
          iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
          azp: options.actor,
          azpacr: '0',
          preferred_username: user.userPrincipalName,
        }),
    ...options.times,
    name: user.displayName,
    oid: user.id,
    ...(roles.length > 0 ? { roles: [...roles] } : {}),
    scp: options.scope,
    sub: pairwiseSubject(user.id, audience),
    tid: tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: isOld ? '1.0' : '2.0',
  };
}

/** A v2 access token an app has for an API by itself: roles, and no `scp`. */
export function appAccessClaims(options: {
  tenantId: string;
  client: EntraApp;
  audience: string;
  roles: readonly string[];
  times: TokenTimes;
}): JWTPayload {
  const principal = servicePrincipalId(options.client.clientId);
  return {
    aud: options.audience,
    iss: `https://login.microsoftonline.com/${options.tenantId}/v2.0`,
    ...options.times,
    azp: options.client.clientId,
    azpacr: '1',
    oid: principal,
    ...(options.roles.length > 0 ? { roles: [...options.roles] } : {}),
    sub: principal,
    tid: options.tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  };
}

/** How an app proved itself, as a v1 token tells it. */
export type ClientProofKind = 'secret' | 'certificate';

/** Graph and SharePoint are first-party resources with v1 tokens: another issuer, the actor in `appid`. */
export function firstPartyAppClaims(options: {
  tenantId: string;
  client: EntraApp;
  resource: FirstPartyResource;
  permissions: readonly string[];
  provedBy: ClientProofKind;
  times: TokenTimes;
}): JWTPayload {
  const principal = servicePrincipalId(options.client.clientId);
  return {
    aud: options.resource,
    iss: `https://sts.windows.net/${options.tenantId}/`,
    ...options.times,
    app_displayname: options.client.displayName,
    appid: options.client.clientId,
    appidacr: options.provedBy === 'certificate' ? '2' : '1',
    idtyp: 'app',
    oid: principal,
    roles: [...options.permissions],
    sub: principal,
    tid: options.tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: '1.0',
  };
}

/** A token of Graph or SharePoint on a person's behalf. */
export function firstPartyUserClaims(options: {
  tenantId: string;
  resource: FirstPartyResource;
  client: EntraApp;
  user: EntraUser;
  scopes: readonly string[];
  times: TokenTimes;
}): JWTPayload {
  const { user } = options;
  return {
    aud: options.resource,
    iss: `https://sts.windows.net/${options.tenantId}/`,
    ...options.times,
    app_displayname: options.client.displayName,
    appid: options.client.clientId,
    appidacr: '1',
    idtyp: 'user',
    name: user.displayName,
    oid: user.id,
    scp: options.scopes.join(' '),
    sub: pairwiseSubject(user.id, options.resource),
    tid: options.tenantId,
    unique_name: user.userPrincipalName,
    upn: user.userPrincipalName,
    uti: randomBytes(16).toString('base64url'),
    ver: '1.0',
  };
}

/** The ID token says who signed in to `clientId`; it is never an access token. */
export function idTokenClaims(options: {
  tenantId: string;
  clientId: string;
  user: EntraUser;
  roles: readonly string[];
  nonce?: string | undefined;
  times: TokenTimes;
}): JWTPayload {
  const { user } = options;
  return {
    aud: options.clientId,
    iss: `https://login.microsoftonline.com/${options.tenantId}/v2.0`,
    ...options.times,
    name: user.displayName,
    ...(options.nonce === undefined ? {} : { nonce: options.nonce }),
    oid: user.id,
    preferred_username: user.userPrincipalName,
    ...(options.roles.length > 0 ? { roles: [...options.roles] } : {}),
    sub: pairwiseSubject(user.id, options.clientId),
    tid: options.tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  };
}

/** `client_info`, by which MSAL names the account. */
export function clientInfo(userId: string, tenantId: string): string {
  return Buffer.from(JSON.stringify({ uid: userId, utid: tenantId })).toString('base64url');
}

/** A person's `sub` differs from app to app, so nobody can key people by it across apps. */
function pairwiseSubject(userId: string, audience: string): string {
  return createHash('sha256').update(`${audience}|${userId}`).digest('base64url');
}

/** The object id of an app's service principal: stable, and unlike its client id. */
function servicePrincipalId(clientId: string): string {
  const hex = createHash('sha256').update(`service principal|${clientId}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
