import type { ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const programmeQueries = {
  /** Who the signed-in person is, and the programme they belong to. */
  me: (api: ApiClient) =>
    queryOptions({
      queryKey: ['me'],
      queryFn: ({ signal }) => api.me(signal),
      staleTime: 5 * 60_000,
    }),
};
