import { checkpointsClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const checkpointsQueries = {
  /** The checkpoints that were taken, what was decided at them, and when the next one is taken. */
  all: (api: ApiClient) =>
    queryOptions({
      queryKey: ['checkpoints'],
      queryFn: ({ signal }) => checkpointsClient(api).checkpoints(signal),
    }),
};
