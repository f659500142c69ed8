import { meResponse } from '../programme';
import { workflowsResponse } from '../workflows';
import type { Requests } from './requests';

/** What both apps ask before anything can be shown. */
export const createFirstCalls = ({ get }: Pick<Requests, 'get'>) => ({
  me: (signal?: AbortSignal) => get(meResponse, '/api/me', signal),
  workflows: (signal?: AbortSignal) => get(workflowsResponse, '/api/workflows', signal),
});
