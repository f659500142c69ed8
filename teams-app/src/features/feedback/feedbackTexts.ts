import type { FeedbackItem } from '@last-mile/shared/feedback';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../app/texts';

const states: Record<FeedbackItem['state'], string> = {
  new: 'New',
  inProgress: 'In progress',
  waitingOnVendor: 'Waiting on the vendor',
  closed: 'Closed',
};

const reasons: Record<NonNullable<FeedbackItem['reason']>, string> = {
  wrong: 'Wrong',
  biased: 'Biased',
  unhelpful: 'Did not help',
  unsafe: 'Unsafe',
  other: 'Other problem',
};

const subjects: Record<FeedbackItem['about']['type'], string> = {
  libraryItem: 'A library item',
  aiOutput: 'An answer of an assistant',
  tool: 'How we work with AI',
  workflow: 'A task',
};

const surfaces: Record<FeedbackItem['surface'], string> = { teams: 'Teams', outlook: 'Outlook' };

/** Words of the feedback pages. */
export const feedbackTexts = texts('feedback', {
  title: 'Feedback',
  subtitle: 'What was flagged or suggested, and what became of it.',
  calendar: 'Working days and notifications',
  contact: 'How Last Mile may contact me',
  lists: 'Which feedback',
  suggestions: 'Suggestions',
  mine: 'My feedback',
  queue: 'Queue',
  cases: 'Cases to walk',
  overview: 'How we answer',
  states,
  reasons,
  subjects,
  surfaces,
  suggestion: 'Suggestion',
  loading: 'Loading feedback',
  asOf: (moment: string) => `As of ${moment}`,
  count: (open: number) => plural(open, { one: '# open', other: '# open' }),
  mineEmptyTitle: 'You have not written anything yet',
  mineEmpty:
    'Flag an answer or a prompt that went wrong, or suggest what would work better. You see here what became of it.',
  due: (day: string, isFirst: boolean) => `${isFirst ? 'First answer' : 'Answer'} due ${day}`,
  wasDue: (day: string, isFirst: boolean) =>
    `${isFirst ? 'First answer' : 'Answer'} was due ${day}`,
  overdue: 'Overdue',
  reachedClient: 'It reached a client',
  delivering: 'Safe, on its way to SharePoint',
  by: (reporter: string, surface: string) => `${reporter}, from ${surface}`,
  sentOn: (moment: string) => `Sent ${moment}`,
  openItem: 'Open the item',
  refusedTitle: 'This was not accepted',
  refusedWhy: (reason: string) =>
    `${reason} Your words are kept here until you copy or discard them.`,
  copyWords: 'Copy the words',
  copied: 'Copied',
  discard: 'Discard',
});
