import type { adminsOnlyTexts } from './adminsOnlyTexts';

export const adminsOnlyGerman: typeof adminsOnlyTexts = {
  back: 'Zurück zu den eigenen Daten',
  forAdmins: 'Diese Seite ist für alle mit der Rolle Admin von Last Mile.',
};
