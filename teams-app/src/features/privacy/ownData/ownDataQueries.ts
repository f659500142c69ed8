import { privacyClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

/** While an erasure is under way, how often it is looked at. */
const lookAgainMs = 5_000;

export const ownDataQueries = {
  data: (api: ApiClient) =>
    queryOptions({
      queryKey: ['ownData'],
      queryFn: ({ signal }) => privacyClient(api).ownData(signal),
    }),
  erasure: (api: ApiClient) =>
    queryOptions({
      queryKey: ['ownErasure'],
      queryFn: ({ signal }) => privacyClient(api).ownErasure(signal),
      refetchInterval: ({ state }) => (state.data?.erasure?.doneAt === null ? lookAgainMs : false),
    }),
};
