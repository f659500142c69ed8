import type { operationsTexts } from './operationsTexts';

export const operationsGerman: typeof operationsTexts = {
  back: 'Zurück zu den eigenen Daten',
  forAdmins: 'Diese Seite ist für alle mit der Rolle Admin von Last Mile.',
};
