import type { feedbackTexts } from './feedbackTexts';

export const feedbackGerman: typeof feedbackTexts = {
  title: 'Feedback',
  back: 'Zurück',
  kindLabel: 'Worum geht es?',
  kinds: { flag: 'Problem melden', suggestion: 'Verbesserung vorschlagen' },
  aiOutput: 'Eine Antwort eines KI-Assistenten',
  aiMessage: 'Eine Nachricht, die ein KI-Assistent geschrieben hat',
  writtenByAi: 'Hat das ein KI-Assistent geschrieben?',
  writtenByAiHint:
    'Wenn etwas daran nicht stimmt, bitte melden. Von der Nachricht wird nichts gesendet.',
  flagIt: 'Melden',
  loading: 'Formular wird geöffnet',
};
