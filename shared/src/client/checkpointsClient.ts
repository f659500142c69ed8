import {
  checkpointDecision,
  checkpointsResponse,
  type DecideRequest,
  type LookBackRequest,
} from '../checkpoints';
import type { ApiClient } from './apiClient';

const path = '/api/checkpoints';

/** The part of our API about checkpoints, apart so that nothing else loads it. */
export const checkpointsClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  checkpoints: (signal?: AbortSignal) => get(checkpointsResponse, path, signal),
  decide: (request: DecideRequest) => post(checkpointDecision, `${path}/decisions`, request),
  lookBack: (clientKey: string, request: LookBackRequest) =>
    post(
      checkpointDecision,
      `${path}/decisions/${encodeURIComponent(clientKey)}/look-back`,
      request,
    ),
});
