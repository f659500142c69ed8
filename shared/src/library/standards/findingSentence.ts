import type { Finding, FindingReason } from './finding';

/** What to do about a finding, in a sentence. The tab has its own in two languages; the API speaks these. */
export function findingSentence({ reason, about }: Finding): string {
  return sentences[reason].replace('{about}', about ?? '');
}

const sentences: Readonly<Record<FindingReason, string>> = {
  noGoal: 'Say what the assistant should do.',
  noPurpose: 'Say in a sentence what it is for.',
  noSubject: 'Write a subject.',
  noContext: 'Say why, for what occasion or in whose place.',
  noSource: 'Say what the answer must rest on, or name a source.',
  noExpectation: 'Say what the answer should look like.',
  noAudience: 'Say who reads the answer.',
  noGreeting: 'Greet whoever the email is for.',
  noDescription: 'Describe the placeholder "{about}".',
  tooFewChoices: 'Offer at least two choices for "{about}".',
  notInText: 'Take out the placeholder "{about}": it is not in the text.',
  personalDataWritten: 'Take out "{about}": it looks like personal data.',
  personalDataAsked: 'Do not ask for "{about}": it is personal data.',
  tooLong: 'Use at most {about} characters.',
};
