import { expect, test } from 'vitest';
import { SignInRequired } from '@last-mile/shared/client';
import type { SignInMessage } from '../signIn/signInMessage';
import { readQuestion } from '../signIn/signInQuestion';
import { createDialogSignIn } from './dialogSignIn';
import { DialogFailed } from './officeDialog';
import { SignInImpossible, WindowRequired } from './signIn';

const hour = 3_600_000;
const signedIn = (part: Partial<Extract<SignInMessage, { outcome: 'signedIn' }>> = {}) =>
  JSON.stringify({
    ...{ outcome: 'signedIn', accessToken: 'token', expiresAt: hour, account: 'tid.oid' },
    ...{ loginHint: 'ben@contoso.com', ...part },
  });

/** A sign-in whose windows answer one after the other what the test says. */
function signInWith(...answers: (string | Error)[]) {
  const clock = { now: 0 };
  const asked: string[] = [];
  const signIn = createDialogSignIn({
    supported: true,
    now: () => clock.now,
    ask: (address) => {
      asked.push(address);
      const answer = answers.shift();
      if (typeof answer === 'string') return Promise.resolve(answer);
      return Promise.reject(answer ?? new Error('No window was expected.'));
    },
  });
  const words = async () => {
    const error: unknown = await signIn.silently().catch((reason: unknown) => reason);
    return error instanceof WindowRequired ? error.words : error;
  };
  return { signIn, asked, clock, words };
}

test('no window opens by itself: until the person asked, a token takes their click', async () => {
  const { signIn, asked, words } = signInWith();
  await expect(signIn.silently()).rejects.toBeInstanceOf(SignInRequired);
  expect(await words()).toBe('A window opens for it and closes by itself.');
  expect(asked).toEqual([]);
});

test('its token is kept until it ends, and the next window names the account to Entra', async () => {
  const { signIn, asked, clock } = signInWith(signedIn(), signedIn({ accessToken: 'next' }));
  await signIn.withDialog();
  clock.now = hour - 1;
  expect(await signIn.silently()).toMatchObject({ accessToken: 'token', account: 'tid.oid' });
  clock.now = hour;
  await expect(signIn.silently()).rejects.toBeInstanceOf(WindowRequired);
  expect((await signIn.withDialog()).accessToken).toBe('next');
  expect(asked.map((address) => address.replace(/#.*/, ''))).toEqual(
    Array(2).fill(`${location.origin}/pane/sign-in.html`),
  );
  expect(asked.map((address) => readQuestion(new URL(address).hash))).toEqual([
    {},
    { loginHint: 'ben@contoso.com' },
  ]);
});

test('a challenge is the person’s to meet: with its claims, and without the token that was refused', async () => {
  const { signIn, asked } = signInWith(signedIn(), signedIn({ expiresAt: 2 * hour }));
  await signIn.withDialog();
  await expect(signIn.silently({ claims: '{"a":1}' })).rejects.toMatchObject({ claims: '{"a":1}' });
  // What it is good for it is still good for.
  expect((await signIn.silently()).accessToken).toBe('token');
  await expect(signIn.silently({ renew: true })).rejects.toBeInstanceOf(WindowRequired);
  await expect(signIn.silently()).rejects.toBeInstanceOf(WindowRequired);
  await signIn.withDialog('{"a":1}');
  expect(readQuestion(new URL(asked[1]!).hash).claims).toBe('{"a":1}');
});

test('two clicks are one window', async () => {
  const { signIn, asked } = signInWith(signedIn());
  const [one, other] = await Promise.all([signIn.withDialog(), signIn.withDialog()]);
  expect(one).toEqual(other);
  expect(asked).toHaveLength(1);
});

test.each([
  [new DialogFailed('closed'), 'The window was closed before'],
  [new DialogFailed('ignored'), 'and then “Allow”'],
  [new DialogFailed('blocked'), 'Allow windows for Outlook'],
  [new DialogFailed('open'), 'is open already'],
  [JSON.stringify({ outcome: 'refused' }), 'was refused'],
  [JSON.stringify({ outcome: 'failed' }), 'did not work'],
  ['{"outcome":"signedIn"}', 'did not work'],
  ['not JSON', 'did not work'],
  [new TypeError('anything else'), 'did not work'],
])('after %s the button is there again, with what to do', async (answer, sentence) => {
  const { signIn, words } = signInWith(answer, signedIn());
  await expect(signIn.withDialog()).rejects.toThrow();
  expect(await words()).toContain(sentence);
  await signIn.withDialog();
  expect((await signIn.silently()).accessToken).toBe('token');
});

test('what one person’s window brought is not what another’s brings', async () => {
  const { signIn } = signInWith(signedIn(), signedIn({ account: 'tid.other' }));
  expect((await signIn.withDialog()).account).toBe('tid.oid');
  await signIn.withDialog();
  expect((await signIn.silently()).account).toBe('tid.other');
});

test('an Outlook that opens no dialogs either is never asked', async () => {
  const signIn = createDialogSignIn({ supported: false });
  await expect(signIn.silently()).rejects.toEqual(new SignInImpossible('notSupported'));
});
