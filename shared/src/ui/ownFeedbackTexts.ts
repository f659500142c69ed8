import type { FeedbackOutcome } from '../feedback';
import { declareTexts } from '../language';

/** Words of what became of one's own feedback, and of whether it helped. */
export const ownFeedbackTexts = declareTexts('ownFeedback', {
  outcome: {
    promptAdjusted: 'The text was changed',
    workflowChanged: 'The way we work was changed',
    trainingChanged: 'The training was changed',
    vendor: 'Taken to the vendor',
    declined: 'Left as it is',
  } satisfies Record<FeedbackOutcome, string>,
  closed: 'Closed, without saying how',
  open: 'Open it',
  note: 'Told to you',
  yourWords: 'Your words',
  merged: 'Somebody said the same before: it goes on for both.',
  asked: 'Did that help?',
  yes: 'Yes',
  no: 'No',
  wordsYes: 'Anything to add?',
  wordsNo: 'What is still wrong?',
  wordsHint: 'One line, if you like.',
  reopens: 'It is opened again, and a champion looks at it.',
  send: 'Send the answer',
  cancel: 'Cancel',
  thanksYes: 'You said that it helped.',
  thanksNo: 'You said that it did not help: it is open again.',
  kept: 'Your answer is kept on this device and goes by itself.',
});
