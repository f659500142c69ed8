import type { Issue } from '@last-mile/shared/problem';

/** The request says something we do not take: 400, with every place that needs mending. */
export class InvalidRequest extends Error {
  override readonly name = 'InvalidRequest';
  constructor(readonly issues: readonly Issue[]) {
    super('The request has something to mend.');
  }
}

/** The body is not JSON at all: 400. */
export class MalformedJson extends Error {
  override readonly name = 'MalformedJson';
}

/** The body is not sent as what the route takes: 415. */
export class UnsupportedMediaType extends Error {
  override readonly name = 'UnsupportedMediaType';
  constructor(readonly wanted: 'application/json' | 'text/csv') {
    super(`Send the request as ${wanted}.`);
  }
}

/** The body is longer than the route takes: 413. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
  constructor(readonly limit: number) {
    super(`The request is longer than ${limit} bytes.`);
  }
}

/** Nobody we know sent this: 401 with a stable code. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated';
  constructor(readonly code: string) {
    super(code);
  }
}

/**
 * A rule of the domain says no: 403 where the person lacks a role or standing, else 409. `issues`
 * name the places that would have to be mended first, where there are such.
 */
export class RuleRefused extends Error {
  override readonly name = 'RuleRefused';
  constructor(
    readonly reason: string,
    readonly issues: readonly Issue[] = [],
  ) {
    super(reason);
  }
}

/** There is no such thing, or not for this person: 404. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** One person asks more often than the API answers: 429. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
  constructor(readonly retryAfterSeconds: number) {
    super('Too many requests.');
  }
}

/** When to try again: as what is away says it, else in a moment. */
export function waitOf(cause: unknown): number {
  const said = (cause as { readonly retryAfterSeconds?: unknown } | undefined)?.retryAfterSeconds;
  return typeof said === 'number' ? Math.ceil(said) : 5;
}

/** What the API needs to answer is away for now: 503 with when to try again. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  constructor(
    readonly code: string,
    options?: ErrorOptions & { retryAfterSeconds?: number },
  ) {
    super(code, options);
    this.retryAfterSeconds = options?.retryAfterSeconds ?? waitOf(options?.cause);
  }
  readonly retryAfterSeconds: number;
}

/** Someone changed it since the caller read it: 412, with how it is now. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  constructor(readonly current: unknown) {
    super('Someone changed this meanwhile.');
  }
}
