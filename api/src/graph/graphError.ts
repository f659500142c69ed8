import { GraphError as ClientError } from '@microsoft/microsoft-graph-client';

/** Graph's refusal, or no usable answer at all (`status` 0: what was asked may have happened). */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** Where to go on, for example the fresh start of a delta that answered 410. */
  readonly location: string | undefined;
  /** The claims a challenge asks for, as JSON text, to be passed on to the person's sign-in. */
  readonly claims: string | undefined;

  constructor(
    facts: { status: number; code: string; message: string; headers?: Headers; requestId?: string },
    options?: ErrorOptions,
  ) {
    super(facts.message, options);
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId ?? facts.headers?.get('request-id') ?? undefined;
    this.retryAfterSeconds = readRetryAfter(facts.headers ?? new Headers());
    this.location = facts.headers?.get('location') ?? undefined;
    this.claims = readClaims(facts.headers?.get('www-authenticate') ?? undefined);
  }
}

/** Graph's client throws its own error for refusals, lost connections and unreadable answers alike. */
export function toGraphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  if (!(error instanceof ClientError)) {
    const message = error instanceof Error ? error.message : String(error);
    return new GraphError({ status: 0, code: 'noAnswer', message }, { cause: error });
  }
  // A 2xx whose body broke off is an answer we do not have.
  const answered = error.statusCode >= 300;
  return new GraphError(
    {
      status: answered ? error.statusCode : 0,
      code: answered ? (error.code ?? '') : 'noAnswer',
      message: error.message || `Graph answered ${error.statusCode}`,
      ...(error.headers ? { headers: error.headers } : {}),
      ...(error.requestId ? { requestId: error.requestId } : {}),
    },
    { cause: error },
  );
}

/** Entra gave no token in time: what it was for was never sent. */
export const entraAway = 'entraAway';
/** Entra does not take the app's own credential, or the app: only whoever runs it can mend that. */
export const appRefused = 'appRefused';

/** There was no token to send it with, so nothing of it can have happened. */
export const wasNeverSent = ({ code }: GraphError): boolean =>
  code === entraAway || code === appRefused;

/** Whether the same request may succeed a little later. */
export function isPassing(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

/** Told to come again later: nothing was done. */
export const isThrottled = (status: number): boolean => status === 429 || status === 503;

/** Graph said no and wrote nothing; after anything else a write may have happened. */
export function isRefusal(error: GraphError): boolean {
  return wasNeverSent(error) || (error.status >= 400 && error.status < 500 && error.status !== 408);
}

/** Throttling, missing permissions and missing lists are not the fault of what was asked. */
export function concernsTheApp(error: GraphError): boolean {
  return [401, 403, 404, 429].includes(error.status);
}

/** The longer of `Retry-After` (seconds or a date) and, from SharePoint, `RateLimit-Reset`. */
export function readRetryAfter(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after');
  const seconds = value === null ? Number.NaN : toSeconds(value, now);
  const exhausted = headers.get('ratelimit-remaining') === '0';
  const reset = exhausted ? Number(headers.get('ratelimit-reset') ?? Number.NaN) : Number.NaN;
  const waits = [seconds, reset].filter((wait) => Number.isFinite(wait) && wait >= 0);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function toSeconds(value: string, now: number): number {
  const seconds = Number(value);
  return Number.isNaN(seconds) ? Math.max(0, (Date.parse(value) - now) / 1000) : seconds;
}

function readClaims(challenge: string | undefined): string | undefined {
  if (!challenge?.includes('insufficient_claims')) return undefined;
  const encoded = /claims="([^"]+)"/.exec(challenge)?.[1];
  return encoded ? Buffer.from(encoded, 'base64').toString('utf8') : undefined;
}
