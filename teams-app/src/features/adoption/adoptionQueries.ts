import type { ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const adoptionQueries = {
  /** Use, and the health of library and feedback, of the person's programme. */
  dashboard: (api: ApiClient) =>
    queryOptions({
      queryKey: ['adoption', 'dashboard'],
      queryFn: ({ signal }) => api.dashboard(signal),
    }),
};
