import type { ApiClient } from '@last-mile/shared/client';
import type { QueryClient } from '@tanstack/react-query';
import { adoptionQueries } from '../features/adoption/adoptionQueries';
import { libraryQueries } from '../features/library/libraryQueries';
import { lastLanding } from './landing';
import { toRoute } from './routes';

/**
 * Asks for the first page's figures beside the question who the person is, not after it. A refusal
 * stays unseen: what the person may not see is not shown to them.
 */
export function loadFiguresAhead(queries: QueryClient, api: ApiClient): void {
  const page = expectedPage();
  if (page === 'dashboard' && lastLanding() === 'dashboard') {
    queries.query(adoptionQueries.dashboard(api)).catch(() => undefined);
  }
  if (page === 'library') {
    queries.infiniteQuery(libraryQueries.list(api, {})).catch(() => undefined);
    queries.query(libraryQueries.tasks(api)).catch(() => undefined);
  }
}

/** Null where neither the address nor the last visit tells. */
function expectedPage() {
  const named = toRoute(window.location.hash);
  if (named === undefined) return lastLanding();
  if (named.page === 'dashboard') return 'dashboard';
  return named.page === 'library' && named.status === undefined ? 'library' : null;
}
