import { operationsClient, type ApiClient } from '@last-mile/shared/client';
import type { AuditPeriod } from '@last-mile/shared/operations';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

/** While the page is open, how often the queue to SharePoint is looked at. */
const lookAgainMs = 15_000;

export const operationsQueries = {
  /** The audit trail of a period from its end, page by page. */
  audit: (api: ApiClient, period: AuditPeriod) =>
    infiniteQueryOptions({
      queryKey: ['auditTrail', period],
      queryFn: ({ pageParam, signal }) =>
        operationsClient(api).audit(
          { ...period, ...(pageParam === null ? {} : { after: pageParam }) },
          signal,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  deliveries: (api: ApiClient) =>
    queryOptions({
      queryKey: ['deliveries'],
      queryFn: ({ signal }) => operationsClient(api).deliveries(signal),
      refetchInterval: lookAgainMs,
    }),
};
