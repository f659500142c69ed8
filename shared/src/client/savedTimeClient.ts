import { savedTimeQuestion } from '../checkpoints';
import type { ApiClient } from './apiClient';

const path = '/api/saved-time';

/**
 * The part of our API about where saved time went, which everybody is asked once a month; answers go out
 * through the queue of what is unsent.
 */
export const savedTimeClient = ({ requests: { get } }: Pick<ApiClient, 'requests'>) => ({
  savedTimeQuestion: (signal?: AbortSignal) => get(savedTimeQuestion, path, signal),
});
