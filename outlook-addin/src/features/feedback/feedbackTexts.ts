/** Every word of feedback that is the pane's own, ready for translation. */
export const feedbackTexts = {
  title: 'Feedback',
  back: 'Back',
  kindLabel: 'What do you want to do?',
  kinds: { flag: 'Flag a problem', suggestion: 'Suggest an improvement' },
  aiOutput: 'An answer of an AI assistant',
  loading: 'Opening the form',
} as const;
