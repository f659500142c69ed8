import { ApiProblem } from '@last-mile/shared/client';
import { QueryClient } from '@tanstack/react-query';

const staleAfterMs = 30_000;
const retries = 2;

/**
 * What the pages load, kept while the tab is open. Requests are tried even when the browser believes
 * itself offline, so that a page says what is wrong in place of waiting without a word.
 */
export function createTabQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: staleAfterMs,
        retry: (failures, error) => failures < retries && mayPass(error),
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4_000),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** A refusal stays one; an outage may pass. */
function mayPass(error: Error) {
  return error instanceof ApiProblem ? error.passing : true;
}
