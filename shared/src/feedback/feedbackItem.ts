import * as z from 'zod/mini';
import type { IssueCode } from '../issue';
import { calendarDay, clientKey, instant, multiLine } from '../text';
import { feedbackOutcome } from './feedbackOutcome';
import {
  feedbackStates,
  feedbackSubject,
  feedbackSurfaces,
  flagReason,
  outcomeLink,
} from './feedbackSubject';

/** A flag on something that went wrong, or a suggestion to improve how work is done. */
export const feedbackRequest = z
  .strictObject({
    clientKey,
    kind: z.enum(['flag', 'suggestion']),
    /** Why it is flagged; null for a suggestion. */
    reason: z.nullable(flagReason),
    /** True when the output reached a client: it is due the same day. */
    reachedClient: z.boolean(),
    about: feedbackSubject,
    /** What happened or what would be better, in the person's words. */
    text: multiLine,
    /** False: the champion sees a pseudonym. */
    named: z.boolean(),
    surface: z.enum(feedbackSurfaces),
    /** What the assistant wrote, as far as the person pasted it, masked and read over by them. */
    output: z.optional(multiLine),
    /** True when a flag that was fixed may become a case of its prompt. */
    caseConsent: z.optional(z.boolean()),
  })
  .check(
    z.refine((request) => (request.kind === 'flag') === (request.reason !== null), {
      path: ['reason'],
      error: 'flagReason' satisfies IssueCode,
    }),
  );
export type FeedbackRequest = z.infer<typeof feedbackRequest>;

/** A piece of feedback as shown. */
export const feedbackItem = z.object({
  clientKey,
  kind: z.enum(['flag', 'suggestion']),
  reason: z.nullable(flagReason),
  reachedClient: z.boolean(),
  about: feedbackSubject,
  text: z.string(),
  /** The reporter's name, "you", or a pseudonym that stays the same for the item. */
  reporter: z.string(),
  surface: z.enum(feedbackSurfaces),
  state: z.enum(feedbackStates),
  /** How it ended, or the way it is on; null while that is undecided. */
  outcome: z.nullable(feedbackOutcome),
  /** What the outcome is linked to: the version, step, session or vendor's case, or the reason. */
  outcomeReference: z.nullable(z.string()),
  /** The library item or task it is linked to; null where it is neither. */
  outcomeLink: z.nullable(outcomeLink),
  submittedAt: instant,
  dueOn: calendarDay,
  overdue: z.boolean(),
  /** False while it waits to be written to SharePoint: it is safe, but not there yet. */
  delivered: z.boolean(),
  output: z.nullable(z.string()),
  caseConsent: z.boolean(),
  /** What the reporter is told of it, in the words of whoever triaged it. */
  outcomeNote: z.nullable(z.string()),
  /** When somebody first answered; null while nobody has. */
  respondedAt: z.nullable(instant),
  closedAt: z.nullable(instant),
  /** The reporter's answer to "Did that help?"; null while there is none. */
  helped: z.nullable(z.boolean()),
  /** What they said with it; null where they said nothing. */
  helpedWords: z.nullable(z.string()),
  /** How often it was opened again after it had been closed. */
  reopened: z.number(),
  /** Key of the one that says the same and goes on for both. */
  mergedInto: z.nullable(clientKey),
  /** True for a suggestion that colleagues are not shown, although somebody took it up. */
  heldBack: z.boolean(),
});
export type FeedbackItem = z.infer<typeof feedbackItem>;

/** The same as its reporter sees it. */
export const ownFeedbackItem = z.extend(feedbackItem, {
  /** True where a case was made of it. It stands as long as its reporter agrees. */
  isCase: z._default(z.boolean(), false),
});
export type OwnFeedbackItem = z.infer<typeof ownFeedbackItem>;

export const feedbackResponse = z.object({
  items: z.array(ownFeedbackItem),
  asOf: z.nullable(instant),
});
export type FeedbackResponse = z.infer<typeof feedbackResponse>;
