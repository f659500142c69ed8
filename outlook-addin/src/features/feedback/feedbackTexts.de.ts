import type { feedbackTexts } from './feedbackTexts';

export const feedbackGerman: typeof feedbackTexts = {
  title: 'Feedback',
  back: 'Zurück',
  kindLabel: 'Worum geht es?',
  kinds: { flag: 'Problem melden', suggestion: 'Verbesserung vorschlagen' },
  aiOutput: 'Eine Antwort eines KI-Assistenten',
  loading: 'Formular wird geöffnet',
};
