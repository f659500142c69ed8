import { texts } from '../../app/texts';

/** Every word of feedback that is the pane's own. */
export const feedbackTexts = texts('feedback', {
  title: 'Feedback',
  back: 'Back',
  kindLabel: 'What do you want to do?',
  kinds: { flag: 'Flag a problem', suggestion: 'Suggest an improvement' },
  aiOutput: 'An answer of an AI assistant',
  loading: 'Opening the form',
});
