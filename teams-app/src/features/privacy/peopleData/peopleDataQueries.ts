import { privacyClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

/** While an erasure is under way, how often it is looked at. */
const lookAgainMs = 5_000;

export const peopleDataQueries = {
  /** People of the organisation whose names begin so. */
  found: (api: ApiClient, typed: string) =>
    queryOptions({
      queryKey: ['anyPeople', typed],
      queryFn: ({ signal }) => privacyClient(api).findPeople(typed, signal),
      staleTime: 5 * 60_000,
    }),
  erasure: (api: ApiClient, userId: string) =>
    queryOptions({
      queryKey: ['erasureOf', userId],
      queryFn: ({ signal }) => privacyClient(api).erasureOf(userId, signal),
      refetchInterval: ({ state }) => (state.data?.erasure?.doneAt === null ? lookAgainMs : false),
    }),
};
