import type { FeedbackItem } from './feedbackItem';
import type { TriageProgress } from './triageProgress';

/** What the measures look at of a piece of feedback. */
export type MeasuredFeedback = Pick<
  FeedbackItem,
  'clientKey' | 'kind' | 'state' | 'reachedClient' | 'submittedAt' | 'dueOn'
> &
  Pick<
    TriageProgress,
    'respondedAt' | 'outcome' | 'outcomeReference' | 'mergedInto' | 'helped' | 'answerDueOn'
  >;
