import {
  SignInRequired,
  withinTime,
  type ClientConfig,
  type TokenChallenge,
} from '@last-mile/shared/client';
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
  /** Tokens are somebody else's now: nothing of the person before may stay on the page. */
  readonly onOtherAccount: () => void;
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
  readonly accessToken: (challenge?: TokenChallenge) => Promise<string>;
  /** Asks the person: call it from a click, so that a window may open. */
  readonly start: () => Promise<void>;
  /**
   * Asks the person to consent to these scopes: call it from a click. Rejects where they did not, where
   * their organisation leaves it to admins, and where this host has no way to ask
   * (docs/decisions/0044).
   */
  readonly consent: (wanted: { scopes: readonly string[]; claims?: string }) => Promise<void>;
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
  onOtherAccount,
  timeoutMs = bridgeTimeoutMs,
}: SignInOptions): SignIn {
  const scopes = [config.apiScope];
  const state = createWatched<SignInState>({ needed: false });
  let nested: Promise<{ msal: Msal; application: Application } | null> | undefined;
  let silent: Promise<string> | undefined;
  let waiting: { resolve: (token: string) => void }[] = [];
  let claimsWanted: string | undefined;
  let account: string | undefined;

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

  /** The token, if it is still the same person's. */
  function tokenIn({ accessToken, account: owner }: MsalBrowser.AuthenticationResult): string {
    const before = account;
    account = owner.homeAccountId;
    if (before !== undefined && before !== account) {
      onOtherAccount();
      throw new SignInRequired('Another person is signed in now.');
    }
    return accessToken;
  }

  async function tokenSilently({ claims, renew }: TokenChallenge): Promise<string> {
    const bridge = await nestedApplication();
    if (bridge !== null) {
      try {
        const forceRefresh = claims !== undefined || renew === true;
        const request = { scopes, forceRefresh, ...given(claims) };
        const answer = bridge.application.acquireTokenSilent(request);
        return tokenIn(await withinTime(timeoutMs, answer));
      } catch (error) {
        if (error instanceof SignInRequired) throw error;
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
    if (bridge === null) {
      return withinTime(personTimeoutMs, host.authToken({ silent: false, ...given(claims) }));
    }
    try {
      const answer = bridge.application.acquireTokenPopup({ scopes, ...given(claims) });
      return tokenIn(await withinTime(personTimeoutMs, answer));
    } catch (error) {
      // A window that did not open, or a bridge that broke off: the next try is by the host's own way.
      if (!closedByPerson(error)) nested = Promise.resolve(null);
      throw error;
    }
  }

  function waitForPerson(claims: string | undefined): Promise<string> {
    claimsWanted = claims ?? claimsWanted;
    if (!state.get().needed) state.set({ needed: true, failure: null });
    return new Promise((resolve) => {
      waiting.push({ resolve });
    });
  }

  return {
    async accessToken(challenge = {}) {
      const { claims, person, renew } = challenge;
      if (person === true || state.get().needed) return waitForPerson(claims);
      try {
        if (claims !== undefined || renew === true) return await tokenSilently(challenge);
        // Requests that start together share one question to the host.
        silent ??= tokenSilently({}).finally(() => {
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
    async consent({ scopes: wanted, claims }) {
      const bridge = await nestedApplication();
      // The host's own token is for our API alone: with it nobody can be asked for anything else.
      if (bridge === null) throw new Error('This host has no way to ask for consent.');
      const request = { scopes: [...wanted], ...given(claims) };
      // What comes back is for Graph, and is not kept: the API asks for its own on the person's behalf.
      await withinTime(personTimeoutMs, bridge.application.acquireTokenPopup(request));
    },
    state,
  };
}

/** MSAL's words for a window that the person closed. */
function closedByPerson(error: unknown): boolean {
  const { errorCode } = (error ?? {}) as { errorCode?: unknown };
  return errorCode === 'user_canceled' || errorCode === 'user_cancelled';
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
