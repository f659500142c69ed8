import type { AuthenticationResult } from '@azure/msal-browser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAnswer, readQuestion, withQuestion } from './signInQuestion';
import { signInStep, type RedirectFlow } from './signInStep';

const page = 'https://lastmile.contoso.com/pane/sign-in.html';
const answer = '#code=abc&state=xyz';
const token = {
  accessToken: 'token',
  expiresOn: new Date('2026-11-26T10:00:00Z'),
  account: { tenantId: 'tid', localAccountId: 'oid', username: 'ben@contoso.com' },
} as AuthenticationResult;

/** A flow that was come back to with what the test says, and writes down what it leaves with. */
function flowThat(comeBack: RedirectFlow['comeBack']) {
  const left: unknown[] = [];
  const flow: RedirectFlow = {
    comeBack,
    leave: (question) => {
      left.push(question);
      return Promise.resolve();
    },
  };
  return { flow, left };
}
const nothing = () => Promise.resolve(null);

test('the first load goes to Entra with what the pane asked', async () => {
  const { flow, left } = flowThat(nothing);
  const { hash } = new URL(withQuestion(page, { loginHint: 'ben@contoso.com', claims: '{"a":1}' }));
  expect(await signInStep(hash, flow)).toBeNull();
  expect(left).toEqual([{ loginHint: 'ben@contoso.com', claims: '{"a":1}' }]);
});

test('the second tells the token, when it ends, whose it is and how Entra knows them', async () => {
  const { flow, left } = flowThat(() => Promise.resolve(token));
  expect(await signInStep(answer, flow)).toEqual({
    ...{ outcome: 'signedIn', accessToken: 'token', account: 'tid.oid' },
    ...{ expiresAt: Date.parse('2026-11-26T10:00:00Z'), loginHint: 'ben@contoso.com' },
  });
  expect(left).toEqual([]);
});

test('an answer nobody asked for is a failure, and never a second way to Entra', async () => {
  const { flow, left } = flowThat(nothing);
  expect(await signInStep(answer, flow)).toEqual({ outcome: 'failed' });
  expect(await signInStep('#error=access_denied&state=xyz', flow)).toEqual({ outcome: 'failed' });
  expect(left).toEqual([]);
});

test.each([
  ['access_denied', 'refused'],
  ['consent_required', 'refused'],
  ['server_error', 'failed'],
])('%s from Entra is told as %s', async (errorCode, outcome) => {
  const { flow } = flowThat(() => Promise.reject(Object.assign(new Error('no'), { errorCode })));
  expect(await signInStep(answer, flow)).toEqual({ outcome });
});

test('a question comes through the hash as it was, whatever Office adds to the address', () => {
  const anyQuestion = fc.record(
    { loginHint: fc.string(), claims: fc.json() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const address = new URL(withQuestion(page, question));
      address.search = '_host_Info=Outlook$Web';
      expect(readQuestion(address.hash)).toEqual(question);
      expect(isAnswer(address.hash)).toBe(false);
    }),
  );
});
