import { settingsClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';
import { libraryQueries } from '../libraryQueries';

const { root } = libraryQueries;

export const settingsQueries = {
  /** What champions decide about the library as a whole. */
  settings: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'settings'],
      queryFn: ({ signal }) => settingsClient(api).librarySettings(signal),
    }),
  /** Who owns how many items. */
  owners: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'owners'],
      queryFn: ({ signal }) => settingsClient(api).itemOwners(signal),
    }),
};
