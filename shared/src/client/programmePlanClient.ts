import {
  groupsResponse,
  peopleResponse,
  planResponse,
  programme,
  programmeDraftResponse,
  programmeDraftsResponse,
  programmesResponse,
  type DiscardDraftRequest,
  type PeopleQuery,
  type SaveDraftRequest,
  type SavePlanRequest,
  type StartProgrammeRequest,
} from '../programme';
import type { ApiClient } from './apiClient';
import { queryString } from './requests';

/** The part of our API by which a programme is set up and planned, apart so that nobody else loads it. */
export const programmePlanClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  drafts: (signal?: AbortSignal) => get(programmeDraftsResponse, '/api/programme-drafts', signal),
  saveDraft: (request: SaveDraftRequest) =>
    post(programmeDraftResponse, '/api/programme-drafts', request),
  discardDraft: (clientKey: string, request: DiscardDraftRequest) =>
    post(
      programmeDraftsResponse,
      `/api/programme-drafts/${encodeURIComponent(clientKey)}/removal`,
      request,
    ),
  start: (clientKey: string, request: StartProgrammeRequest) =>
    post(programme, `/api/programme-drafts/${encodeURIComponent(clientKey)}/start`, request),
  findPeople: (query: PeopleQuery, signal?: AbortSignal) =>
    get(peopleResponse, `/api/directory/people${queryString(query)}`, signal),
  findGroups: (query: PeopleQuery, signal?: AbortSignal) =>
    get(groupsResponse, `/api/directory/groups${queryString(query)}`, signal),
  plan: (signal?: AbortSignal) => get(planResponse, '/api/programme/plan', signal),
  savePlan: (request: SavePlanRequest) => post(planResponse, '/api/programme/plan', request),
  programmes: (signal?: AbortSignal) => get(programmesResponse, '/api/programmes', signal),
});
