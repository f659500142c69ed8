import { programmePlanClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const planQueries = {
  /** Who, when and to what end. */
  plan: (api: ApiClient) =>
    queryOptions({
      queryKey: ['programmePlan'],
      queryFn: ({ signal }) => programmePlanClient(api).plan(signal),
    }),
  /** The programmes of the person, the latest begun first. */
  programmes: (api: ApiClient) =>
    queryOptions({
      queryKey: ['programmes'],
      queryFn: ({ signal }) => programmePlanClient(api).programmes(signal),
    }),
};
