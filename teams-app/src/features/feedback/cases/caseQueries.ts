import { casesClient, libraryClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';
import { feedbackQueries } from '../feedbackQueries';

const root = [...feedbackQueries.root, 'cases'] as const;

export const caseQueries = {
  /** Everything that is known of cases: forget it after a walk. */
  root,
  /** The case book of a library item. */
  book: (api: ApiClient, itemKey: string) =>
    queryOptions({
      queryKey: [...root, 'book', itemKey],
      queryFn: ({ signal }) => casesClient(api).caseBook(itemKey, signal),
    }),
  /** What was approved as one version of an item, which never changes; null where there is none. */
  text: (api: ApiClient, itemKey: string, version: number) =>
    queryOptions({
      queryKey: [...feedbackQueries.root, 'text', itemKey, version],
      queryFn: async ({ signal }) => {
        const { approved } = await libraryClient(api).versions(itemKey, signal);
        return approved.find((each) => each.version === version) ?? null;
      },
      staleTime: Infinity,
    }),
  /** What somebody is to walk, of all items. */
  toWalk: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'toWalk'],
      queryFn: ({ signal }) => casesClient(api).cases({ state: 'toWalk' }, signal),
    }),
  assistantChanges: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'assistantChanges'],
      queryFn: ({ signal }) => casesClient(api).assistantChanges(signal),
    }),
};
