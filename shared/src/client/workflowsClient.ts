import {
  timingFormResponse,
  workflowMap,
  workflowMapsResponse,
  type AddTaskRequest,
  type DecideToolRequest,
  type SaveMapRequest,
} from '../workflows';
import type { ApiClient } from './apiClient';

const pathOf = (clientKey: string) => `/api/workflows/${encodeURIComponent(clientKey)}`;

/** The part of our API about maps of tasks, apart so that nothing else loads it. */
export const workflowsClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  maps: (signal?: AbortSignal) => get(workflowMapsResponse, '/api/workflows/maps', signal),
  timings: (signal?: AbortSignal) => get(timingFormResponse, '/api/workflows/timings', signal),
  addTask: (request: AddTaskRequest) => post(workflowMap, '/api/workflows', request),
  saveMap: (clientKey: string, request: SaveMapRequest) =>
    post(workflowMap, `${pathOf(clientKey)}/map`, request),
  decideTool: (clientKey: string, request: DecideToolRequest) =>
    post(workflowMap, `${pathOf(clientKey)}/tool`, request),
});
