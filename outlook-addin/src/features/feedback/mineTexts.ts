import type { FeedbackItem, FeedbackSubject } from '@last-mile/shared/feedback';
import { texts } from '../../app/texts';

/** Every word of the pane's list of one's own feedback. */
export const mineTexts = texts('mine', {
  title: 'My feedback',
  back: 'Back',
  loading: 'Loading your feedback',
  waitingTitle: 'Waiting to be sent',
  waiting: 'Kept on this device; it goes by itself.',
  openTitle: 'Open',
  closedTitle: 'What came of it',
  none: 'You have not flagged anything yet',
  noneHint:
    'Flag what went wrong, or suggest what would work better. You see here what came of it.',
  allClosed: 'Nothing of yours is open.',
  awayTitle: 'The rest cannot be shown now',
  suggestion: 'Suggestion',
  reachedClient: 'It reached a client',
  about: {
    libraryItem: 'A library item',
    aiOutput: 'Something an assistant wrote',
    tool: 'How we work with AI',
    workflow: 'A task',
  } satisfies Record<FeedbackSubject['type'], string>,
  sent: (day: string) => `Sent ${day}`,
  due: (day: string, isFirst: boolean) => `${isFirst ? 'First answer' : 'Answer'} due ${day}`,
  overdue: (day: string, isFirst: boolean) =>
    `${isFirst ? 'First answer' : 'Answer'} was due ${day}`,
  state: {
    inProgress: 'Somebody is on it',
    waitingOnVendor: 'Waiting for the vendor',
    closed: 'Closed',
  } satisfies Record<Exclude<FeedbackItem['state'], 'new'>, string>,
});
