import { issueAt } from '@last-mile/shared/issue';
import type { Issue, Problem } from '@last-mile/shared/problem';
import { appRefused, GraphError, isPassing } from '../graph/graphError';
import { InteractionRequired } from '../graph/tokens';
import {
  ListConflict,
  ListItemGone,
  ListUnavailable,
  TextNotStorable,
  TextTooLong,
} from '../sync/storedItem';
import { later, problemOf, type ErrorMeaning } from './errors';
import { Unavailable, waitOf } from './refusals';

/** Nobody renews a credential in seconds. */
const renewalSeconds = 60;

/** What the errors of Graph and of the lists mean to the caller. */
export const upstreamErrors: ErrorMeaning = (error) => {
  if (isForWantOfTheApp(error)) return later(503, 'appRefused', renewalSeconds);
  if (error instanceof ListConflict) return { status: 412, problem: problemOf('conflict') };
  if (error instanceof ListItemGone) return { status: 404, problem: problemOf('notFound') };
  if (error instanceof TextTooLong) {
    return unusableText(issueAt(error.column, 'tooLong', error.limit));
  }
  if (error instanceof TextNotStorable) {
    return unusableText(issueAt(error.column, 'notStorable'));
  }
  if (error instanceof ListUnavailable) {
    return later(503, 'sharePointUnavailable', waitOf(error.cause));
  }
  if (error instanceof InteractionRequired) {
    const { code, claims, scopes } = error;
    return challenge(code, claims, code === 'consent_required' ? { scopes: [...scopes] } : {});
  }
  if (error instanceof GraphError) {
    if (error.claims !== undefined) return challenge('interaction_required', error.claims);
    return isPassing(error.status)
      ? later(503, 'sharePointUnavailable', waitOf(error))
      : later(502, 'sharePointRefused', waitOf(error));
  }
  return undefined;
};

/** Whatever was to be done: as long as Entra does not take the app, none of it can be. */
function isForWantOfTheApp(error: unknown): boolean {
  if (error instanceof GraphError) return error.code === appRefused;
  const stoodBefore = error instanceof ListUnavailable || error instanceof Unavailable;
  return stoodBefore && isForWantOfTheApp(error.cause);
}

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
