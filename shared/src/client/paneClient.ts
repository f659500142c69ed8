import { createCallsOfBoth } from './callsOfBoth';
import { libraryCall } from './libraryCall';
import { createRequests, type ApiClientOptions } from './requests';

/** What the pane asks for its first screen; its later pages take the `requests` of it. */
export function createPaneClient(options: ApiClientOptions) {
  const requests = createRequests(options);
  return { requests, ...createCallsOfBoth(requests), library: libraryCall(requests) };
}

export type PaneClient = ReturnType<typeof createPaneClient>;
