import {
  effortResponse,
  workListResponse,
  workMarkReceipt,
  type MarkWorkRequest,
  type SaveEffortRequest,
} from '../programme';
import type { ApiClient } from './apiClient';

/** The part of our API about the owner's week, apart so that nothing else loads it. */
export const weekClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  work: (signal?: AbortSignal) => get(workListResponse, '/api/programme/week', signal),
  mark: (request: MarkWorkRequest) => post(workMarkReceipt, '/api/programme/week/marks', request),
  effort: (signal?: AbortSignal) => get(effortResponse, '/api/programme/effort', signal),
  saveEffort: (request: SaveEffortRequest) =>
    post(effortResponse, '/api/programme/effort', request),
});
