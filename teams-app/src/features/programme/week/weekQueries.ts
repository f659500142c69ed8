import { weekClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const weekQueries = {
  /** What is to be done in the programme now. */
  work: (api: ApiClient) =>
    queryOptions({
      queryKey: ['ownersWeek'],
      queryFn: ({ signal }) => weekClient(api).work(signal),
    }),
  /** Hours and spend of each week. */
  effort: (api: ApiClient) =>
    queryOptions({
      queryKey: ['programmeEffort'],
      queryFn: ({ signal }) => weekClient(api).effort(signal),
    }),
};
