import { libraryClient, practiceClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

const root = ['practice'] as const;
/** A session on its way to SharePoint is there in seconds. */
const onItsWayMs = 3_000;

export const practiceQueries = {
  root,
  /** The sessions the person sees, by when they start. */
  sessions: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'sessions'],
      queryFn: ({ signal }) => practiceClient(api).sessions(signal),
      refetchInterval: ({ state }) =>
        state.data?.sessions.some(({ session }) => session.eTag === null) === true
          ? onItsWayMs
          : false,
    }),
  figures: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'figures'],
      queryFn: ({ signal }) => practiceClient(api).figures(signal),
    }),
  /** Exercises that come with Last Mile. */
  exercises: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'exercises'],
      queryFn: ({ signal }) => practiceClient(api).exercises(signal),
      staleTime: Infinity,
    }),
  /** The champion's own series of meetings; asks their calendar. */
  meetings: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'meetings'],
      queryFn: ({ signal }) => practiceClient(api).meetings(signal),
      retry: false,
    }),
  /** Published items that may be tried, of a task where one is chosen. */
  items: (api: ApiClient, taskKey: string) =>
    queryOptions({
      queryKey: [...root, 'items', taskKey],
      queryFn: async ({ signal }) => {
        const task = taskKey === '' ? {} : { task: taskKey };
        const { items } = await libraryClient(api).library(
          { ...task, status: 'published' },
          signal,
        );
        return items;
      },
    }),
  item: (api: ApiClient, itemKey: string) =>
    queryOptions({
      queryKey: [...root, 'item', itemKey],
      queryFn: ({ signal }) => libraryClient(api).libraryItem(itemKey, signal),
    }),
};
