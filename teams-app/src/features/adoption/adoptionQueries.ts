import type { ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const adoptionQueries = {
  /** The programme's figures as they stood at the end of an ISO week; null for now. */
  dashboard: (api: ApiClient, until: string | null) =>
    queryOptions({
      queryKey: ['adoption', 'dashboard', until],
      queryFn: ({ signal }) => api.dashboard(until === null ? {} : { until }, signal),
    }),
};
