import { suggestionsResponse } from '../feedback';
import type { ApiClient } from './apiClient';
import { ownFeedbackCall } from './ownFeedbackCall';

/** The part of our API that the pages of one's own feedback and of suggestions ask, apart so that nothing else loads it. */
export const suggestionsClient = ({ requests }: Pick<ApiClient, 'requests'>) => ({
  suggestions: (signal?: AbortSignal) =>
    requests.get(suggestionsResponse, '/api/suggestions', signal),
  myFeedback: ownFeedbackCall(requests),
});
