import type { MaskWords } from '../feedback';
import { declareTexts, plural } from '../language';

/** Words of the form that feedback is written in; they come with it. */
export const feedbackFormTexts = declareTexts('feedbackForm', {
  about: 'About',
  step: 'Which step?',
  wholeTask: 'The whole task',
  reason: 'What is wrong?',
  reachedClient: 'It reached a client',
  reachedClientHint: 'Due today: someone looks at it first.',
  flagText: 'What happened?',
  flagTextHint: 'One line is enough. Leave out client names.',
  suggestionText: 'What would work better?',
  suggestionTextHint: 'Say which step, and what you would change.',
  suggestionSeen:
    'Once a champion has taken it up, colleagues can read and vote for these words. They never see who wrote them.',
  addOutput: 'Add what the assistant wrote',
  output: 'What the assistant wrote',
  outputHint: 'Paste it here. This field stays on your device.',
  removeOutput: 'Leave it out',
  sentOutput: 'This is what is sent',
  masked: (count: number) =>
    plural(count, {
      one: '# place was replaced. Others may be left: read it over and change what should not leave.',
      other:
        '# places were replaced. Others may be left: read it over and change what should not leave.',
    }),
  edited: 'You changed it: it is sent as it stands here.',
  masks: {
    email: '[e-mail]',
    link: '[link]',
    account: '[account]',
    phone: '[phone]',
    number: '[number]',
    name: '[name]',
  } satisfies MaskWords,
  caseConsent: 'It may become a case of this prompt',
  caseConsentHint: 'Once it is fixed, later versions are tried on it. Your name is no part of it.',
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
});
