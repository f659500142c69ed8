import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';

import { GraphError } from './graphError';
import type { Patience } from './patience';

/** One request inside `$batch`; `url` is relative to the version. */
export interface BatchRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** What the request is about; requests about the same thing keep their order. */
  item?: string;
}

export type BatchAnswer =
  { ok: true; status: number; body: unknown } | { ok: false; error: GraphError };

/** Graph's limit; a longer batch is refused as a whole. */
const batchLimit = 20;

const batchResponse = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.optional(z.record(z.string(), z.string())),
      body: z.optional(z.unknown()),
    }),
  ),
});

const errorBody = z.object({
  error: z.object({ code: z.optional(z.string()), message: z.optional(z.string()) }),
});

/**
 * The client's retry handler sees only the outer 200, so throttled inner requests are sent again
 * here, after the longest wait they name, and the ones behind them about the same item wait too.
 */
export async function batchRequests(
  requests: readonly BatchRequest[],
  patience: Pick<Patience, 'retries' | 'longestWaitSeconds'>,
  post: (body: unknown) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<BatchAnswer[]> {
  const answers = new Map<number, BatchAnswer>();
  const attempts = new Map<number, number>();
  let waiting = requests.map((request, index) => ({ request, index }));

  while (waiting.length > 0) {
    const round = firstOfEachItem(waiting).slice(0, batchLimit);
    const parsed = batchResponse.safeParse(await post({ requests: round.map(toWire) }));
    if (!parsed.success) throw noAnswer('Graph answered something else than a batch');
    const byId = new Map(parsed.data.responses.map((response) => [response.id, response]));
    let waitSeconds = 0;
    for (const { index } of round) {
      const answer = toAnswer(byId.get(String(index)));
      const attempt = (attempts.get(index) ?? 0) + 1;
      attempts.set(index, attempt);
      const wait = secondsToWait(answer);
      if (
        wait !== undefined &&
        attempt <= patience.retries &&
        wait <= patience.longestWaitSeconds
      ) {
        waitSeconds = Math.max(waitSeconds, wait);
      } else {
        answers.set(index, answer);
      }
    }
    waiting = waiting.filter(({ index }) => !answers.has(index));
    if (waitSeconds > 0 && waiting.length > 0)
      await delay(waitSeconds * 1000, undefined, { signal });
  }
  return requests.map((_request, index) => {
    const answer = answers.get(index);
    if (!answer) throw new Error('A request of the batch was never sent');
    return answer;
  });
}

interface Numbered {
  request: BatchRequest;
  index: number;
}

function firstOfEachItem(waiting: readonly Numbered[]): Numbered[] {
  const busy = new Set<string>();
  return waiting.filter(({ request: { item } }) => {
    if (item === undefined) return true;
    const isFirst = !busy.has(item);
    busy.add(item);
    return isFirst;
  });
}

function toWire({ request: { method, url, headers, body }, index }: Numbered) {
  const all = body === undefined ? headers : { 'Content-Type': 'application/json', ...headers };
  return {
    id: String(index),
    method,
    url,
    ...(all ? { headers: all } : {}),
    ...(body === undefined ? {} : { body }),
  };
}

function toAnswer(
  response: z.infer<typeof batchResponse>['responses'][number] | undefined,
): BatchAnswer {
  if (!response) {
    return { ok: false, error: noAnswer('The batch came back without an answer to this request') };
  }
  const { status, body } = response;
  if (status < 300) return { ok: true, status, body };
  const told = errorBody.safeParse(body).data?.error;
  const error = new GraphError({
    status,
    code: told?.code ?? '',
    message: told?.message ?? `Graph answered ${status}`,
    headers: new Headers(response.headers ?? {}),
  });
  return { ok: false, error };
}

function noAnswer(message: string): GraphError {
  return new GraphError({ status: 0, code: 'noAnswer', message });
}

function secondsToWait(answer: BatchAnswer): number | undefined {
  if (answer.ok || ![429, 503].includes(answer.error.status)) return undefined;
  return answer.error.retryAfterSeconds ?? 1;
}
