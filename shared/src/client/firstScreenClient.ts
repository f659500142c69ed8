import { createFirstCalls } from './firstCalls';
import { libraryCall } from './libraryCall';
import { createRequests, type ApiClientOptions } from './requests';

/** What the pane's first rows are drawn from: it carries the schemas of nothing else. */
export function createFirstScreenClient(options: ApiClientOptions) {
  const requests = createRequests(options);
  return { ...createFirstCalls(requests), library: libraryCall(requests) };
}
