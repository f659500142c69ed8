import { eventsReceipt, type DeviceEvent } from '../adoption';
import {
  caseReceipt,
  feedbackReceipt,
  helpedReceipt,
  suggestion,
  type FeedbackRequest,
  type HelpedRequest,
  type WalkRequest,
} from '../feedback';
import { receipt } from '../receipt';
import { createFirstCalls } from './firstCalls';
import type { FormPath, Forms } from './forms';
import type { Requests } from './requests';

/** What both apps ask wherever they were opened. */
export function createCallsOfBoth({ get, post }: Requests) {
  return {
    ...createFirstCalls({ get }),
    sendFeedback: (request: FeedbackRequest) => post(feedbackReceipt, '/api/feedback', request),
    answerHelped: (feedbackKey: string, request: HelpedRequest) =>
      post(helpedReceipt, `/api/feedback/${encodeURIComponent(feedbackKey)}/helped`, request),
    voteFor: (suggestionKey: string, vote: boolean) =>
      post(suggestion, `/api/suggestions/${encodeURIComponent(suggestionKey)}/vote`, { vote }),
    /** What was seen in the tab may wait on the device until the pane is opened. */
    walkCase: (caseKey: string, request: WalkRequest) =>
      post(caseReceipt, `/api/cases/${encodeURIComponent(caseKey)}/walks`, request),
    /** And so may a short form. */
    sendForm: <Path extends FormPath>(path: Path, form: Forms[Path]) => post(receipt, path, form),
    sendEvents: (events: readonly DeviceEvent[]) => post(eventsReceipt, '/api/events', { events }),
  };
}
