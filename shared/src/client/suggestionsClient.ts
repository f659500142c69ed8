import { suggestionsResponse } from '../feedback';
import type { ApiClient } from './apiClient';

/** The part of our API that the page of suggestions asks, apart so that nothing else loads it. */
export const suggestionsClient = ({ requests: { get } }: Pick<ApiClient, 'requests'>) => ({
  suggestions: (signal?: AbortSignal) => get(suggestionsResponse, '/api/suggestions', signal),
});
