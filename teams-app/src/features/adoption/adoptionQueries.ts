import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

/** What is being worked out on the server is asked for again until it is there. */
const pendingEveryMs = 5_000;
const isPending = (answer: DashboardResponse | undefined) =>
  answer?.habit.state === 'pending' || answer?.tasks.some(({ uses }) => uses.state === 'pending');

export const adoptionQueries = {
  /** The programme's figures as they stood at the end of an ISO week; null for now. */
  dashboard: (api: ApiClient, until: string | null) =>
    queryOptions({
      queryKey: ['adoption', 'dashboard', until],
      queryFn: ({ signal }) => api.dashboard(until === null ? {} : { until }, signal),
      refetchInterval: ({ state }) => (isPending(state.data) ? pendingEveryMs : false),
    }),
};
