import type { ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const adoptionQueries = {
  /** The programme's figures as they stood at the end of an ISO week; null for now. */
  dashboard: (api: ApiClient, until: string | null) =>
    queryOptions({
      queryKey: ['adoption', 'dashboard', until],
      queryFn: ({ signal }) => api.dashboard(until === null ? {} : { until }, signal),
    }),
  /** How the reports of use outside Last Mile stand. */
  usageReports: (api: ApiClient) =>
    queryOptions({
      queryKey: ['adoption', 'usageReports'],
      queryFn: ({ signal }) => api.usageReports(signal),
    }),
  /** Which job titles and departments belong to which job family. */
  jobFamilies: (api: ApiClient) =>
    queryOptions({
      queryKey: ['adoption', 'jobFamilies'],
      queryFn: ({ signal }) => api.jobFamilies(signal),
    }),
};
