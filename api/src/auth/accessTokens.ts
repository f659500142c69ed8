import { hash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload } from 'jose';
import { roles as knownRoles, type Role, type User } from '@last-mile/shared/user';
import type { Send } from '../graph/send';
import { createBoundedMap } from '../http/boundedMap';
import { Unauthenticated, Unavailable } from '../http/refusals';

/** The client ids of Microsoft's hosts that may ask for our token (contracts D). */
export const hostClientIds = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264', // Teams desktop and mobile
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', // Teams web
  '4765445b-32c6-49b0-83e6-1d93765276ca', // Microsoft 365 web
  '0ec893e0-5785-4de6-99da-4ed124e5296c', // Microsoft 365 desktop
  'd3590ed6-52b3-4102-aeff-aad2292ab01c', // Outlook desktop
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3', // Outlook web
  '27922004-5251-4030-b22d-91ecd9a37ea4', // Outlook mobile
  'ea5a67f6-b6f3-4338-b240-c655ddc3cc8e', // Office as a whole
] as const;

const scope = 'access_as_user';
const clockSkewSeconds = 300;
const rememberedForMs = 5 * 60_000;
const keysHoldForMs = 12 * 60 * 60_000;

export interface AccessTokenRules {
  readonly tenantId: string;
  readonly clientId: string;
  /** Least time between two looks at Entra's keys when a token names an unknown one. */
  readonly keyCooldownMs?: number;
}

/**
 * Tells whose access token this is, by contracts D and nothing less; throws {@link Unauthenticated}
 * with a stable code otherwise. A verified token is remembered by its digest for at most five
 * minutes and never past its expiry, so that a signature is checked once and not on each request.
 * `onVerified` hears of each that was verified anew.
 */
export function createAccessTokens(
  rules: AccessTokenRules,
  send: Send,
  now: () => number,
  onVerified: (user: User, issuedAt: Date) => Promise<void> = () => Promise.resolve(),
) {
  const remembered = createBoundedMap<string, { user: User; until: number }>(10_000);
  const keys = createRemoteJWKSet(
    new URL(`https://login.microsoftonline.com/${rules.tenantId}/discovery/v2.0/keys`),
    {
      cooldownDuration: rules.keyCooldownMs ?? 30_000,
      // A new key is looked for when a token names it; this is for keys that Entra withdrew.
      cacheMaxAge: keysHoldForMs,
      [customFetch]: (url, init) => send(new Request(url, init)),
    },
  );

  async function verified(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        clockTolerance: clockSkewSeconds,
        currentDate: new Date(now()),
        requiredClaims: ['exp', 'nbf', 'iss', 'aud'],
      });
      return payload;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  return async function userOf(authorization: string | undefined): Promise<User> {
    const token = bearer(authorization);
    const digest = hash('sha256', token, 'base64');
    const known = remembered.get(digest);
    if (known && known.until > now()) return known.user;

    const payload = await verified(token);
    const user = checked(payload, rules);
    const expiresAt = (payload.exp ?? 0) * 1000;
    await onVerified(user, new Date((payload.iat ?? payload.nbf ?? 0) * 1000));
    remembered.set(digest, { user, until: Math.min(now() + rememberedForMs, expiresAt) });
    return user;
  };
}

function bearer(authorization: string | undefined): string {
  const match = /^Bearer +([^\s]+)$/i.exec(authorization ?? '');
  if (!match?.[1]) throw new Unauthenticated('token_missing');
  return match[1];
}

/** What is wrong with the claims, in the order a person would look: kind, tenant, issuer, audience. */
function checked(claims: JWTPayload, rules: AccessTokenRules): User {
  const require = (holds: boolean, code: string) => {
    if (!holds) throw new Unauthenticated(code);
  };
  require(claims['ver'] === '2.0', 'token_wrong_version');
  require(claims['tid'] === rules.tenantId, 'token_unknown_tenant');
  require(claims.iss ===
    `https://login.microsoftonline.com/${rules.tenantId}/v2.0`, 'token_wrong_issuer');
  require(claims.aud === rules.clientId, 'token_wrong_audience');
  require(words(claims['scp']).includes(scope), 'token_missing_scope');
  require(isListedClient(claims['azp'], rules.clientId), 'token_unlisted_client');
  const userId = claims['oid'];
  if (typeof userId !== 'string' || userId === '') {
    throw new Unauthenticated('token_missing_object_id');
  }
  return { tenantId: rules.tenantId, userId, roles: rolesIn(claims['roles']) };
}

const words = (claim: unknown) => (typeof claim === 'string' ? claim.split(' ') : []);

function isListedClient(azp: unknown, clientId: string) {
  return azp === clientId || hostClientIds.some((host) => host === azp);
}

function rolesIn(claim: unknown): Role[] {
  const held = Array.isArray(claim) ? claim : [];
  return knownRoles.filter((role) => held.includes(role));
}

/** jose's errors as our codes; keys that cannot be had are Entra's outage, not the caller's fault. */
function refusalOf(error: unknown): Error {
  if (error instanceof errors.JWTExpired) return new Unauthenticated('token_expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const early = error.claim === 'nbf' && error.reason === 'check_failed';
    return new Unauthenticated(early ? 'token_not_yet_valid' : 'token_malformed');
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return new Unauthenticated('token_bad_algorithm');
  if (error instanceof errors.JWKSNoMatchingKey) return new Unauthenticated('token_unknown_key');
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return new Unauthenticated('token_bad_signature');
  }
  if (
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JOSENotSupported
  ) {
    return new Unauthenticated('token_malformed');
  }
  return new Unavailable('signInUnavailable', { cause: error });
}
