import { plural } from '@last-mile/shared/language';
import type { CoachedFor } from '@last-mile/shared/coaching';
import type { WorkAction } from '@last-mile/shared/programme';
import { texts } from '../../../app/texts';

const actions: Record<WorkAction, string> = {
  answerFeedback: 'Answer it',
  endProgramme: 'Say how it goes on',
  decide: 'Decide',
  lookBack: 'Look back',
  prepareSession: 'Prepare it',
  planSession: 'Plan one',
  seeDashboard: 'See the dashboard',
  seeCoaching: 'See whom',
  review: 'Review it',
  checkItem: 'Check it',
  writeEffort: 'Write it down',
};

const coachedFor: Record<CoachedFor, string> = {
  neverStarted: 'never started',
  wentQuiet: 'went quiet',
  badStart: 'had a bad start',
};

/** Words of the owner's week. */
export const weekTexts = texts('week', {
  actions,
  coachedFor,

  title: 'Your week',
  subtitle: 'What the programme needs from you now, the most pressing first.',
  loading: 'Loading your week',
  effort: 'Hours and spend',
  ending: 'How it goes on',
  groups: {
    client: 'It reached a client',
    waiting: 'Others wait for this',
    going: 'Keeps the programme going',
  },
  more: (count: number) => plural(count, { one: 'Show # more', other: 'Show # more' }),

  feedback: 'Feedback that nobody has answered',
  clientFeedback: 'Something wrong that reached a client',
  dueToday: 'Due today',
  daysLate: (count: number) =>
    plural(count, { one: '# working day late', other: '# working days late' }),
  endingOpen: 'How the programme goes on is not said',
  endingSince: (day: string) => `Day 90 is over since ${day}`,
  checkpoint: (day: number) => `Checkpoint of day ${String(day)}`,
  findings: (count: number) =>
    plural(count, { one: '# finding without a decision', other: '# findings without a decision' }),
  decision: 'A decision to look back at',
  dueOn: (day: string) => `Its day was ${day}`,
  session: (title: string) => `Session: ${title}`,
  sessionOn: (day: string, gaps: number) =>
    plural(gaps, {
      one: `On ${day}, and # thing is missing`,
      other: `On ${day}, and # things are missing`,
    }),
  noSession: (family: string) => `No session for ${family}`,
  weekOf: (day: string) => `Week of ${day}`,
  decay: 'Use is going down',
  decayWeeks: (peak: string) => `Two closed weeks 15 % or more under the best week, ${peak}`,
  coaching: (reason: string) => `People who ${reason}`,
  people: (count: number) => plural(count, { one: '# person', other: '# people' }),
  review: (title: string) => `Review: ${title}`,
  waitsSince: (day: string) => `Waits since ${day}`,
  stale: (title: string) => `Past its review: ${title}`,
  reviewOn: (day: string) => `Was due on ${day}`,
  effortMissing: 'Hours and spend are not written down',

  said: (words: string) => `“${words}”`,
  mark: (line: string) => `More for “${line}”`,
  done: 'Done',
  tomorrow: 'Put off until tomorrow',
  monday: 'Put off until Monday',
  fortnight: 'Put off for two weeks',
  notRelevant: 'Not relevant',
  isDone: 'Done. It is back on Monday if it is still so.',
  isSnoozed: (day: string) => `Put off until ${day}.`,
  isNotRelevant: 'Taken off the list.',
  undo: 'Undo',
  notMarked: 'That was not kept.',
  gone: 'This is not on the list any more.',

  emptyTitle: 'Nothing to do now',
  empty: 'Late feedback, texts to review and what else needs you come here by themselves.',
  emptyUntil: (day: string) => `The next thing you put off is back on ${day}.`,
  putAway: (count: number) => plural(count, { one: '# put away', other: '# put away' }),
  takeBack: 'Take back',
  takeBackOf: (line: string) => `Take back “${line}”`,
  saidDone: 'Done until Monday',
  saidSnoozed: (day: string) => `Until ${day}`,
  saidNotRelevant: 'Not relevant',

  silentTitle: 'The owner has gone quiet',
  silent: (day: string) =>
    `Nothing was heard of the owner here since ${day}. The sponsor is told, and can name somebody else.`,
  silentYou: (day: string) =>
    `Nothing was heard of you here since ${day}, so your sponsor is told. Whatever you do in the programme ends that.`,
  silentToSponsor: (day: string) =>
    `Nothing was heard of the owner here since ${day}. Talk to them, or name somebody else.`,
  goneTitle: 'The programme has no owner who can act',
  goneOwner:
    'The owner’s account is closed, or is no champion any more. The sponsor is told, and can name somebody else.',
  goneToSponsor:
    'The owner’s account is closed, or is no champion any more. Name somebody else, so that one person answers for it.',
  nameAnother: 'Name another owner',
});
