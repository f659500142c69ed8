import {
  erasureResponse,
  personalDataResponse,
  type ErasureOfRequest,
  type ErasureRequest,
  type PersonalDataRequest,
} from '../privacy';
import { peopleResponse } from '../programme';
import type { ApiClient } from './apiClient';

/** The part of our API about what is held of a person, apart so that nothing else loads it. */
export const privacyClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  ownData: (signal?: AbortSignal) => get(personalDataResponse, '/api/me/data', signal),
  ownErasure: (signal?: AbortSignal) => get(erasureResponse, '/api/me/erasure', signal),
  eraseOwn: (request: ErasureRequest) => post(erasureResponse, '/api/me/erasure', request),
  findPeople: (typed: string, signal?: AbortSignal) =>
    get(peopleResponse, `/api/people?q=${encodeURIComponent(typed)}`, signal),
  dataOf: (request: PersonalDataRequest) => post(personalDataResponse, '/api/people/data', request),
  erasureOf: (userId: string, signal?: AbortSignal) =>
    get(erasureResponse, `/api/people/erasure?userId=${encodeURIComponent(userId)}`, signal),
  eraseOf: (request: ErasureOfRequest) => post(erasureResponse, '/api/people/erasure', request),
});
