import {
  endingResponse,
  ownershipResponse,
  type EndProgrammeRequest,
  type NameOwnerRequest,
} from '../programme';
import type { ApiClient } from './apiClient';

/** The part of our API about who owns a programme and how it ends, apart so that nothing else loads it. */
export const ownershipClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  ownership: (signal?: AbortSignal) => get(ownershipResponse, '/api/programme/owner', signal),
  nameOwner: (request: NameOwnerRequest) =>
    post(ownershipResponse, '/api/programme/owner', request),
  ending: (signal?: AbortSignal) => get(endingResponse, '/api/programme/ending', signal),
  end: (request: EndProgrammeRequest) => post(ownershipResponse, '/api/programme/ending', request),
});
