import {
  coachingChoiceKept,
  coachingResponse,
  outreach,
  type CoachingChoice,
  type OutreachOutcomeRequest,
  type OutreachRequest,
} from '../coaching';
import type { ApiClient } from './apiClient';

const outreachPath = '/api/coaching/outreach';

/** The part of our API about coaching, apart so that nothing else loads it. */
export const coachingClient = ({ requests: { get, post } }: Pick<ApiClient, 'requests'>) => ({
  coaching: (signal?: AbortSignal) => get(coachingResponse, '/api/coaching', signal),
  reachOut: (request: OutreachRequest) => post(outreach, outreachPath, request),
  keepOutcome: (clientKey: string, request: OutreachOutcomeRequest) =>
    post(outreach, `${outreachPath}/${encodeURIComponent(clientKey)}/outcome`, request),
  choice: (signal?: AbortSignal) => get(coachingChoiceKept, '/api/coaching/choice', signal),
  choose: (choice: CoachingChoice) => post(coachingChoiceKept, '/api/coaching/choice', choice),
});
