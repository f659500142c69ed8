import type * as z from 'zod/mini';
import { problem } from '../problem';
import { ApiAnswerUnreadable, ApiProblem, ApiUnreachable } from './apiProblem';
import { readAnswer } from './readAnswer';

/** Why the token that was sent will not do, and what the next one has to be. */
export interface TokenChallenge {
  /** Entra is asked for these claims, and asks the person where it must. */
  readonly claims?: string;
  /** The person has to sign in, whatever token there is. */
  readonly person?: true;
  /** Past every cache: what there was has expired, by a clock that is right. */
  readonly renew?: true;
}

export interface ApiClientOptions {
  /** Where the API is; empty for the page's own origin. */
  readonly origin?: string;
  /** Gives a token for the API; with a challenge another one, which meets it. */
  readonly accessToken: (challenge?: TokenChallenge) => Promise<string>;
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, as CSV. */
  readonly file?: Blob | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly withinMs?: number;
}

/** Milliseconds after which an unanswered request counts as unreachable. */
const timeoutMs = 20_000;

/** The same for a file, which is read as long as it takes to write. */
const fileTimeoutMs = 5 * 60_000;

/** Asks the API, and reads each answer with the schema the API writes it with. */
export type Requests = ReturnType<typeof createRequests>;

/**
 * Refusals throw {@link ApiProblem}, no answer {@link ApiUnreachable}, and one of another form
 * {@link ApiAnswerUnreadable}. A challenge is taken to Entra once and the request repeated as it was.
 */
export function createRequests(options: ApiClientOptions) {
  const send = options.fetch ?? ((input, init) => fetch(input, init));

  /** The API's answer, when it is no refusal. */
  async function ask(
    method: 'GET' | 'POST',
    path: string,
    { body, file, signal, withinMs = timeoutMs }: CallOptions,
    challenge?: TokenChallenge,
  ): Promise<Response> {
    const token = await options.accessToken(challenge);
    const response = await unlessUnreachable(signal, () =>
      send(`${options.origin ?? ''}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(file === undefined ? {} : { 'content-type': 'text/csv' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(file === undefined ? {} : { body: file }),
        signal: AbortSignal.any([AbortSignal.timeout(withinMs), ...(signal ? [signal] : [])]),
      }),
    );
    if (response.ok) return response;
    const refusal = await toProblem(response);
    const next = challenge === undefined ? challengeOf(refusal) : undefined;
    if (next === undefined) throw refusal;
    return ask(method, path, { body, file, signal, withinMs }, next);
  }

  async function call<Schema extends z.ZodMiniType>(
    schema: Schema,
    method: 'GET' | 'POST',
    path: string,
    options: CallOptions = {},
  ): Promise<z.infer<Schema>> {
    const response = await ask(method, path, options);
    const answer: unknown = await unlessUnreachable(options.signal, () => response.json());
    const read = readAnswer(schema, answer);
    if (read.success) return read.data;
    throw new ApiAnswerUnreadable(read.error);
  }

  const get = <Schema extends z.ZodMiniType>(schema: Schema, path: string, signal?: AbortSignal) =>
    call(schema, 'GET', path, { signal });
  const post = <Schema extends z.ZodMiniType>(schema: Schema, path: string, body: unknown) =>
    call(schema, 'POST', path, { body });

  /** A file, which takes as long as it takes to write. */
  async function file(path: string): Promise<Blob> {
    const response = await ask('GET', path, { withinMs: fileTimeoutMs });
    return unlessUnreachable(undefined, () => response.blob());
  }

  return { call, get, post, file };
}

/** What is asked for, without what says nothing. */
export function queryString(query: Readonly<Record<string, string | undefined>>): string {
  const wanted = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return wanted.length === 0 ? '' : `?${new URLSearchParams(wanted).toString()}`;
}

/** What another token would mend. A consent is the person's to give first, where they see what for. */
function challengeOf({ status, code, claims }: ApiProblem): TokenChallenge | undefined {
  if (status !== 401 || code === 'consent_required') return undefined;
  if (claims !== undefined) return { claims };
  if (code === 'interaction_required') return { person: true };
  return code === 'token_expired' ? { renew: true } : undefined;
}

/** A cancelled request stays a cancellation; every other failure to get an answer is one error. */
async function unlessUnreachable<T>(signal: AbortSignal | undefined, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiUnreachable(error);
  }
}

async function toProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problem.safeParse(body);
  return new ApiProblem(
    response.status,
    parsed.success
      ? parsed.data
      : { code: 'unexpected_answer', message: 'Something went wrong on our side.' },
  );
}
