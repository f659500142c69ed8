import { EntraError } from '../entra/entraError';
import type { TokenAnswer } from '../entra/tokenIssuer';
import type { DirectoryUser } from '../storage/directory';
import type { HostTenant } from './hostTenant';

/** What a page's script asks the host's broker for. */
export interface BrokerRequest {
  readonly clientId: string;
  readonly scope: string;
  readonly interactive: boolean;
  /** A claims challenge as the client passed it on. */
  readonly claims?: string;
}

/** Teams on the web, which asks for itself when an app calls getAuthToken (contracts D). */
const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** `getAuthToken` is no app's request: the scope and the client are the host's. */
const hostScope = 'host';

/** The answer in the shape the nested-app-auth bridge hands to msal-browser. */
export type BrokerAnswer =
  | { readonly success: true; readonly token: object; readonly account: object }
  | {
      readonly success: false;
      readonly error: { status: string; code: string; subError: string; description: string };
    };

export function readBrokerRequest(body: unknown): BrokerRequest | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { clientId, scope, interactive, claims } = body as Record<string, unknown>;
  if (typeof clientId !== 'string' || typeof scope !== 'string') return undefined;
  return {
    clientId,
    scope,
    interactive: interactive === true,
    ...(typeof claims === 'string' ? { claims } : {}),
  };
}

/** Gives a token to the person the page is signed in as, or says what the bridge would say. */
export async function brokerToken(
  tenant: HostTenant,
  person: DirectoryUser,
  request: BrokerRequest,
): Promise<BrokerAnswer> {
  try {
    if (asksForStepUp(request.claims) && !request.interactive) throw stepUpRequired;
    if (request.scope === hostScope) {
      const { interactive } = request;
      const asked = { userId: person.id, hostClientId: teamsWebClientId, interactive };
      const access_token = await tenant.entra.hostToken(asked);
      return { success: true, token: { access_token }, account: toAccount(tenant, person) };
    }
    const answer = await tenant.entra.brokerToken({ ...request, userId: person.id });
    return { success: true, token: toBridgeToken(answer), account: toAccount(tenant, person) };
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    return { success: false, error: toBridgeError(error) };
  }
}

/** `authContext` step-up: the person must be asked; the standing CP1 capability must not. */
function asksForStepUp(claims: string | undefined): boolean {
  return claims?.includes('"acrs"') ?? false;
}

const stepUpRequired = new EntraError({
  error: 'interaction_required',
  code: 50076,
  suberror: 'basic_action',
  description: 'The resource asks for stronger proof of who you are.',
});

function toBridgeToken(answer: TokenAnswer): object {
  return {
    access_token: answer.access_token,
    id_token: answer.id_token,
    expires_in: answer.expires_in,
    scope: answer.scope,
    properties: null,
  };
}

/** The account as msal-browser keys it. */
function toAccount(tenant: HostTenant, person: DirectoryUser): object {
  return {
    homeAccountId: `${person.id}.${tenant.tenantId}`,
    environment: 'login.microsoftonline.com',
    tenantId: tenant.tenantId,
    username: person.userPrincipalName,
    localAccountId: person.id,
    name: person.displayName,
  };
}

function toBridgeError(error: EntraError) {
  const { details } = error;
  const asksPerson = details.error === 'interaction_required' || details.suberror !== undefined;
  return {
    status: asksPerson ? 'USER_INTERACTION_REQUIRED' : 'PERSISTENT_ERROR',
    code: details.error,
    subError: details.suberror ?? '',
    description: error.message,
  };
}
