import { settingsClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const peopleAndDataQueries = {
  /** How the reports of use outside Last Mile stand. */
  usageReports: (api: ApiClient) =>
    queryOptions({
      queryKey: ['adoption', 'usageReports'],
      queryFn: ({ signal }) => settingsClient(api).usageReports(signal),
    }),
  /** Which job titles and departments belong to which job family. */
  jobFamilies: (api: ApiClient) =>
    queryOptions({
      queryKey: ['adoption', 'jobFamilies'],
      queryFn: ({ signal }) => settingsClient(api).jobFamilies(signal),
    }),
};
