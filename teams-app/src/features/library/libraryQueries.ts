import type { ApiClient } from '@last-mile/shared/client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LibrarySearch } from './librarySearch';

const root = ['library'] as const;

/** More than a screen, and few enough to come while somebody types. */
const itemsAtOnce = '50';

export const libraryQueries = {
  /** Everything the pages of this feature have loaded: forget it after a change. */
  root,
  /** Items that match, page by page; the last answer stays while the next search is on its way. */
  list: (api: ApiClient, search: LibrarySearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'list', search],
      queryFn: ({ pageParam, signal }) =>
        api.library(
          { ...search, limit: itemsAtOnce, ...(pageParam === null ? {} : { cursor: pageParam }) },
          signal,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.cursor,
      placeholderData: keepPreviousData,
    }),
  /** What the person may want before they look for anything. */
  shelves: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'shelves'],
      queryFn: ({ signal }) => api.libraryShelves(signal),
    }),
  item: (api: ApiClient, clientKey: string) =>
    queryOptions({
      queryKey: [...root, 'item', clientKey],
      queryFn: ({ signal }) => api.libraryItem(clientKey, signal),
    }),
  /** What the person wrote that is not in everybody's library. */
  own: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'own'],
      queryFn: ({ signal }) => api.ownItems(signal),
    }),
  translations: (api: ApiClient, clientKey: string) =>
    queryOptions({
      queryKey: [...root, 'translations', clientKey],
      queryFn: ({ signal }) => api.translations(clientKey, signal),
    }),
  /** What waits for a champion. */
  review: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'review'],
      queryFn: ({ signal }) => api.reviewQueue(signal),
    }),
  /** The prompt standards without which nothing is published. */
  requiredStandards: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'requiredStandards'],
      queryFn: ({ signal }) => api.requiredStandards(signal),
    }),
  versions: (api: ApiClient, clientKey: string) =>
    queryOptions({
      queryKey: [...root, 'versions', clientKey],
      queryFn: ({ signal }) => api.versions(clientKey, signal),
    }),
};
