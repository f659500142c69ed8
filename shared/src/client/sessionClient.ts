import {
  sessionResponse,
  sessionsResponse,
  type AddEntryRequest,
  type OpenSessionRequest,
} from '../library';
import type { ApiClient } from './apiClient';

const pathOf = (clientKey: string) => `/api/build-sessions/${encodeURIComponent(clientKey)}`;

/** The part of our API that build sessions ask, apart so that nobody else loads it. */
export const sessionClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  sessions: (signal?: AbortSignal) => get(sessionsResponse, '/api/build-sessions', signal),
  /** What changed since `since`; once something is known the answer waits for the next change. */
  session: (clientKey: string, since: number, signal?: AbortSignal) =>
    get(sessionResponse, `${pathOf(clientKey)}?since=${String(since)}`, signal),
  open: (request: OpenSessionRequest) => post(sessionResponse, '/api/build-sessions', request),
  addEntry: (clientKey: string, entry: AddEntryRequest) =>
    post(sessionResponse, `${pathOf(clientKey)}/entries`, entry),
  voteFor: (clientKey: string, entryKey: string, vote: boolean) =>
    post(sessionResponse, `${pathOf(clientKey)}/entries/${entryKey}/vote`, { vote }),
  draftEntries: (clientKey: string, entries: readonly string[]) =>
    post(sessionResponse, `${pathOf(clientKey)}/drafts`, { entries }),
  close: (clientKey: string, closed: boolean) =>
    post(sessionResponse, `${pathOf(clientKey)}/closing`, { closed }),
});
export type SessionClient = ReturnType<typeof sessionClient>;
