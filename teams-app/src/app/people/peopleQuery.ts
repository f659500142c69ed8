import { settingsClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

/** People of the programme whose names begin so. */
export const peopleQuery = (api: ApiClient, q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: ({ signal }) => settingsClient(api).people({ q }, signal),
    staleTime: 5 * 60_000,
  });
