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
  silent?: (request: { claims?: string; forceRefresh?: boolean }) => Promise<string>;
  popup?: (request: { claims?: string; scopes?: string[] }) => Promise<string>;
  /** Whose tokens they are. */
  account?: () => string;
}

/** msal-browser as the sign-in sees it: a bridge that answers as the test says. */
function msalWith(bridge: Bridge) {
  const answer = (token: string) => ({
    accessToken: token,
    account: { homeAccountId: bridge.account?.() ?? 'oid.tid' },
  });
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

/** As MSAL says it. */
const closedWindow = () =>
  Object.assign(new Error('The window was closed.'), { errorCode: 'user_canceled' });

const never = () => new Promise<string>(() => undefined);

function signInWith(bridge: Bridge, options: Partial<SignInOptions> = {}) {
  const authToken = vi.fn(() => Promise.resolve('host'));
  const onOtherAccount = vi.fn();
  const signIn = createSignIn({
    config,
    host: { nestedAppAuth: true, authToken },
    loadMsal: msalWith(bridge),
    onOtherAccount,
    timeoutMs: 20,
    ...options,
  });
  return { signIn, authToken, onOtherAccount };
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
      .mockRejectedValueOnce(closedWindow())
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

  test('takes a refusing bridge for none: the host gives the token from then on', async () => {
    const silent = vi.fn(() => Promise.reject(new Error('PERSISTENT_ERROR')));
    const { signIn } = signInWith({ silent });
    expect(await signIn.accessToken()).toBe('host');
    expect(await signIn.accessToken()).toBe('host');
    expect(silent).toHaveBeenCalledTimes(1);
  });

  test('renews a token that has expired past the cache', async () => {
    const silent = vi.fn(() => Promise.resolve('new'));
    const { signIn } = signInWith({ silent });
    expect(await signIn.accessToken({ renew: true })).toBe('new');
    expect(silent).toHaveBeenCalledWith(expect.objectContaining({ forceRefresh: true }));
  });

  test('waits for the person where the API says that only they can mend it', async () => {
    const silent = vi.fn(() => Promise.resolve('nested'));
    const { signIn } = signInWith({ silent });
    const token = signIn.accessToken({ person: true });
    expect(signIn.state.get()).toEqual({ needed: true, failure: null });
    await signIn.start();
    expect(await token).toBe('popup');
    expect(silent).not.toHaveBeenCalled();
  });

  test('asks by the host after a window that did not open, and by the bridge after one that was closed', async () => {
    const popup = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(closedWindow())
      .mockRejectedValueOnce(new Error('popup_window_error'));
    const { signIn, authToken } = signInWith({
      silent: () => Promise.reject(new InteractionRequired()),
      popup,
    });
    const token = signIn.accessToken();
    await vi.waitFor(() => {
      expect(signIn.state.get().needed).toBe(true);
    });
    await signIn.start();
    await signIn.start();
    expect(popup).toHaveBeenCalledTimes(2);
    await signIn.start();
    expect(authToken).toHaveBeenCalledWith({ silent: false });
    expect(await token).toBe('host');
  });

  test('leaves a page whose tokens become somebody else’s, and gives them no request of it', async () => {
    let account = 'ada.tid';
    const { signIn, onOtherAccount } = signInWith({ account: () => account });
    await signIn.accessToken();
    expect(onOtherAccount).not.toHaveBeenCalled();
    account = 'ben.tid';
    void signIn.accessToken();
    await vi.waitFor(() => {
      expect(onOtherAccount).toHaveBeenCalledTimes(1);
    });
  });

  test('asks for a consent by the bridge, for those scopes alone', async () => {
    const popup = vi.fn(() => Promise.resolve('for Graph'));
    const { signIn } = signInWith({ popup });
    await signIn.consent({ scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'] });
    expect(popup).toHaveBeenCalledWith({
      scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'],
    });
    expect(await signIn.accessToken()).toBe('nested');
  });

  test('has no way to ask for a consent where the host knows its own token only', async () => {
    const host = { nestedAppAuth: false, authToken: () => Promise.resolve('host') };
    const { signIn } = signInWith({}, { host });
    await expect(signIn.consent({ scopes: ['Calendars.ReadWrite'] })).rejects.toThrow('consent');
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
