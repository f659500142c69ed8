import { issueAt } from '@last-mile/shared/issue';
import type { Issue, Problem } from '@last-mile/shared/problem';
import { GraphError, isPassing } from '../graph/graphError';
import { InteractionRequired } from '../graph/tokens';
import {
  ListConflict,
  ListItemGone,
  ListUnavailable,
  TextNotStorable,
  TextTooLong,
} from '../sync/storedItem';
import { later, problemOf, type ErrorMeaning } from './errors';

const retrySeconds = 5;

/** What the errors of Graph and of the lists mean to the caller. */
export const upstreamErrors: ErrorMeaning = (error) => {
  if (error instanceof ListConflict) return { status: 412, problem: problemOf('conflict') };
  if (error instanceof ListItemGone) return { status: 404, problem: problemOf('notFound') };
  if (error instanceof TextTooLong) {
    return unusableText(issueAt(error.column, 'tooLong', error.limit));
  }
  if (error instanceof TextNotStorable) {
    return unusableText(issueAt(error.column, 'notStorable'));
  }
  if (error instanceof ListUnavailable) return later(503, 'sharePointUnavailable', retrySeconds);
  if (error instanceof InteractionRequired) {
    const { code, claims, scopes } = error;
    return challenge(code, claims, code === 'consent_required' ? { scopes: [...scopes] } : {});
  }
  if (error instanceof GraphError) {
    if (error.claims !== undefined) return challenge('interaction_required', error.claims);
    return isPassing(error.status)
      ? later(503, 'sharePointUnavailable', Math.ceil(error.retryAfterSeconds ?? retrySeconds))
      : later(502, 'sharePointRefused', retrySeconds);
  }
  return undefined;
};

function unusableText(issue: Issue): ReturnType<ErrorMeaning> {
  return { status: 400, problem: problemOf('invalidRequest', { issues: [issue] }) };
}

/**
 * One JSON answer the client acts on once: it takes the claims, or what has to be consented to, to the
 * person's sign-in and tries again.
 */
function challenge(
  code: 'consent_required' | 'interaction_required',
  claims: string | undefined,
  consent: Pick<Problem, 'scopes'> = {},
): ReturnType<ErrorMeaning> {
  const more = { ...(claims === undefined ? {} : { claims }), ...consent };
  return { status: 401, problem: problemOf(code, more) };
}
