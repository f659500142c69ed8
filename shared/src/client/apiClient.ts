import { dashboardResponse, type DashboardQuery } from '../adoption';
import { createCallsOfBoth } from './callsOfBoth';
import { createRequests, queryString, type ApiClientOptions } from './requests';

/**
 * The typed client of our API, with what the tab asks before its first page. What other pages ask is in
 * clients of theirs, which take the `requests` of this one: their schemas load with those pages.
 */
export function createApiClient(options: ApiClientOptions) {
  const requests = createRequests(options);
  return {
    requests,
    ...createCallsOfBoth(requests),
    dashboard: (query: DashboardQuery = {}, signal?: AbortSignal) =>
      requests.get(dashboardResponse, `/api/adoption/dashboard${queryString(query)}`, signal),
  };
}

export type ApiClient = ReturnType<typeof createApiClient>;
