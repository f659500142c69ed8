import {
  SignInRequired,
  withinTime,
  type ClientConfig,
  type TokenChallenge,
} from '@last-mile/shared/client';
import type { IPublicClientApplication } from '@azure/msal-browser';

/** A token for our API and whose it is. */
interface SignedIn {
  readonly accessToken: string;
  /** `tid.oid`: what is kept on the device is kept under it. */
  readonly account: string;
}

export interface SignIn {
  /** A token without asking the person; with a challenge another one, which meets it. */
  silently(challenge?: TokenChallenge): Promise<SignedIn>;
  /** A token after the person has signed in by hand: call it from a click. */
  withDialog(claims?: string): Promise<SignedIn>;
}

/** Why no token can be had in this Outlook, whatever the person does. */
export type SignInObstacle = 'notSupported' | 'noAnswer' | 'failed';

export class SignInImpossible extends Error {
  readonly obstacle: SignInObstacle;

  constructor(obstacle: SignInObstacle, options?: ErrorOptions) {
    super(`No sign-in: ${obstacle}`, options);
    this.name = 'SignInImpossible';
    this.obstacle = obstacle;
  }
}

/** The person signs in by a window of its own; `words` say what that means to them, or what went wrong. */
export class WindowRequired extends SignInRequired {
  readonly words: string;

  constructor(words: string, options: { claims?: string }) {
    super('Sign in to Last Mile.', options);
    this.words = words;
  }
}

/** The part of MSAL that is used. */
export type TokenSource = Pick<
  IPublicClientApplication,
  'acquireTokenSilent' | 'acquireTokenPopup'
>;

export interface SignInOptions {
  readonly config: Pick<ClientConfig, 'clientId' | 'tenantId' | 'apiScope'>;
  /** Makes MSAL's client; by default the real one, loaded beside the first paint. */
  readonly createClient?: (config: SignInOptions['config']) => Promise<TokenSource>;
  /** Milliseconds until a bridge that does not answer counts as absent: MSAL itself waits for ever. */
  readonly timeoutMs?: number;
}

/** A sign-in whose code is fetched when it is first needed. */
export function createLateSignIn(load: () => Promise<SignIn>): SignIn {
  let loaded: Promise<SignIn> | undefined;
  const there = () => {
    loaded ??= load().catch((cause: unknown) => {
      loaded = undefined;
      throw new SignInImpossible('failed', { cause });
    });
    return loaded;
  };
  return {
    silently: async (challenge) => (await there()).silently(challenge),
    withDialog: async (claims) => (await there()).withDialog(claims),
  };
}

/**
 * Signs in by nested app authentication, where Outlook offers it. No token is ever written to the device. Throws
 * `SignInRequired` when the person can mend it in a dialog and {@link SignInImpossible} when not.
 */
export function createSignIn({
  config,
  createClient = createNestedClient,
  timeoutMs = 8_000,
}: SignInOptions): SignIn {
  let client: Promise<TokenSource> | undefined;
  let silent: Promise<SignedIn> | undefined;

  async function ready(): Promise<TokenSource> {
    client ??= inTime(createClient(config), timeoutMs);
    try {
      return await client;
    } catch (error) {
      client = undefined;
      throw toSignInError(error);
    }
  }

  async function askSilently({ claims, person, renew }: TokenChallenge): Promise<SignedIn> {
    const source = await ready();
    if (person === true) throw new SignInRequired('Sign in to Last Mile.');
    const request = {
      scopes: [config.apiScope],
      // What is cached is what was challenged.
      ...(claims === undefined && renew !== true ? {} : { forceRefresh: true }),
      ...(claims === undefined ? {} : { claims }),
    };
    try {
      return toSignedIn(await inTime(source.acquireTokenSilent(request), timeoutMs));
    } catch (error) {
      throw toSignInError(error, claims);
    }
  }

  return {
    silently(challenge = {}) {
      if (Object.keys(challenge).length > 0) return askSilently(challenge);
      // Requests that start together share one question to Outlook.
      silent ??= askSilently({}).finally(() => {
        silent = undefined;
      });
      return silent;
    },
    async withDialog(claims) {
      const source = await ready();
      try {
        // The person takes the time they need.
        return toSignedIn(
          await source.acquireTokenPopup({
            scopes: [config.apiScope],
            ...(claims === undefined ? {} : { claims }),
          }),
        );
      } catch (error) {
        throw toSignInError(error, claims);
      }
    },
  };
}

/** MSAL's own client, over Outlook's bridge. */
async function createNestedClient({
  clientId,
  tenantId,
}: SignInOptions['config']): Promise<TokenSource> {
  const { createNestablePublicClientApplication } = await import('./msal');
  return createNestablePublicClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: 'memoryStorage' },
  });
}

interface TokenAnswer {
  accessToken: string;
  account: { tenantId: string; localAccountId: string } | null;
}

function toSignedIn({ accessToken, account }: TokenAnswer): SignedIn {
  if (account === null) throw new SignInImpossible('failed');
  return { accessToken, account: `${account.tenantId}.${account.localAccountId}` };
}

function inTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return withinTime(timeoutMs, work, () => new SignInImpossible('noAnswer'));
}

/** MSAL's errors are told apart by name: importing its classes would pull it into the first load. */
function toSignInError(error: unknown, claims?: string): Error {
  if (error instanceof SignInImpossible) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'InteractionRequiredAuthError') {
    const asked = claims ?? claimsOf(error);
    return new SignInRequired('Sign in to Last Mile.', {
      cause: error,
      ...(asked === undefined ? {} : { claims: asked }),
    });
  }
  return new SignInImpossible('failed', { cause: error });
}

function claimsOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('claims' in error)) return undefined;
  return typeof error.claims === 'string' && error.claims !== '' ? error.claims : undefined;
}
