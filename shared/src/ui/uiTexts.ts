import { declareTexts } from '../language';
import type { FlagReason } from '../feedback';

/** Every word the shared pieces show. */
export const uiTexts = declareTexts('ui', {
  retry: 'Try again',
  unreachableTitle: 'You seem to be offline',
  unreachable: 'Last Mile cannot be reached. What you typed is kept on this device.',
  refusedTitle: 'This could not be loaded',
  notReached: 'Last Mile cannot be reached right now.',
  outdated: 'Last Mile has changed since this page was opened. Open it again to go on.',
  signInAgain: 'Sign in to go on.',
  /** The API's own sentences are English. */
  problem: (_code: string, sentence: string) => sentence,
  unforeseen: (sentence: string) => sentence,
  issue: (_code: string, _limit: number | null, sentence: string) => sentence,
  sampleData: 'Sample data',
  sampleDataMeaning:
    'These people, messages and figures are invented. Nothing here comes from your organisation.',
  feedback: {
    reasons: {
      wrong: 'It is wrong',
      biased: 'It is biased',
      unhelpful: 'It does not help',
      unsafe: 'It is unsafe',
      other: 'Something else',
    } satisfies Record<FlagReason, string>,
  },
  helpers: {
    ask: 'Ask someone who does this',
    loading: 'Looking for colleagues',
    hint: 'They offered to be asked. The chat opens in Teams; nothing is sent by itself.',
    nobody: 'No colleague has offered help with this yet.',
    chat: (name: string) => `Chat with ${name}`,
    /** What the chat begins with: the task, and nothing of a client. */
    message: (task: string) => `Hi! May I ask how you do “${task}” with AI?`,
    offer: 'Colleagues may ask me about this',
    offerHint:
      'They see your name once you have used this a few times, never how often. You can take it back at any time.',
    offering: 'Your name shows once you have used this a few times. Switch it off and it is gone.',
  },
});
