import type { FeedbackOutcome, Suggestion } from '@last-mile/shared/feedback';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

/** Words of the list of suggestions that everybody sees. */
export const suggestionsTexts = texts('suggestions', {
  loading: 'Loading suggestions',
  emptyTitle: 'No suggestions yet',
  empty: 'What people would like better shows here once a champion has taken it up.',
  noneTitle: 'None of these',
  none: 'Choose another state to see more.',
  about: 'What people would like better, and what became of it. Nobody sees who wrote it.',
  state: 'State',
  anyState: 'Every state',
  sort: 'Order',
  sorts: { votes: 'Most votes first', newest: 'Newest first' },
  states: {
    new: 'Open',
    inProgress: 'Somebody is on it',
    waitingOnVendor: 'Waiting for the vendor',
    closed: 'Done',
  } satisfies Record<Suggestion['state'], string>,
  outcome: {
    promptAdjusted: 'The text was changed',
    workflowChanged: 'The way we work was changed',
    trainingChanged: 'The training was changed',
    vendor: 'Taken to the vendor',
    declined: 'Left as it is',
  } satisfies Record<FeedbackOutcome, string>,
  vote: 'I would like that too',
  voteFor: (words: string) => `I would like that too: ${words}`,
  votes: (count: number) => plural(count, { one: '# vote', other: '# votes' }),
  own: 'Yours',
  notShown: 'Only you see it: a champion has not taken it up, or it is held back.',
  sent: (day: string) => `Suggested ${day}`,
  open: 'Open it',
  waiting: 'Your vote is kept on this device and will be sent.',
  notKept: 'Your vote did not get through. Try again.',
});
