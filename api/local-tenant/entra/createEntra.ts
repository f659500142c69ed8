import { answerAuthorize } from './authorizePage';
import { createAuthorizationCodes } from './authorizationCodes';
import { createDeviceCodes } from './deviceCodes';
import type { EntraDirectory } from './entraDirectory';
import {
  EntraError,
  entraErrorBody,
  invalidGrant,
  missingParameter,
  unknownClient,
} from './entraError';
import {
  consentRequired,
  createInteractionDemands,
  type InteractionDemands,
} from './interactionDemands';
import {
  graphResource,
  readScope,
  sharePointResource,
  type FirstPartyResource,
} from './requestedScope';
import type { EntraTokens, GraphCaller, KeyStore } from '../storage/entraTokens';
import { likeliestSwitches } from '../storage/switches';
import { askForConsent } from './personalConsent';
import { createSigningKeys } from './signingKeys';
import { tokenTimes, userAccessClaims } from './tokenClaims';
import { grantToken } from './tokenGrants';
import {
  issueAppToken,
  issueUserToken,
  tokenLifeSeconds,
  type EntraSwitches,
  type TokenAnswer,
  type TokenSource,
} from './tokenIssuer';

/** The sign-in half of the local tenant; a simulation of Microsoft Entra ID, never the real one. */
export interface Entra extends EntraTokens {
  /** What a host's broker gets for a signed-in person; throws EntraError when refused. */
  brokerToken(request: BrokerTokenRequest): Promise<TokenAnswer>;
  /** What getAuthToken gives in a host: our API's token, asked for by the host's own client. */
  hostToken(request: HostTokenRequest): Promise<string>;
  /** A person opens the device login page, types the code and consents to what they may consent to. */
  approveDevice(userCode: string, userId: string): void;
  readonly demands: InteractionDemands;
}

interface BrokerTokenRequest {
  readonly userId: string;
  readonly clientId: string;
  readonly scope: string;
  /** The person is there and answers whatever is asked of them. */
  readonly interactive: boolean;
}

interface HostTokenRequest {
  readonly userId: string;
  readonly hostClientId: string;
  readonly interactive: boolean;
}

export function createEntra(options: {
  directory: EntraDirectory;
  tenantId: string;
  /** The domain every tenant begins with, which names it too: `contoso.onmicrosoft.com`. */
  tenantDomain?: string;
  now: () => Date;
  keyStore: KeyStore;
  switches?: EntraSwitches;
  takeDelegation?: TokenSource['takeDelegation'];
}): Entra {
  const { directory, tenantId, now, switches = likeliestSwitches } = options;
  const takeDelegation = options.takeDelegation ?? (() => undefined);
  const keys = createSigningKeys(options.keyStore, now, switches.keyOverlapHours);
  const demands = createInteractionDemands();
  const codes = createAuthorizationCodes();
  const devices = createDeviceCodes();
  const source: TokenSource = { directory, tenantId, now, keys, demands, switches, takeDelegation };

  const person = (userId: string) => {
    const user = directory.user(userId);
    if (user === undefined) throw invalidGrant(50034, `No account ${userId} in this tenant.`);
    return user;
  };
  const client = (clientId: string) => {
    const app = directory.app(clientId);
    if (app === undefined) throw unknownClient(clientId, tenantId);
    return app;
  };
  const ownApi = () => {
    const app = directory.apps().find((candidate) => candidate.appIdUri !== undefined);
    if (app === undefined) throw new Error('No app with an App ID URI is registered.');
    return app.clientId;
  };

  const userToken: Entra['userToken'] = async (userId, wanted = {}) => {
    const audience = wanted.clientId ?? ownApi();
    const claims = userAccessClaims({
      tenantId,
      user: person(userId),
      audience,
      api: directory.app(audience),
      switches,
      actor: wanted.azp ?? audience,
      scope: wanted.scope ?? 'access_as_user',
      roles: wanted.roles ?? [...directory.appRolesOf(userId)],
      times: tokenTimes(now(), wanted.expiresInSeconds ?? tokenLifeSeconds),
    });
    return keys.sign({ ...claims, ...wanted.claims });
  };
  const brokerToken: Entra['brokerToken'] = async (request) => {
    if (request.interactive) {
      demands.settle(request.userId);
      askForConsent(source, request);
    }
    return issueUserToken(source, {
      client: client(request.clientId),
      user: person(request.userId),
      scope: `openid profile ${request.scope}`,
      withClientInfo: true,
    });
  };

  async function verify(
    bearer: string,
    resource: FirstPartyResource,
  ): Promise<GraphCaller | undefined> {
    const claims = await keys.verify(bearer);
    if (claims?.aud !== resource) return undefined;
    const clientId = String(claims['appid']);
    const scp = claims['scp'];
    if (typeof scp === 'string') {
      return {
        kind: 'delegated',
        clientId,
        userId: String(claims['oid']),
        scopes: scp.split(' '),
      };
    }
    const roles = claims['roles'];
    return {
      kind: 'app',
      clientId,
      scopes: Array.isArray(roles) ? roles.map(String) : [],
      ...(claims['appidacr'] === '2' && { hasCertificate: true }),
    };
  }

  return {
    demands,
    rollKeys: () => keys.roll(),
    userToken,
    brokerToken,
    approveDevice(userCode, userId) {
      const { clientId, scope } = devices.approve(userCode, userId);
      const { resource, scopes } = readScope(scope, directory);
      if (typeof resource === 'string' && directory.app(clientId)?.consentsAtSignIn) {
        directory.consent(clientId, userId, resource, scopes);
      }
    },
    async hostToken({ userId, hostClientId, interactive }) {
      const clientId = ownApi();
      if (directory.app(clientId)?.preAuthorizedClientIds?.includes(hostClientId) === false) {
        throw consentRequired(hostClientId);
      }
      // Refused for the reasons any request for this person and API would be.
      await brokerToken({ userId, clientId, scope: `${clientId}/access_as_user`, interactive });
      return userToken(userId, { clientId, azp: hostClientId });
    },
    async appToken(clientId, resource) {
      const answer = await issueAppToken(source, client(clientId), `${resource}/.default`);
      return answer.access_token;
    },
    verifyGraphToken: (bearer) => verify(bearer, graphResource),
    verifySharePointToken: (bearer) => verify(bearer, sharePointResource),
    async handle(request) {
      const response = await answer(request);
      const origin = request.headers.get('origin');
      // A single-page app redeems its codes itself, from its own origin.
      if (origin !== null && entraAddress(request.url)?.path === tokenPath) {
        response.headers.set('Access-Control-Allow-Origin', origin);
      }
      return response;
    },
  };

  async function answer(request: Request): Promise<Response> {
    const address = entraAddress(request.url);
    if (address === undefined) return json(404, { error: 'not_found' });
    try {
      if (!isThisTenant(address.tenant, [tenantId, options.tenantDomain]))
        throw unknownTenant(address.tenant);
      if (address.path === 'v2.0/.well-known/openid-configuration') {
        return json(200, openIdConfiguration(tenantId));
      }
      if (address.path === 'discovery/v2.0/keys') return json(200, await keys.jwks());
      if (address.path === 'oauth2/v2.0/authorize') {
        return await answerAuthorize(request, { directory, codes, demands, now: now() });
      }
      if (address.path === tokenPath && request.method === 'POST') {
        const form = new URLSearchParams(await request.text());
        const origin = request.headers.get('origin');
        return json(200, await grantToken(source, codes, devices, { form, origin }));
      }
      if (address.path === 'oauth2/v2.0/devicecode' && request.method === 'POST') {
        const form = new URLSearchParams(await request.text());
        const clientId = form.get('client_id');
        if (clientId === null) throw missingParameter('client_id');
        return json(200, devices.issue(client(clientId).clientId, form.get('scope') ?? '', now()));
      }
      return json(404, { error: 'not_found' });
    } catch (error) {
      if (!(error instanceof EntraError)) throw error;
      const correlationId = request.headers.get('client-request-id') ?? undefined;
      const { status = 400, retryAfter } = error.details;
      const refusal = json(status, entraErrorBody(error, now(), correlationId));
      if (retryAfter !== undefined) refusal.headers.set('Retry-After', String(retryAfter));
      return refusal;
    }
  }
}

const tokenPath = 'oauth2/v2.0/token';

/** The tenant segment and the rest, from the real address or from the loopback's. */
function entraAddress(url: string): { tenant: string; path: string } | undefined {
  const { pathname } = new URL(url);
  const path = pathname.replace(/^\/login\.microsoftonline\.com(?=\/)/, '');
  const [, tenant, ...rest] = path.split('/');
  if (tenant === undefined || tenant === '') return undefined;
  return { tenant, path: rest.join('/') };
}

function isThisTenant(segment: string, names: readonly (string | undefined)[]): boolean {
  return [...names, 'common', 'organizations'].includes(segment.toLowerCase());
}

const unknownTenant = (segment: string) =>
  new EntraError({
    error: 'invalid_request',
    code: 90002,
    description: `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  });

function openIdConfiguration(tenantId: string) {
  const address = `https://login.microsoftonline.com/${tenantId}`;
  return {
    issuer: `${address}/v2.0`,
    authorization_endpoint: `${address}/oauth2/v2.0/authorize`,
    token_endpoint: `${address}/oauth2/v2.0/token`,
    jwks_uri: `${address}/discovery/v2.0/keys`,
    end_session_endpoint: `${address}/oauth2/v2.0/logout`,
    response_modes_supported: ['query', 'fragment'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
  };
}

function json(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
