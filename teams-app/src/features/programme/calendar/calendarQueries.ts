import { settingsClient, type ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

export const calendarQueries = {
  /** The days a programme works on. */
  calendar: (api: ApiClient) =>
    queryOptions({
      queryKey: ['workingCalendar'],
      queryFn: ({ signal }) => settingsClient(api).workingCalendar(signal),
    }),
  /** Whether people are notified in Teams. */
  notices: (api: ApiClient) =>
    queryOptions({
      queryKey: ['notices'],
      queryFn: ({ signal }) => settingsClient(api).noticesStatus(signal),
    }),
};
