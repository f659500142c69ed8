import { texts } from '../../app/texts';

/** Every word of feedback that is the pane's own. */
export const feedbackTexts = texts('feedback', {
  title: 'Feedback',
  back: 'Back',
  kindLabel: 'What do you want to do?',
  kinds: { flag: 'Flag a problem', suggestion: 'Suggest an improvement' },
  aiOutput: 'An answer of an AI assistant',
  aiMessage: 'A message an AI assistant wrote',
  writtenByAi: 'Did an AI assistant write this?',
  writtenByAiHint: 'If something is wrong with it, say so. Nothing of the message is sent.',
  flagIt: 'Flag it',
  loading: 'Opening the form',
});
