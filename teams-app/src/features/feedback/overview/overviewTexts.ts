import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

/** Words of how feedback is answered. Figures come in written. */
export const overviewTexts = texts('feedbackOverview', {
  loading: 'Loading how we answer',
  emptyTitle: 'Nothing to tell yet',
  empty: 'Once something was answered, fell due or was flagged again, you see it here.',
  since: (weeks: string) => `Rates, causes and beginnings are about ${weeks} and what came since.`,
  about: (what: string) => `About: ${what}`,
  notEnoughData: 'Not enough data',
  gone: 'An item that is gone',
  goneTask: 'A task that is gone',

  figuresTitle: 'How long it takes',
  figuresDefinition:
    'The median working days, by the calendar of the programme, from sent to the first answer and from sent to closed. What was merged into another item is closed with that one. Over everything that was answered or closed so far.',
  firstResponse: 'To the first answer',
  closing: 'To closing',
  days: (days: string) => `${days} working days`,
  over: (n: number, written: string) =>
    plural(n, { one: `over ${written} item`, other: `over ${written} items` }),

  overdueTitle: 'Overdue',
  overdueDefinition:
    'What nobody has answered by the day it was due, the longest overdue first. What somebody took up is not overdue.',
  overdueNone: 'Nothing is overdue.',
  openQueue: 'Open the queue',
  columnWords: 'What it says',
  columnDue: 'Was due',
  columnLate: 'Working days late',
  reachedClient: 'It reached a client',

  ratesTitle: 'Flags per 100 uses',
  ratesDefinition:
    'How often a library item was flagged per 100 counted uses in the last twelve closed weeks, or as many as were measured. Known from five people who used it on.',
  ratesNone: 'No library item was flagged in these weeks.',
  columnItem: 'Library item',
  columnFlags: 'Flags',
  columnUses: 'Counted uses',
  columnRate: 'Per 100 uses',

  causesTitle: 'What happens again',
  causesDefinition:
    'The same reason given of the same thing more than once in these weeks and since. Flags that were merged count once.',
  causesNone: 'Nothing was flagged twice for the same reason.',
  columnCause: 'What it is about',
  columnReason: 'Why',
  columnTimes: 'Times',
  columnOpen: 'Still open',

  startsTitle: 'Began with a flag and went quiet',
  startsDefinition:
    'People who flagged something, with their name, within their first three counted uses, and have used nothing in the last two closed weeks nor since. Who flagged without their name is never listed. Only the owner and the deputies see this.',
  startsNone: 'Nobody who began with a flag has gone quiet.',
  coaching: 'Everyone who may need a word',
  chat: (name: string) => `Chat with ${name}`,
  message:
    'Hello! You flagged something when you began with our AI prompts. I would like to hear how it went, and help if I can.',
});
