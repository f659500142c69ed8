import { createHash, timingSafeEqual } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { anyClient, confidentialClient } from './clientAuthentication';
import type { AuthorizationCodes } from './authorizationCodes';
import type { DeviceCodes } from './deviceCodes';
import type { EntraApp } from './entraDirectory';
import { EntraError, invalidGrant, missingParameter } from './entraError';
import { issueAppToken, issueUserToken, type TokenAnswer, type TokenSource } from './tokenIssuer';

/** Its name in RFC 8628, and the older one that msal-node sends. */
const deviceCodeGrants = ['urn:ietf:params:oauth:grant-type:device_code', 'device_code'];
const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

interface TokenRequest {
  readonly form: URLSearchParams;
  /** Where the page is that asks; null for a program. */
  readonly origin: string | null;
}

/** Answers one POST to the token endpoint, or throws the refusal. */
export async function grantToken(
  source: TokenSource,
  codes: AuthorizationCodes,
  devices: DeviceCodes,
  { form, origin }: TokenRequest,
): Promise<TokenAnswer> {
  const grant = required(form, 'grant_type');
  const proof = { directory: source.directory, tenantId: source.tenantId, now: source.now() };
  if (grant === 'client_credentials') {
    const client = await confidentialClient(form, proof);
    const provedBy = form.has('client_assertion') ? 'certificate' : 'secret';
    return issueAppToken(source, client, required(form, 'scope'), provedBy);
  }
  if (grant === onBehalfOf) {
    return grantOnBehalfOf(source, await confidentialClient(form, proof), form);
  }
  if (grant === 'authorization_code') {
    return grantForCode(source, codes, await anyClient(form, proof), { form, origin });
  }
  if (deviceCodeGrants.includes(grant)) {
    const client = await anyClient(form, proof);
    const device = devices.redeem(required(form, 'device_code'), client.clientId, proof.now);
    return issueUserToken(source, {
      client,
      user: personOf(source, { oid: device.userId }),
      scope: device.scope,
      withClientInfo: form.get('client_info') === '1',
    });
  }
  if (grant === 'refresh_token') {
    return grantForRefreshToken(source, await anyClient(form, proof), form);
  }
  throw new EntraError({
    error: 'unsupported_grant_type',
    code: 70003,
    description: `The app requested an unsupported grant type '${grant}'.`,
  });
}

async function grantOnBehalfOf(source: TokenSource, client: EntraApp, form: URLSearchParams) {
  if (form.get('requested_token_use') !== 'on_behalf_of') {
    throw missingParameter('requested_token_use');
  }
  const claims = await source.keys.verify(required(form, 'assertion'));
  if (claims === undefined) {
    throw invalidGrant(50013, 'Assertion failed signature validation or has expired.');
  }
  if (claims.aud !== client.clientId) {
    throw invalidGrant(
      500131,
      `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${String(claims.aud)}' and the expected audience is '${client.clientId}'.`,
    );
  }
  if (typeof claims['scp'] !== 'string') {
    throw invalidGrant(50013, 'The assertion carries no delegated permission.');
  }
  const user = personOf(source, claims);
  const retryAfter = source.takeDelegation(user.id);
  if (retryAfter !== undefined) {
    throw new EntraError({
      error: 'temporarily_unavailable',
      code: 90055,
      description: 'Too many delegation tokens were requested for this person.',
      status: 429,
      retryAfter,
    });
  }
  return issueUserToken(source, {
    client,
    user,
    scope: required(form, 'scope'),
    withClientInfo: form.get('client_info') === '1',
  });
}

async function grantForCode(
  source: TokenSource,
  codes: AuthorizationCodes,
  client: EntraApp,
  { form, origin }: TokenRequest,
) {
  const code = codes.redeem(required(form, 'code'), source.now());
  if (code?.clientId !== client.clientId) {
    throw invalidGrant(70008, 'The provided authorization code is expired or was redeemed before.');
  }
  if (code.redirectUri !== form.get('redirect_uri')) {
    throw invalidGrant(50011, 'The redirect URI does not match the one of the sign-in request.');
  }
  if (origin !== null && new URL(code.redirectUri).origin !== origin) {
    throw new EntraError({
      error: 'invalid_request',
      code: 9002326,
      description: `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
    });
  }
  if (!provesChallenge(code.codeChallenge, form.get('code_verifier'))) {
    throw invalidGrant(501481, 'The Code_Verifier does not match the code_challenge.');
  }
  const user = source.directory.user(code.userId);
  if (user === undefined) throw invalidGrant(50034, 'The user account does not exist.');
  return issueUserToken(source, {
    client,
    user,
    scope: form.get('scope') ?? code.scope,
    nonce: code.nonce,
    withClientInfo: form.get('client_info') === '1',
  });
}

async function grantForRefreshToken(source: TokenSource, client: EntraApp, form: URLSearchParams) {
  const claims = await source.keys.verify(required(form, 'refresh_token'));
  if (claims?.aud !== 'refresh' || claims['client_id'] !== client.clientId) {
    throw invalidGrant(700082, 'The refresh token has expired or belongs to another client.');
  }
  return issueUserToken(source, {
    client,
    user: personOf(source, claims),
    scope: form.get('scope') ?? String(claims['scope']),
    withClientInfo: form.get('client_info') === '1',
  });
}

function personOf(source: TokenSource, claims: JWTPayload) {
  const userId = claims['oid'];
  const user = typeof userId === 'string' ? source.directory.user(userId) : undefined;
  if (user === undefined) throw invalidGrant(50034, 'The user account does not exist.');
  return user;
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') throw missingParameter(name);
  return value;
}

function provesChallenge(challenge: string | undefined, verifier: string | null): boolean {
  if (challenge === undefined) return verifier === null;
  if (verifier === null) return false;
  const proof = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  const expected = Buffer.from(challenge);
  return proof.length === expected.length && timingSafeEqual(proof, expected);
}
