import type { FeedbackItem } from './feedbackItem';
import type { FeedbackOutcome } from './feedbackOutcome';

/** What the measures look at of a piece of feedback. */
export interface MeasuredFeedback extends Pick<
  FeedbackItem,
  'clientKey' | 'kind' | 'state' | 'reachedClient' | 'submittedAt' | 'dueOn'
> {
  /** When somebody first answered the reporter; null while nobody has, or where it was not kept. */
  readonly respondedAt: string | null;
  /** How it ended, or the way it is on; null while that is undecided. */
  readonly outcome: FeedbackOutcome | null;
  /** What the outcome is linked to. */
  readonly outcomeReference: string | null;
  /** Key of the one that says the same and goes on for both. */
  readonly mergedInto: string | null;
  readonly helped: boolean | null;
}
