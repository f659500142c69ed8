import { expect, test } from 'vitest';
import { createApiClient } from './apiClient';
import { ApiAnswerUnreadable, ApiProblem, ApiUnreachable } from './apiProblem';
import { importClient } from './importClient';
import { libraryClient } from './libraryClient';
import type { TokenChallenge } from './requests';

const answer = (status: number, body: unknown) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

function clientOf(...answers: (Response | Error)[]) {
  const asked: { url: string; token: string | null }[] = [];
  const challenges: (TokenChallenge | undefined)[] = [];
  const client = createApiClient({
    accessToken: async (challenge) => {
      challenges.push(challenge);
      return `token-${challenges.length}`;
    },
    fetch: async (input, init) => {
      const request = new Request(new URL(input as string, 'https://lastmile.example'), init);
      asked.push({ url: request.url, token: request.headers.get('authorization') });
      const next = answers.shift();
      if (next === undefined || next instanceof Error) throw next ?? new Error('nothing planned');
      return next;
    },
  });
  return { client, asked, challenges };
}

const emptyLibrary = { items: [], total: 0, cursor: null, asOf: null };

test('a query leaves out what is empty', async () => {
  const { client, asked } = clientOf(answer(200, emptyLibrary));
  await libraryClient(client).library({ q: 'delay & cost', jobFamily: '' });
  expect(asked[0]?.url).toBe('https://lastmile.example/api/library?q=delay+%26+cost');
});

test('a claims challenge is taken to Entra once and the request repeated', async () => {
  const challenge = { code: 'interaction_required', message: 'Sign in again.', claims: 'c1' };
  const { client, challenges } = clientOf(answer(401, challenge), answer(200, emptyLibrary));
  expect((await libraryClient(client).library()).total).toBe(0);
  expect(challenges).toEqual([undefined, { claims: 'c1' }]);

  const twice = clientOf(answer(401, challenge), answer(401, challenge));
  await expect(libraryClient(twice.client).library()).rejects.toBeInstanceOf(ApiProblem);
});

test('a token that has expired is renewed once, and the request repeated with its words', async () => {
  const expired = { code: 'token_expired', message: 'The access token has expired.' };
  const { client, asked, challenges } = clientOf(answer(401, expired), answer(200, emptyLibrary));
  await libraryClient(client).library({ q: 'delay' });
  expect(challenges).toEqual([undefined, { renew: true }]);
  expect(asked.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2']);
  expect(asked[1]?.url).toBe(asked[0]?.url);

  const twice = clientOf(answer(401, expired), answer(401, expired));
  await expect(libraryClient(twice.client).library()).rejects.toMatchObject({
    code: 'token_expired',
  });
  expect(twice.asked).toHaveLength(2);
});

test('an interaction without claims is the person’s to do', async () => {
  const wanted = { code: 'interaction_required', message: 'Sign in again.' };
  const { client, challenges } = clientOf(answer(401, wanted), answer(200, emptyLibrary));
  await libraryClient(client).library();
  expect(challenges).toEqual([undefined, { person: true }]);
});

test('a consent is no token’s business: the refusal says what for, and the page asks', async () => {
  const scopes = ['https://graph.microsoft.com/Calendars.ReadWrite'];
  const refusal = { code: 'consent_required', message: 'Your consent is needed first.', scopes };
  const { client, asked } = clientOf(answer(401, { ...refusal, claims: 'c1' }));
  await expect(libraryClient(client).library()).rejects.toMatchObject({ scopes, claims: 'c1' });
  expect(asked).toHaveLength(1);
});

test('a refusal carries the code and the fields at fault', async () => {
  const { client } = clientOf(
    answer(400, {
      code: 'invalid_request',
      message: 'No.',
      issues: [{ path: 'rows', message: 'x' }],
    }),
  );
  await expect(importClient(client).importRows([])).rejects.toMatchObject({
    status: 400,
    code: 'invalid_request',
    issues: [{ path: 'rows', message: 'x' }],
  });
});

test('an answer that is not ours is a problem too, never a crash in the screen', async () => {
  const { client } = clientOf(answer(502, '<html>Bad gateway</html>'));
  await expect(client.me()).rejects.toMatchObject({ status: 502, passing: true });
});

test('an answer of another form says that the page is of another version, not what a parser says', async () => {
  const { client } = clientOf(answer(200, { items: 'none' }));
  const refused = libraryClient(client).library();
  await expect(refused).rejects.toBeInstanceOf(ApiAnswerUnreadable);
  await expect(refused).rejects.toThrow(
    'Last Mile has changed since this page was opened. Open it again to go on.',
  );
});

test('no answer is said as unreachable', async () => {
  const { client } = clientOf(new TypeError('fetch failed'));
  await expect(client.me()).rejects.toBeInstanceOf(ApiUnreachable);
});
