import {
  type ApiClient,
  libraryClient,
  practiceClient,
  suggestionsClient,
  triageClient,
} from '@last-mile/shared/client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { QueueSearch } from './queue/queuePlace';

const root = ['feedback'] as const;

/** Items to choose one from: as many as somebody reads before they write more of its title. */
const itemsToChooseFrom = '20';

export const feedbackQueries = {
  /** Everything the pages of this feature have loaded: forget it after a change. */
  root,
  /** What the signed-in person wrote. */
  mine: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'mine'],
      queryFn: ({ signal }) => suggestionsClient(api).myFeedback(signal),
    }),
  /** What people would like better. */
  suggestions: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'suggestions'],
      queryFn: ({ signal }) => suggestionsClient(api).suggestions(signal),
    }),
  /** What waits for the champions, page by page; the last answer stays while the next is on its way. */
  queue: (api: ApiClient, search: QueueSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'queue', search],
      queryFn: ({ pageParam, signal }) =>
        triageClient(api).queue(
          { ...search, ...(pageParam === null ? {} : { after: pageParam }) },
          signal,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  /** One piece of feedback with what it is about. */
  detail: (api: ApiClient, clientKey: string) =>
    queryOptions({
      queryKey: [...root, 'detail', clientKey],
      queryFn: ({ signal }) => triageClient(api).detail(clientKey, signal),
    }),
  /** The approved texts of a library item, newest first. */
  versions: (api: ApiClient, itemKey: string) =>
    queryOptions({
      queryKey: [...root, 'versions', itemKey],
      queryFn: async ({ signal }) => (await libraryClient(api).versions(itemKey, signal)).approved,
    }),
  libraryItem: (api: ApiClient, itemKey: string) =>
    queryOptions({
      queryKey: [...root, 'libraryItem', itemKey],
      queryFn: ({ signal }) => libraryClient(api).libraryItem(itemKey, signal),
    }),
  /** Sessions of practice that take place, the latest first. */
  sessions: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'sessions'],
      queryFn: async ({ signal }) =>
        (await practiceClient(api).sessions(signal)).sessions
          .map(({ session }) => session)
          .filter(({ cancelledAt }) => cancelledAt === null)
          .sort((one, other) => other.startsAt.localeCompare(one.startsAt)),
    }),
  /** Published library items by words of them. */
  libraryItems: (api: ApiClient, q: string) =>
    queryOptions({
      queryKey: [...root, 'libraryItems', q],
      queryFn: async ({ signal }) =>
        (
          await libraryClient(api).library(
            { q, status: 'published', limit: itemsToChooseFrom },
            signal,
          )
        ).items,
      placeholderData: keepPreviousData,
    }),
  /** How they are answered, and what feedback tells. */
  overview: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'overview'],
      queryFn: ({ signal }) => triageClient(api).overview(signal),
    }),
};
