import { savedTimeQuestion, savedTimeReceipt, type SavedTimeRequest } from '../checkpoints';
import type { ApiClient } from './apiClient';

const path = '/api/saved-time';

/** The part of our API about where saved time went, which everybody is asked once a month. */
export const savedTimeClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  savedTimeQuestion: (signal?: AbortSignal) => get(savedTimeQuestion, path, signal),
  answerSavedTime: (request: SavedTimeRequest) => post(savedTimeReceipt, path, request),
});
