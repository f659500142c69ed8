import type * as z from 'zod/mini';
import type { Issue } from '../problem';
import type { Problem } from '../problem';

/** The API refused the request and said why. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: readonly Issue[];
  readonly claims: string | undefined;
  /** What the person has to consent to first; empty where that is not why. */
  readonly scopes: readonly string[];
  readonly current: unknown;

  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = problem.code;
    this.issues = problem.issues ?? [];
    this.claims = problem.claims;
    this.scopes = problem.scopes ?? [];
    this.current = problem.current;
  }

  /** Whether the same request may succeed later: the refusal was about load or an outage, not about it. */
  get passing(): boolean {
    return this.status === 429 || this.status >= 500;
  }
}

/** What somebody else wrote meanwhile, where that is why the API wrote nothing. */
export function overtakenBy<Schema extends z.ZodMiniType>(
  error: unknown,
  schema: Schema,
): z.infer<Schema> | undefined {
  if (!(error instanceof ApiProblem) || error.status !== 412) return undefined;
  return schema.safeParse(error.current).data;
}

/** No answer came: no network, no server, or it took too long. The request may or may not have arrived. */
export class ApiUnreachable extends Error {
  constructor(cause: unknown) {
    super('Last Mile cannot be reached right now.', { cause });
    this.name = 'ApiUnreachable';
  }
}

/** The API answered, but with something this app cannot read: the two are of different versions. */
export class ApiAnswerUnreadable extends Error {
  constructor(cause: unknown) {
    super('Last Mile has changed since this page was opened. Open it again to go on.', { cause });
    this.name = 'ApiAnswerUnreadable';
  }
}

/** No access token could be had; `interaction` when the person can mend it by signing in. */
export class SignInRequired extends Error {
  readonly claims: string | undefined;

  constructor(message: string, options: { cause?: unknown; claims?: string } = {}) {
    super(message, { cause: options.cause });
    this.name = 'SignInRequired';
    this.claims = options.claims;
  }
}
