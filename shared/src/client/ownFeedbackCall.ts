import { feedbackResponse } from '../feedback';
import type { Requests } from './requests';

/** Asks what became of the caller's own feedback. */
export const ownFeedbackCall =
  ({ get }: Pick<Requests, 'get'>) =>
  (signal?: AbortSignal) =>
    get(feedbackResponse, '/api/feedback/mine', signal);
