import { casesClient, type ApiClient } from '@last-mile/shared/client';
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
