import { type ApiClient, libraryClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';
import { libraryKey } from './libraryListQuery';

export const libraryQueries = {
  /** Everything the pages of this feature have loaded: forget it after a change. */
  root: libraryKey,
  /** What the person may want before they look for anything. */
  shelves: (api: ApiClient) =>
    queryOptions({
      queryKey: [...libraryKey, 'shelves'],
      queryFn: ({ signal }) => libraryClient(api).libraryShelves(signal),
    }),
  item: (api: ApiClient, clientKey: string) =>
    queryOptions({
      queryKey: [...libraryKey, 'item', clientKey],
      queryFn: ({ signal }) => libraryClient(api).libraryItem(clientKey, signal),
    }),
  /** What the person wrote that is not in everybody's library. */
  own: (api: ApiClient) =>
    queryOptions({
      queryKey: [...libraryKey, 'own'],
      queryFn: ({ signal }) => libraryClient(api).ownItems(signal),
    }),
  translations: (api: ApiClient, clientKey: string) =>
    queryOptions({
      queryKey: [...libraryKey, 'translations', clientKey],
      queryFn: ({ signal }) => libraryClient(api).translations(clientKey, signal),
    }),
  /** What waits for a champion. */
  review: (api: ApiClient) =>
    queryOptions({
      queryKey: [...libraryKey, 'review'],
      queryFn: ({ signal }) => libraryClient(api).reviewQueue(signal),
    }),
  /** The prompt standards without which nothing is published. */
  requiredStandards: (api: ApiClient) =>
    queryOptions({
      queryKey: [...libraryKey, 'requiredStandards'],
      queryFn: ({ signal }) => libraryClient(api).requiredStandards(signal),
    }),
  versions: (api: ApiClient, clientKey: string) =>
    queryOptions({
      queryKey: [...libraryKey, 'versions', clientKey],
      queryFn: ({ signal }) => libraryClient(api).versions(clientKey, signal),
    }),
};
