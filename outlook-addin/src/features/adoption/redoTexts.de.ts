import type { redoTexts } from './redoTexts';

export const redoGerman: typeof redoTexts = {
  question: 'Musste es überarbeitet werden?',
  about: (title) =>
    `„${title}“ wurde verwendet. Die Antwort zählt für die Vorlage, nicht für die Person.`,
  yes: 'Ja',
  no: 'Nein, es war gut',
  dismiss: 'Jetzt nicht',
};
