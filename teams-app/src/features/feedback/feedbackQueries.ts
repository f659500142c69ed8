import type { ApiClient } from '@last-mile/shared/client';
import { queryOptions } from '@tanstack/react-query';

const root = ['feedback'] as const;

export const feedbackQueries = {
  /** What the signed-in person wrote. */
  mine: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'mine'],
      queryFn: ({ signal }) => api.myFeedback(signal),
    }),
  /** What people would like better. */
  suggestions: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'suggestions'],
      queryFn: ({ signal }) => api.suggestions(signal),
    }),
  /** What waits for the champions of the programme. */
  queue: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'queue'],
      queryFn: ({ signal }) => api.feedback(signal),
    }),
  /** How they are answered, and what feedback tells. */
  overview: (api: ApiClient) =>
    queryOptions({
      queryKey: [...root, 'overview'],
      queryFn: ({ signal }) => api.feedbackOverview(signal),
    }),
};
