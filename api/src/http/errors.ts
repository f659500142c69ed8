import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '@last-mile/shared/problem';
import type { AppEnv } from './appEnv';
import { sentences, standingReasons } from './reasons';
import {
  BodyTooLarge,
  Conflict,
  InvalidRequest,
  MalformedJson,
  NotFound,
  RuleRefused,
  TooManyRequests,
  Unauthenticated,
  Unavailable,
  UnsupportedMediaType,
} from './refusals';

interface Answer {
  readonly status: ContentfulStatusCode;
  readonly problem: Problem;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Tells what an error means to the caller; undefined when it is not one it knows. */
export type ErrorMeaning = (error: unknown) => Answer | undefined;

/** A problem with the sentence of its code. */
export function problemOf(code: string, more: Omit<Partial<Problem>, 'code'> = {}): Problem {
  return { code, message: sentences[code] ?? 'The request was refused.', ...more };
}

/** The one table from an error's meaning to a status. What it does not know is our fault: 500. */
const meanings: ErrorMeaning = (error) => {
  if (error instanceof InvalidRequest) {
    return { status: 400, problem: problemOf('invalidRequest', { issues: [...error.issues] }) };
  }
  if (error instanceof MalformedJson) return { status: 400, problem: problemOf('malformedJson') };
  if (error instanceof Unauthenticated) return unauthenticated(error.code);
  if (error instanceof Conflict) {
    return { status: 412, problem: problemOf('conflict', { current: error.current }) };
  }
  if (error instanceof RuleRefused) {
    const status = standingReasons.has(error.reason) ? 403 : 409;
    const issues = error.issues.length > 0 ? { issues: [...error.issues] } : {};
    return { status, problem: problemOf(error.reason, issues) };
  }
  if (error instanceof NotFound) return { status: 404, problem: problemOf('notFound') };
  if (error instanceof BodyTooLarge) return { status: 413, problem: problemOf('bodyTooLarge') };
  if (error instanceof UnsupportedMediaType) {
    const { message } = error;
    return { status: 415, problem: problemOf('unsupportedMediaType', { message }) };
  }
  if (error instanceof TooManyRequests) {
    return later(429, 'tooManyRequests', error.retryAfterSeconds);
  }
  if (error instanceof Unavailable) return later(503, error.code, error.retryAfterSeconds);
  return undefined;
};

function unauthenticated(code: string): Answer {
  // RFC 6750: a request without a token is told the scheme only, a bad token is told what is wrong.
  const challenge =
    code === 'token_missing'
      ? 'Bearer'
      : `Bearer error="invalid_token", error_description="${code}"`;
  return {
    status: 401,
    problem: problemOf(code),
    headers: { 'WWW-Authenticate': challenge },
  };
}

/** An answer that says when to try again. */
export function later(status: 429 | 502 | 503, code: string, seconds: number): Answer {
  return { status, problem: problemOf(code), headers: { 'Retry-After': String(seconds) } };
}

/**
 * Turns every error into one JSON problem. `more` adds the meanings of what lies behind the API
 * (Graph, lists); what nobody knows is answered 500 without detail, and logged with it.
 */
export function answerProblem(...more: readonly ErrorMeaning[]) {
  return (error: unknown, c: Context<AppEnv>): Response => {
    for (const meaning of [...more, meanings]) {
      const answer = meaning(error);
      if (answer) {
        c.set('refusedWith', answer.problem.code);
        if (answer.status >= 500)
          c.var.log.tell('needIsAway', { requestId: c.var.requestId, err: error });
        return c.json(answer.problem, answer.status, answer.headers);
      }
    }
    if (error instanceof HTTPException && error.status < 500) {
      return c.json(problemOf('invalidRequest', { message: error.message }), error.status);
    }
    c.var.log.tell('unexpectedError', { requestId: c.var.requestId, err: error });
    return c.json(problemOf('internal'), 500);
  };
}
