import { SignInRequired, withinTime, type ClientConfig } from '@last-mile/shared/client';
import type * as MsalBrowser from '@azure/msal-browser';
import type { TeamsHost } from './teamsHost';
import { createWatched, type Watched } from './watched';

type Msal = Pick<
  typeof MsalBrowser,
  'createNestablePublicClientApplication' | 'InteractionRequiredAuthError'
>;
type Application = Awaited<ReturnType<Msal['createNestablePublicClientApplication']>>;

export interface SignInOptions {
  readonly config: Pick<ClientConfig, 'clientId' | 'tenantId' | 'apiScope'>;
  readonly host: Pick<TeamsHost, 'nestedAppAuth' | 'authToken'>;
  /** Gives msal-browser: a chunk of its own, asked for before the host has answered. */
  readonly loadMsal: () => Promise<Msal>;
  readonly timeoutMs?: number;
}

/** Whether the person is needed, and what went wrong with their last try. */
export type SignInState =
  { readonly needed: false } | { readonly needed: true; readonly failure: string | null };

export interface SignIn {
  /**
   * A token for our API. Where Entra wants the person, the answer waits until they press the one
   * button {@link SignIn.start}; rejects only where nobody can mend it.
   */
  readonly accessToken: (challenge?: { claims?: string }) => Promise<string>;
  /** Asks the person: call it from a click, so that a window may open. */
  readonly start: () => Promise<void>;
  readonly state: Watched<SignInState>;
}

/** A bridge that is there answers within seconds; one that is not never does. */
const bridgeTimeoutMs = 8_000;

/** Longest a person may take in the sign-in window. */
const personTimeoutMs = 5 * 60_000;

/**
 * Signs in by nested app authentication, else by the host's own token. Tokens live in memory only:
 * msal-browser's cache is told so, and the host's are not kept because the host keeps them.
 */
export function createSignIn({
  config,
  host,
  loadMsal,
  timeoutMs = bridgeTimeoutMs,
}: SignInOptions): SignIn {
  const scopes = [config.apiScope];
  const state = createWatched<SignInState>({ needed: false });
  let nested: Promise<{ msal: Msal; application: Application } | null> | undefined;
  let silent: Promise<string> | undefined;
  let waiting: { resolve: (token: string) => void }[] = [];
  let claimsWanted: string | undefined;

  /** Null where nested app authentication is not offered or its bridge does not answer. */
  function nestedApplication() {
    nested ??= host.nestedAppAuth
      ? withinTime(timeoutMs, openBridge()).catch(() => null)
      : Promise.resolve(null);
    return nested;
  }

  async function openBridge() {
    const msal = await loadMsal();
    const application = await msal.createNestablePublicClientApplication({
      auth: {
        clientId: config.clientId,
        authority: `https://login.microsoftonline.com/${config.tenantId}`,
        // Tells Entra that we can answer a claims challenge.
        clientCapabilities: ['CP1'],
      },
      cache: { cacheLocation: 'memoryStorage' },
    });
    return { msal, application };
  }

  async function tokenSilently(claims: string | undefined): Promise<string> {
    const bridge = await nestedApplication();
    if (bridge !== null) {
      try {
        const request = { scopes, ...(claims === undefined ? {} : { claims, forceRefresh: true }) };
        const answer = bridge.application.acquireTokenSilent(request);
        return (await withinTime(timeoutMs, answer)).accessToken;
      } catch (error) {
        if (error instanceof bridge.msal.InteractionRequiredAuthError) {
          throw new SignInRequired('Sign in to go on.', claimsOf(error, claims));
        }
        // The bridge was promised and does not deliver: the host's own token is the way from now on.
        nested = Promise.resolve(null);
      }
    }
    try {
      return await withinTime(timeoutMs, host.authToken({ silent: true, ...given(claims) }));
    } catch (error) {
      throw new SignInRequired('Sign in to go on.', { cause: error, ...given(claims) });
    }
  }

  async function tokenFromPerson(claims: string | undefined): Promise<string> {
    const bridge = await nestedApplication();
    if (bridge === null) return host.authToken({ silent: false, ...given(claims) });
    const answer = bridge.application.acquireTokenPopup({ scopes, ...given(claims) });
    return (await withinTime(personTimeoutMs, answer)).accessToken;
  }

  function waitForPerson(claims: string | undefined): Promise<string> {
    claimsWanted = claims ?? claimsWanted;
    if (!state.get().needed) state.set({ needed: true, failure: null });
    return new Promise((resolve) => {
      waiting.push({ resolve });
    });
  }

  return {
    async accessToken({ claims } = {}) {
      if (state.get().needed) return waitForPerson(claims);
      try {
        if (claims !== undefined) return await tokenSilently(claims);
        // Requests that start together share one question to the host.
        silent ??= tokenSilently(undefined).finally(() => {
          silent = undefined;
        });
        return await silent;
      } catch (error) {
        if (error instanceof SignInRequired) return waitForPerson(error.claims ?? claims);
        throw error;
      }
    },
    async start() {
      try {
        const token = await tokenFromPerson(claimsWanted);
        const resumed = waiting;
        waiting = [];
        claimsWanted = undefined;
        state.set({ needed: false });
        for (const { resolve } of resumed) resolve(token);
      } catch (error) {
        state.set({
          needed: true,
          failure: error instanceof Error ? error.message : String(error),
        });
      }
    },
    state,
  };
}

function given(claims: string | undefined) {
  return claims === undefined ? {} : { claims };
}

function claimsOf(error: { claims?: string }, asked: string | undefined) {
  return {
    cause: error,
    ...given(error.claims !== undefined && error.claims !== '' ? error.claims : asked),
  };
}
