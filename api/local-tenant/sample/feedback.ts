import type { FeedbackRequest, FeedbackSubject, FlagReason } from '@last-mile/shared/feedback';
import type { FeaturedPerson } from './people';
import { sampleKey } from './sampleKeys';
import { taskKey } from './workflows';

/** A piece of feedback and how far it has come. */
export interface SampleFeedback {
  readonly request: FeedbackRequest;
  readonly reporter: FeaturedPerson;
  readonly state: 'new' | 'inProgress' | 'waitingOnVendor' | 'closed';
  /** Whole hours before the start. */
  readonly hoursAgo: number;
}

const aboutItem = (title: string): FeedbackSubject => ({
  type: 'libraryItem',
  itemKey: sampleKey(title),
  version: 1,
});
const aiOutput: FeedbackSubject = { type: 'aiOutput' };

type Told = Pick<SampleFeedback, 'reporter' | 'state'> & {
  readonly daysAgo: number;
  readonly about: FeedbackSubject;
  readonly text: string;
  readonly unnamed?: boolean;
  readonly surface?: 'teams' | 'outlook';
};

function flag(reason: FlagReason, told: Told & { readonly reachedClient?: boolean }) {
  return toFeedback(told, { kind: 'flag', reason, reachedClient: told.reachedClient ?? false });
}

function suggestion(told: Told) {
  return toFeedback(told, { kind: 'suggestion', reason: null, reachedClient: false });
}

function toFeedback(
  told: Told,
  what: Pick<FeedbackRequest, 'kind' | 'reason' | 'reachedClient'>,
): SampleFeedback {
  return {
    request: {
      ...what,
      clientKey: sampleKey(`feedback ${told.text}`),
      about: told.about,
      text: told.text,
      named: told.unnamed !== true,
      surface: told.surface ?? 'teams',
    },
    reporter: told.reporter,
    state: told.state,
    hoursAgo: told.daysAgo * 24 + 2,
  };
}

/** What people reported in thirteen weeks: most of it settled, some waiting, some new. */
export const feedback: readonly SampleFeedback[] = [
  flag('wrong', {
    about: aboutItem('prompt Meeting notes to decisions and actions'),
    text: 'It made Priya the owner of an action nobody had taken. The notes said “someone should”.',
    reporter: 'consultant',
    state: 'closed',
    daysAgo: 78,
  }),
  suggestion({
    about: aboutItem('prompt Meeting notes to decisions and actions'),
    text: 'Ask it to write “open” instead of guessing an owner. I added that line and it helps.',
    reporter: 'consultant',
    state: 'closed',
    daysAgo: 77,
  }),
  flag('unhelpful', {
    about: aboutItem('template Delay notice with a new date'),
    text: 'It apologised three times. Our clients want the new date in the first line.',
    reporter: 'deliveryManager',
    state: 'closed',
    daysAgo: 70,
    surface: 'outlook',
  }),
  suggestion({
    about: { type: 'workflow', workflowKey: taskKey('status report') },
    text: 'Decide on the colour before anyone writes. We keep rewriting reports because it changes.',
    reporter: 'deliveryManager',
    state: 'closed',
    daysAgo: 62,
  }),
  flag('wrong', {
    about: aiOutput,
    text: 'The summary of a 40-page lease left out the break clause. The page was there.',
    reporter: 'consultant',
    state: 'waitingOnVendor',
    daysAgo: 55,
  }),
  flag('biased', {
    about: aiOutput,
    text: 'Drafts about a male candidate said “decisive”, about a female one “supportive”, from the same notes.',
    reporter: 'peoplePartner',
    state: 'closed',
    daysAgo: 48,
    unnamed: true,
  }),
  suggestion({
    about: aboutItem('template Invoice reminder, second and clear'),
    text: 'Offer two payments in the second reminder. It got us an answer within a day, twice.',
    reporter: 'peoplePartner',
    state: 'closed',
    daysAgo: 41,
    surface: 'outlook',
  }),
  flag('wrong', {
    about: aboutItem('template Proposal cover email'),
    text: 'A proposal went out with the page number of an older version.',
    reporter: 'accountManager',
    state: 'closed',
    daysAgo: 34,
    reachedClient: true,
    surface: 'outlook',
  }),
  suggestion({
    about: { type: 'tool' },
    text: 'Let the assistant in Outlook see the attachment it is writing about.',
    reporter: 'accountManager',
    state: 'waitingOnVendor',
    daysAgo: 27,
  }),
  flag('unsafe', {
    about: aboutItem('prompt Team updates to one status page'),
    text: 'A colleague’s sick leave was in the draft. I saw it before sending, but only just.',
    reporter: 'deliveryManager',
    state: 'inProgress',
    daysAgo: 12,
  }),
  suggestion({
    about: aboutItem('prompt Which documents are still missing?'),
    text: 'Add a column with the date of the file: an old version often counts as received.',
    reporter: 'consultant',
    state: 'inProgress',
    daysAgo: 6,
  }),
  flag('other', {
    about: { type: 'tool' },
    text: 'On the train the assistant takes minutes to start. I go back to typing.',
    reporter: 'accountManager',
    state: 'new',
    daysAgo: 5,
    unnamed: true,
  }),
  suggestion({
    about: aboutItem('template First answer to an unhappy client'),
    text: 'Could we have one for complaints about an invoice? They need another tone.',
    reporter: 'accountManager',
    state: 'new',
    daysAgo: 1,
    surface: 'outlook',
  }),
  flag('unhelpful', {
    about: aboutItem('prompt Proposal section in plain words'),
    text: 'With long lists of points it stops in the middle of a sentence.',
    reporter: 'accountManager',
    state: 'new',
    daysAgo: 0,
  }),
];
