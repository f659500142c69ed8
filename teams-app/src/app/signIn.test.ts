import type * as Msal from '@azure/msal-browser';
import { describe, expect, test, vi } from 'vitest';
import { createSignIn, type SignInOptions } from './signIn';

const config = {
  clientId: 'client',
  tenantId: 'tenant',
  apiScope: 'api://localhost/client/access_as_user',
};

class InteractionRequired extends Error {
  readonly claims: string | undefined;
  constructor(claims?: string) {
    super('interaction required');
    this.claims = claims;
  }
}

interface Bridge {
  silent?: (request: { claims?: string }) => Promise<string>;
  popup?: (request: { claims?: string }) => Promise<string>;
}

/** msal-browser as the sign-in sees it: a bridge that answers as the test says. */
function msalWith(bridge: Bridge) {
  const answer = (token: string) => ({ accessToken: token });
  return () =>
    Promise.resolve({
      InteractionRequiredAuthError: InteractionRequired,
      createNestablePublicClientApplication: () =>
        Promise.resolve({
          acquireTokenSilent: async (request: { claims?: string }) =>
            answer(await (bridge.silent ?? (() => Promise.resolve('nested')))(request)),
          acquireTokenPopup: async (request: { claims?: string }) =>
            answer(await (bridge.popup ?? (() => Promise.resolve('popup')))(request)),
        }),
    } as unknown as Pick<
      typeof Msal,
      'createNestablePublicClientApplication' | 'InteractionRequiredAuthError'
    >);
}

const never = () => new Promise<string>(() => undefined);

function signInWith(bridge: Bridge, options: Partial<SignInOptions> = {}) {
  const authToken = vi.fn(() => Promise.resolve('host'));
  const signIn = createSignIn({
    config,
    host: { nestedAppAuth: true, authToken },
    loadMsal: msalWith(bridge),
    timeoutMs: 20,
    ...options,
  });
  return { signIn, authToken };
}

describe('signing in', () => {
  test('takes the token of nested app authentication where the host offers it', async () => {
    const { signIn, authToken } = signInWith({});
    expect(await signIn.accessToken()).toBe('nested');
    expect(authToken).not.toHaveBeenCalled();
  });

  test('takes the token of the host where nested app authentication is not offered', async () => {
    const authToken = vi.fn(() => Promise.resolve('host'));
    const loadMsal = vi.fn(msalWith({}));
    const { signIn } = signInWith({}, { host: { nestedAppAuth: false, authToken }, loadMsal });
    expect(await signIn.accessToken()).toBe('host');
    expect(loadMsal).not.toHaveBeenCalled();
  });

  test('falls back to the token of the host when the bridge never answers', async () => {
    const { signIn } = signInWith({ silent: never });
    expect(await signIn.accessToken()).toBe('host');
    expect(signIn.state.get()).toEqual({ needed: false });
  });

  test('asks a silent bridge once only', async () => {
    const silent = vi.fn(never);
    const { signIn } = signInWith({ silent });
    await signIn.accessToken();
    await signIn.accessToken();
    expect(silent).toHaveBeenCalledTimes(1);
  });

  test('lets requests that start together share one question', async () => {
    const silent = vi.fn(() => Promise.resolve('nested'));
    const { signIn } = signInWith({ silent });
    await Promise.all([signIn.accessToken(), signIn.accessToken(), signIn.accessToken()]);
    expect(silent).toHaveBeenCalledTimes(1);
  });

  test('waits for the person when Entra wants them, and goes on with their token', async () => {
    const { signIn } = signInWith({ silent: () => Promise.reject(new InteractionRequired()) });
    const token = signIn.accessToken();
    await vi.waitFor(() => {
      expect(signIn.state.get()).toEqual({ needed: true, failure: null });
    });
    await signIn.start();
    expect(await token).toBe('popup');
    expect(signIn.state.get()).toEqual({ needed: false });
  });

  test('says why signing in failed and lets the person try again', async () => {
    const popup = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('The window was closed.'))
      .mockResolvedValueOnce('second');
    const { signIn } = signInWith({
      silent: () => Promise.reject(new InteractionRequired()),
      popup,
    });
    const token = signIn.accessToken();
    await vi.waitFor(() => {
      expect(signIn.state.get().needed).toBe(true);
    });
    await signIn.start();
    expect(signIn.state.get()).toEqual({ needed: true, failure: 'The window was closed.' });
    await signIn.start();
    expect(await token).toBe('second');
  });

  test('takes a claims challenge to Entra, past the cache', async () => {
    const silent = vi.fn((request: { claims?: string }) =>
      Promise.resolve(`with ${request.claims ?? 'none'}`),
    );
    const { signIn } = signInWith({ silent });
    expect(await signIn.accessToken({ claims: '{"xms_cc":1}' })).toBe('with {"xms_cc":1}');
    expect(silent).toHaveBeenCalledWith(expect.objectContaining({ forceRefresh: true }));
  });

  test('asks the host with a window when only the host can sign in', async () => {
    const authToken = vi.fn(({ silent }: { silent: boolean }) =>
      silent ? Promise.reject(new Error('resourceRequiresConsent')) : Promise.resolve('consented'),
    );
    const { signIn } = signInWith({}, { host: { nestedAppAuth: false, authToken } });
    const token = signIn.accessToken();
    await vi.waitFor(() => {
      expect(signIn.state.get().needed).toBe(true);
    });
    await signIn.start();
    expect(await token).toBe('consented');
  });
});
