import * as z from 'zod/mini';
import { clientKey, instant } from '../text';
import type { FeedbackItem } from './feedbackItem';
import { feedbackStates, feedbackSubject, outcomeLink } from './feedbackSubject';
import { feedbackOutcome } from './feedbackOutcome';

/**
 * Whether colleagues are shown a suggestion: once a champion took it up, and as long as it is not held
 * back. Until then somebody may have put a client's name into it.
 */
export function isPublicSuggestion({
  kind,
  state,
  respondedAt,
  heldBack,
}: Pick<FeedbackItem, 'kind' | 'state' | 'respondedAt' | 'heldBack'>): boolean {
  return kind === 'suggestion' && !heldBack && (state !== 'new' || respondedAt !== null);
}

/** A suggestion as every member may see it: nothing of it says who wrote it. */
export const suggestion = z.object({
  clientKey,
  about: feedbackSubject,
  text: z.string(),
  state: z.enum(feedbackStates),
  /** The way it took, or takes; null while that is undecided. */
  outcome: z.nullable(feedbackOutcome),
  /** What that is linked to, in words. */
  outcomeReference: z.nullable(z.string()),
  outcomeLink: z.nullable(outcomeLink),
  submittedAt: instant,
  /** Different people who voted for it, or for what was merged into it. */
  votes: z.number(),
  /** Whether the caller did. */
  voted: z.boolean(),
  /** The caller's own, or one into which theirs was merged: they have no vote on it. */
  own: z.boolean(),
  /** False for the caller's own that nobody took up yet, or that is held back: nobody else sees it. */
  shown: z.boolean(),
});
export type Suggestion = z.infer<typeof suggestion>;

export const suggestionsResponse = z.object({
  /** Most votes first, then the newest. */
  items: z.array(suggestion),
  asOf: z.nullable(instant),
});
export type SuggestionsResponse = z.infer<typeof suggestionsResponse>;

/** Votes for a suggestion, or takes the vote back; the same again changes nothing. */
export const suggestionVote = z.strictObject({ vote: z.boolean() });
export type SuggestionVote = z.infer<typeof suggestionVote>;
