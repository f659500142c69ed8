import type { signInTexts } from './signInTexts';

export const signInGerman: typeof signInTexts = {
  working: 'Anmeldung läuft…',
  done: 'Dieses Fenster kann geschlossen werden.',
  notHere: 'Diese Seite öffnet sich von selbst, wenn Sie sich in Outlook bei Last Mile anmelden.',
};
