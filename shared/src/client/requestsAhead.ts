/** Requests that were sent before the client that asks for them was there. */
export interface RequestsAhead {
  /** Sends a GET to a path of the API, to be handed to whoever asks for it next with the same token. */
  readonly send: (path: string, accessToken: string) => void;
  /** The client's `fetch`: hands over what is on its way already, once, and sends everything else. */
  readonly fetch: typeof fetch;
}

/** Lets a small first script ask the API while the app itself is on its way; `send` is the browser's own by default. */
export function createRequestsAhead(
  send: typeof fetch = (input, init) => fetch(input, init),
): RequestsAhead {
  const onTheirWay = new Map<string, { answer: Promise<Response>; cancelled: AbortController }>();
  const keyOf = (path: string, headers: HeadersInit | undefined) =>
    `${path} ${new Headers(headers).get('authorization') ?? ''}`;

  return {
    send(path, accessToken) {
      const headers = { authorization: `Bearer ${accessToken}` };
      const cancelled = new AbortController();
      const answer = send(path, { method: 'GET', headers, signal: cancelled.signal });
      // What comes of it is for who asks for it.
      answer.catch(() => undefined);
      onTheirWay.set(keyOf(path, headers), { answer, cancelled });
    },
    fetch(input, init) {
      const key = typeof input === 'string' ? keyOf(input, init?.headers) : '';
      const ahead = init?.method === 'GET' ? onTheirWay.get(key) : undefined;
      if (ahead === undefined) return send(input, init);
      onTheirWay.delete(key);
      const { answer, cancelled } = ahead;
      const { signal } = init ?? {};
      const cancel = () => {
        cancelled.abort(signal?.reason);
      };
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel);
      return answer;
    },
  };
}
