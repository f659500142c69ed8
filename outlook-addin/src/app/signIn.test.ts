import { SignInRequired } from '@last-mile/shared/client';
import { expect, test } from 'vitest';
import { createLateSignIn, createSignIn, type SignInOptions, type TokenSource } from './signIn';

const config = { clientId: 'client', tenantId: 'tenant', apiScope: 'api://client/access_as_user' };
type Request = Parameters<TokenSource['acquireTokenSilent']>[0];
type Answer = Awaited<ReturnType<TokenSource['acquireTokenSilent']>>;

const answer = (accessToken: string) =>
  ({ accessToken, account: { tenantId: 'tid', localAccountId: 'oid' } }) as Answer;

function interactionRequired(claims?: string) {
  return Object.assign(new Error('invalid_grant'), {
    name: 'InteractionRequiredAuthError',
    ...(claims === undefined ? {} : { claims }),
  });
}

/** A sign-in over a token source of the test's making. */
function signInWith(source: Partial<TokenSource>, options: Partial<SignInOptions> = {}) {
  const asked: unknown[] = [];
  const full: TokenSource = {
    acquireTokenSilent: async (request: Request) => {
      asked.push(request);
      return source.acquireTokenSilent?.(request) ?? answer('silent');
    },
    acquireTokenPopup: async (request) => {
      asked.push(request);
      return source.acquireTokenPopup?.(request) ?? answer('popup');
    },
  };
  const signIn = createSignIn({
    config,
    createClient: async () => full,
    timeoutMs: 20,
    ...options,
  });
  return { signIn, asked };
}

test('asks silently for our API and names the account by tenant and object id', async () => {
  const { signIn, asked } = signInWith({});
  expect(await signIn.silently()).toEqual({ accessToken: 'silent', account: 'tid.oid' });
  expect(asked).toEqual([{ scopes: ['api://client/access_as_user'] }]);
});

test('requests that start together ask Outlook once, a later one asks again', async () => {
  const { signIn, asked } = signInWith({});
  const both = await Promise.all([signIn.silently(), signIn.silently()]);
  expect(both.map(({ accessToken }) => accessToken)).toEqual(['silent', 'silent']);
  expect(asked).toHaveLength(1);
  await signIn.silently();
  expect(asked).toHaveLength(2);
});

test('takes the claims of a challenge to Entra, past the cache', async () => {
  const { signIn, asked } = signInWith({});
  await signIn.silently({ claims: '{"a":1}' });
  const scopes = ['api://client/access_as_user'];
  expect(asked).toEqual([{ scopes, claims: '{"a":1}', forceRefresh: true }]);
});

test('a token that has expired is renewed past the cache', async () => {
  const { signIn, asked } = signInWith({});
  await signIn.silently({ renew: true });
  expect(asked).toEqual([{ scopes: ['api://client/access_as_user'], forceRefresh: true }]);
});

test('what wants the person is not asked silently once more', async () => {
  const { signIn, asked } = signInWith({});
  await expect(signIn.silently({ person: true })).rejects.toBeInstanceOf(SignInRequired);
  expect(asked).toEqual([]);
});

test('what a dialog can mend is said so, with the claims to ask for', async () => {
  const { signIn, asked } = signInWith({
    acquireTokenSilent: () => Promise.reject(interactionRequired('{"b":2}')),
  });
  const error: unknown = await signIn.silently().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SignInRequired);
  expect(error).toMatchObject({ claims: '{"b":2}' });
  expect((await signIn.withDialog('{"b":2}')).accessToken).toBe('popup');
  expect(asked.at(-1)).toMatchObject({ claims: '{"b":2}' });
});

test('a sign-in that comes late is fetched once, and again after a fetch that failed', async () => {
  let fetched = 0;
  const { signIn } = signInWith({});
  const late = createLateSignIn(() => {
    fetched += 1;
    return fetched === 1 ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(signIn);
  });
  await expect(late.silently()).rejects.toMatchObject({ obstacle: 'failed' });
  expect((await late.silently()).accessToken).toBe('silent');
  expect((await late.withDialog()).accessToken).toBe('popup');
  expect(fetched).toBe(2);
});

test('a bridge that never answers is given up, and tried anew the next time', async () => {
  let made = 0;
  const { signIn } = signInWith(
    {},
    {
      createClient: async () => {
        made += 1;
        if (made === 1) return new Promise<never>(() => undefined);
        return {
          acquireTokenSilent: async () => answer('later'),
          acquireTokenPopup: async () => answer('popup'),
        };
      },
    },
  );
  await expect(signIn.silently()).rejects.toMatchObject({ obstacle: 'noAnswer' });
  expect((await signIn.silently()).accessToken).toBe('later');

  const silent = signInWith({ acquireTokenSilent: () => new Promise(() => undefined) });
  await expect(silent.signIn.silently()).rejects.toMatchObject({ obstacle: 'noAnswer' });
});

test('any other failure is a failed sign-in, with its cause', async () => {
  const cause = new Error('server_error');
  const { signIn } = signInWith({ acquireTokenSilent: () => Promise.reject(cause) });
  await expect(signIn.silently()).rejects.toMatchObject({ obstacle: 'failed', cause });
});
