import type { FeedbackItem } from './feedbackItem';
import type { FeedbackOutcome } from './feedbackOutcome';

/** How far a piece of feedback has come: what changes while champions work on it. */
export interface TriageProgress {
  readonly state: FeedbackItem['state'];
  /** When somebody first answered the reporter; null while nobody has. */
  readonly respondedAt: string | null;
  readonly closedAt: string | null;
  /** How it ended, or the way it is on; null while that is undecided. */
  readonly outcome: FeedbackOutcome | null;
  /** What the outcome is linked to, in words. */
  readonly outcomeReference: string | null;
  /** Key of the library item or the task that the outcome is linked to; null where it is neither. */
  readonly outcomeKey: string | null;
  /** The version of that library item. */
  readonly outcomeVersion: number | null;
  /** Key of the one that says the same and goes on for both. */
  readonly mergedInto: string | null;
  /** The reporter's answer to "Did it help?"; null while there is none. */
  readonly helped: boolean | null;
  /** What the reporter said with that answer. */
  readonly helpedWords: string | null;
  /** Object id of the champion it is given to; null for nobody. */
  readonly assignedTo: string | null;
  /** What the reporter is told of it. */
  readonly outcomeNote: string | null;
  /** Key of the library item whose next published version closes it; null where none is awaited. */
  readonly awaitsItem: string | null;
  /** Only a version later than this one closes it; null where that was not kept. */
  readonly awaitsAfter: number | null;
  readonly vendorSentOn: string | null;
  readonly vendorAnswer: string | null;
  /** How often it was opened again. */
  readonly reopened: number;
  /** The day an answer is due again after it was opened again; null where it never was. */
  readonly answerDueOn: string | null;
  /** True for a suggestion that colleagues are not shown. */
  readonly heldBack: boolean;
}

/** What nobody has worked on yet. */
export const unanswered = {
  state: 'new',
  respondedAt: null,
  closedAt: null,
  outcome: null,
  outcomeReference: null,
  outcomeKey: null,
  outcomeVersion: null,
  mergedInto: null,
  helped: null,
  helpedWords: null,
  assignedTo: null,
  outcomeNote: null,
  awaitsItem: null,
  awaitsAfter: null,
  vendorSentOn: null,
  vendorAnswer: null,
  reopened: 0,
  answerDueOn: null,
  heldBack: false,
} as const satisfies TriageProgress;
