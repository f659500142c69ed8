import { ownershipClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const ownershipQueries = {
  /** Who owns the programme, and how it stands with it. */
  ownership: (api: ApiClient) =>
    queryOptions({
      queryKey: ['ownership'],
      queryFn: ({ signal }) => ownershipClient(api).ownership(signal),
    }),
  /** The word to everyone, once there is one. */
  ending: (api: ApiClient) =>
    queryOptions({
      queryKey: ['programmeEnding'],
      queryFn: ({ signal }) => ownershipClient(api).ending(signal),
    }),
};
