import type { ApiClient } from '@last-mile/shared/client';
import type { QueryClient } from '@tanstack/react-query';
import { adoptionQueries } from '../features/adoption/adoptionQueries';
import { askableWeek } from '../features/adoption/askableWeeks';
import type { Landing } from './landing';
import { libraryPage } from './lazyPages';
import { toRoute, type Route } from './routes';
import { tasksQuery } from './tasksQuery';

/** Where a week ends last: what is closed there is closed in every programme's time zone. */
const lastZone = 'Etc/GMT+12';

/**
 * Asks for the first page's figures before that page is drawn, for a person who lands on `landing`; null
 * where nobody knows yet. A refusal stays unseen: what the person may not see is not shown to them.
 * Resolves when the dashboard's are there or refused; at once where another page comes first.
 */
export async function loadFiguresAhead(
  queries: QueryClient,
  api: ApiClient,
  landing: Landing | null,
): Promise<void> {
  const named = toRoute(window.location.hash);
  const page = expectedPage(named, landing);
  if (page === 'dashboard' && landing === 'dashboard') {
    const wanted = (named?.page === 'dashboard' ? named.view?.until : undefined) ?? null;
    const until = askableWeek(wanted, new Date(), lastZone);
    await queries.query(adoptionQueries.dashboard(api, until)).catch(() => undefined);
  }
  if (page === 'library') {
    // What reads a list of items is no part of a dashboard's first screen.
    import('../features/library/libraryListQuery')
      .then(({ libraryListQuery }) => queries.infiniteQuery(libraryListQuery(api, {})))
      .catch(() => undefined);
    queries.query(tasksQuery(api)).catch(() => undefined);
  }
}

/** Fetches the code of the page that is shown first, where it is not part of the tab's first script. */
export function loadPageAhead(landing: Landing | null): void {
  if (expectedPage(toRoute(window.location.hash), landing) === 'library') libraryPage.loadAhead();
}

/** Null where neither the address nor the landing tells. */
function expectedPage(named: Route | undefined, landing: Landing | null) {
  if (named === undefined) return landing;
  if (named.page === 'dashboard') return 'dashboard';
  return named.page === 'library' && named.search === undefined ? 'library' : null;
}
