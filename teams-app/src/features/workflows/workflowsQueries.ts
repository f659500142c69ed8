import { workflowsClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const workflowsQueries = {
  /** The maps of all tasks of the programme. */
  maps: (api: ApiClient) =>
    queryOptions({
      queryKey: ['workflowMaps'],
      queryFn: ({ signal }) => workflowsClient(api).maps(signal),
    }),
};
