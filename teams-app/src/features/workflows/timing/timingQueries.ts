import { workflowsClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const timingQueries = {
  /** Which point is timed, what the person said at it, and what everybody's times come to. */
  form: (api: ApiClient) =>
    queryOptions({
      queryKey: ['workflowTimings'],
      queryFn: ({ signal }) => workflowsClient(api).timings(signal),
    }),
};
