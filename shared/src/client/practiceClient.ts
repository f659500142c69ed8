import {
  exercisesResponse,
  meetingsResponse,
  placedSession,
  practiceFigures,
  practiceReceipt,
  practiceSession,
  practiceSessionsResponse,
  type CancelSessionRequest,
  type CheckInRequest,
  type PlaceSessionRequest,
  type PractisedRequest,
  type SaveSessionRequest,
} from '../practice';
import type { ApiClient } from './apiClient';

/** The part of our API about practice, apart so that nothing else loads it. */
export const practiceClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  sessions: (signal?: AbortSignal) =>
    get(practiceSessionsResponse, '/api/practice/sessions', signal),
  saveSession: (request: SaveSessionRequest) =>
    post(practiceSession, '/api/practice/sessions', request),
  checkIn: (request: CheckInRequest) => post(practiceReceipt, '/api/practice/check-ins', request),
  practised: (request: PractisedRequest) =>
    post(practiceReceipt, '/api/practice/practised', request),
  figures: (signal?: AbortSignal) => get(practiceFigures, '/api/practice/figures', signal),
  exercises: (signal?: AbortSignal) => get(exercisesResponse, '/api/practice/exercises', signal),
  /** Asks the caller's own calendar: a consent or claims challenge may come back. */
  meetings: (signal?: AbortSignal) => get(meetingsResponse, '/api/practice/meetings', signal),
  placeSession: (clientKey: string, request: PlaceSessionRequest) =>
    post(placedSession, `/api/practice/sessions/${encodeURIComponent(clientKey)}/place`, request),
  cancelSession: (clientKey: string, request: CancelSessionRequest) =>
    post(
      practiceSession,
      `/api/practice/sessions/${encodeURIComponent(clientKey)}/cancellation`,
      request,
    ),
});
