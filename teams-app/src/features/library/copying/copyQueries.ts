import { importClient, type ApiClient } from '@last-mile/shared/client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { libraryQueries } from '../libraryQueries';

const root = [...libraryQueries.root, 'lenders'] as const;

export const copyQueries = {
  /** The programmes whose published items may be copied. */
  lenders: (api: ApiClient) =>
    queryOptions({
      queryKey: root,
      queryFn: async ({ signal }) => (await importClient(api).lenders(signal)).lenders,
    }),
  /** What one of them shares, page by page; the last answer stays while the next one comes. */
  lent: (api: ApiClient, lenderKey: string, q: string) =>
    infiniteQueryOptions({
      queryKey: [...root, lenderKey, q],
      queryFn: ({ pageParam, signal }) =>
        importClient(api).lent(
          lenderKey,
          { ...(q === '' ? {} : { q }), ...(pageParam === null ? {} : { cursor: pageParam }) },
          signal,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.cursor,
      placeholderData: keepPreviousData,
    }),
};
