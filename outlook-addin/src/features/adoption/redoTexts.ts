import { texts } from '../../app/texts';

/** The words of the question about what was used. */
export const redoTexts = texts('redo', {
  question: 'Did you have to redo it?',
  about: (title: string) =>
    `You used “${title}”. Your answer counts for the template, not for you.`,
  yes: 'Yes, I did',
  no: 'No, it was good',
  dismiss: 'Not now',
});
