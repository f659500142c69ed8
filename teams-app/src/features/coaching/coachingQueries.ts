import { coachingClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const coachingQueries = {
  /** Whom it may help to talk to, and who was reached; people are named in it. */
  list: (api: ApiClient) =>
    queryOptions({
      queryKey: ['coaching'],
      queryFn: ({ signal }) => coachingClient(api).coaching(signal),
    }),
  /** The person's own word on whether they may be on it. */
  choice: (api: ApiClient) =>
    queryOptions({
      queryKey: ['coachingChoice'],
      queryFn: ({ signal }) => coachingClient(api).choice(signal),
    }),
};
