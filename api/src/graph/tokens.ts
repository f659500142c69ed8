import {
  AuthError,
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-node';
import { appRefused, GraphError } from './graphError';
import { createManagedIdentity } from './managedIdentity';
import { networkThrough, toGraphFailure } from './msalNetwork';
import type { Send } from './send';

/**
 * How the app proves itself to Entra: a certificate or a managed identity that its registration trusts
 * (a federated credential) where it can, a secret where it must.
 */
export type AppCredential =
  | { kind: 'secret'; secret: string }
  | { kind: 'certificate'; thumbprintSha256: string; privateKey: string }
  | { kind: 'managedIdentity'; identityClientId: string };

export interface TokenSettings {
  tenantId: string;
  clientId: string;
  credential: AppCredential;
  send: Send;
}

/**
 * Access tokens for Graph; they are cached and renewed before they expire. Where Entra is busy or away it
 * is a GraphError, 429 or 503, with the time Entra asks to wait; where it does not take the app itself, one
 * with the code `appRefused`.
 */
export interface GraphTokens {
  /** For the app itself: lists, group members; at another resource than Graph where one is named. */
  forApp: (options?: { renew?: boolean; resource?: string }) => Promise<string>;
  /** For what needs a person's own rights; throws InteractionRequired when they must consent. */
  onBehalfOf: (userToken: string, scopes: readonly string[]) => Promise<string>;
}

/**
 * The person has to consent to `scopes` or sign in again; `claims` goes back to their sign-in unchanged.
 */
export class InteractionRequired extends Error {
  override readonly name = 'InteractionRequired';
  constructor(
    readonly code: 'consent_required' | 'interaction_required',
    readonly claims: string | undefined,
    readonly scopes: readonly string[],
    options?: ErrorOptions,
  ) {
    super(`Entra asks the person: ${code}`, options);
  }
}

const graph = 'https://graph.microsoft.com';

/** Tokens from Entra by msal-node, which speaks to `login.microsoftonline.com` through `send`. */
export function createGraphTokens(settings: TokenSettings): GraphTokens {
  const { tenantId, clientId, credential } = settings;
  const msal = new ConfidentialClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      // We act on claims challenges (continuous access evaluation).
      clientCapabilities: ['CP1'],
      ...proofOf(credential),
    },
    system: { networkClient: networkThrough(settings.send) },
  });

  return {
    async forApp({ renew = false, resource = graph } = {}) {
      const result = await msal
        .acquireTokenByClientCredential({ scopes: [`${resource}/.default`], skipCache: renew })
        .catch((error: unknown) => {
          throw toAppFailure(error);
        });
      if (!result) throw new Error('Entra gave no token for the app');
      return result.accessToken;
    },

    async onBehalfOf(userToken, wanted) {
      // The cache only answers for the full form.
      const scopes = wanted.map((scope) => (scope.includes('://') ? scope : `${graph}/${scope}`));
      try {
        const result = await msal.acquireTokenOnBehalfOf({ oboAssertion: userToken, scopes });
        if (!result) throw new Error('Entra gave no token on behalf of the person');
        return result.accessToken;
      } catch (error) {
        throw toInteractionRequired(error, scopes);
      }
    },
  };
}

/** What a federated credential takes in the place of the app's own assertion. */
export const tokenExchange = 'api://AzureADTokenExchange';

function proofOf(credential: AppCredential) {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  if (credential.kind === 'certificate') {
    const { thumbprintSha256, privateKey } = credential;
    return { clientCertificate: { thumbprintSha256, privateKey } };
  }
  const identity = createManagedIdentity(credential.identityClientId);
  return { clientAssertion: () => identity.tokenFor(tokenExchange) };
}

/**
 * A grant is the person's token: where Entra does not take it any more, whatever the reason, they sign in
 * again. MSAL knows only some of the reasons.
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
function toInteractionRequired(error: unknown, scopes: readonly string[]): unknown {
  const asksThePerson =
    error instanceof InteractionRequiredAuthError ||
    (error instanceof ServerError && error.errorCode === 'invalid_grant');
  if (!asksThePerson) return toAppFailure(error);
  // 65001: nobody has consented to this scope yet; Entra does not always add the suberror.
  const consent =
    error.subError === 'consent_required' || error.errorMessage.includes('AADSTS65001');
  const code = consent ? 'consent_required' : 'interaction_required';
  const claims = error instanceof InteractionRequiredAuthError && error.claims;
  return new InteractionRequired(code, claims || undefined, scopes, { cause: error });
}

/** What Entra refuses the app itself: no person can mend it, and no token renews it. */
function toAppFailure(error: unknown): unknown {
  const failure = toGraphFailure(error);
  if (!(failure instanceof AuthError)) return failure;
  return new GraphError(
    { status: 401, code: appRefused, message: failure.errorMessage },
    { cause: failure },
  );
}
