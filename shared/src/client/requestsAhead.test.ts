import { expect, test, vi } from 'vitest';
import { createRequestsAhead } from './requestsAhead';

const asked = (token: string, signal?: AbortSignal) => ({
  method: 'GET',
  headers: { authorization: `Bearer ${token}` },
  ...(signal === undefined ? {} : { signal }),
});

/** Answers each request with its number. */
function createNetwork() {
  let sent = 0;
  return vi.fn<typeof fetch>(() => {
    sent += 1;
    return Promise.resolve(new Response(String(sent)));
  });
}

const textOf = async (answer: Promise<Response>) => (await answer).text();

test('a request on its way is handed to who asks for it, and is not sent again', async () => {
  const network = createNetwork();
  const ahead = createRequestsAhead(network);
  ahead.send('/api/me', 'token');
  expect(await textOf(ahead.fetch('/api/me', asked('token')))).toBe('1');
  expect(network.mock.calls).toHaveLength(1);
});

test('it is handed over once: who asks again gets a new answer', async () => {
  const ahead = createRequestsAhead(createNetwork());
  ahead.send('/api/me', 'token');
  await ahead.fetch('/api/me', asked('token'));
  expect(await textOf(ahead.fetch('/api/me', asked('token')))).toBe('2');
});

test.each([
  ['another path', '/api/workflows', asked('token')],
  ['another token, which may be another person’s', '/api/me', asked('other')],
  ['another method', '/api/me', { ...asked('token'), method: 'POST' }],
])('%s gets an answer of its own', async (_, path, init) => {
  const ahead = createRequestsAhead(createNetwork());
  ahead.send('/api/me', 'token');
  expect(await textOf(ahead.fetch(path, init))).toBe('2');
});

test('who calls it off after it was handed over calls off the request itself', async () => {
  let signal: AbortSignal | null | undefined;
  const ahead = createRequestsAhead((_, init) => {
    signal = init?.signal;
    return new Promise(() => undefined);
  });
  ahead.send('/api/me', 'token');
  const caller = new AbortController();
  void ahead.fetch('/api/me', asked('token', caller.signal));
  expect(signal?.aborted).toBe(false);
  caller.abort(new Error('left'));
  await vi.waitFor(() => {
    expect(signal?.reason).toEqual(new Error('left'));
  });
});

test('a failure is left to who asks for it', async () => {
  const ahead = createRequestsAhead(() => Promise.reject(new TypeError('no network')));
  ahead.send('/api/me', 'token');
  await expect(ahead.fetch('/api/me', asked('token'))).rejects.toThrow('no network');
});
