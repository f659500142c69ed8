import { createCallsOfBoth } from './callsOfBoth';
import { libraryCall } from './libraryCall';
import { ownFeedbackCall } from './ownFeedbackCall';
import { createRequests, type ApiClientOptions } from './requests';

/** All the pane asks: it carries the schemas of nothing else. */
export function createPaneClient(options: ApiClientOptions) {
  const requests = createRequests(options);
  return {
    ...createCallsOfBoth(requests),
    library: libraryCall(requests),
    myFeedback: ownFeedbackCall(requests),
  };
}

export type PaneClient = ReturnType<typeof createPaneClient>;
