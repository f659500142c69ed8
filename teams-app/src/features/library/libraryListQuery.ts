import { libraryClient, type ApiClient } from '@last-mile/shared/client';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { LibrarySearch } from './librarySearch';

/** What every key of the library's answers begins with. */
export const libraryKey = ['library'] as const;

/** More than a screen, and few enough to come while somebody types. */
const itemsAtOnce = '50';

/**
 * Items that match, page by page; the last answer stays while the next search is on its way. Apart from
 * the other queries, because it is asked before the library's page is loaded.
 */
export const libraryListQuery = (api: ApiClient, search: LibrarySearch) =>
  infiniteQueryOptions({
    queryKey: [...libraryKey, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      libraryClient(api).library(
        { ...search, limit: itemsAtOnce, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
