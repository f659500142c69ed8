import type { ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

/** The mapped tasks with their steps, for everything that serves one or is about one. */
export const tasksQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ['workflows'],
    queryFn: async ({ signal }) => (await api.workflows(signal)).workflows,
    staleTime: 5 * 60_000,
  });
