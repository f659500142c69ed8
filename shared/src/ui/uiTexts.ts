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
  /** The API's own sentence is English. */
  problem: (_code: string, sentence: string) => sentence,
  sampleData: 'Sample data',
  sampleDataMeaning:
    'These people, messages and figures are invented. Nothing here comes from your organisation.',
  feedback: {
    flagTitle: 'Flag a problem',
    suggestionTitle: 'Suggest an improvement',
    about: 'About',
    reason: 'What is wrong?',
    reasons: {
      wrong: 'It is wrong',
      biased: 'It is biased',
      unhelpful: 'It does not help',
      unsafe: 'It is unsafe',
      other: 'Something else',
    } satisfies Record<FlagReason, string>,
    reachedClient: 'It reached a client',
    reachedClientHint: 'Due today: someone looks at it first.',
    flagText: 'What happened?',
    flagTextHint: 'One line is enough. Leave out client names.',
    suggestionText: 'What would work better?',
    suggestionTextHint: 'Say which step, and what you would change.',
    named: 'Show my name to the champion',
    namedHint: 'Without it they see a pseudonym.',
    textMissing: 'Write a few words first.',
    reasonMissing: 'Choose what is wrong.',
    send: 'Send',
    sending: 'Sending…',
    cancel: 'Cancel',
    sentTitle: 'Thank you, it arrived',
    sent: 'A champion looks at it next.',
    keptTitle: 'Kept on this device',
    kept: 'It is sent by itself as soon as Last Mile can be reached.',
    refused: 'It was not accepted',
    close: 'Close',
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
