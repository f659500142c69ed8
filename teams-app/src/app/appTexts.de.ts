import { plural } from '@last-mile/shared/language';
import type { appTexts } from './appTexts';

export const appGerman: typeof appTexts = {
  product: 'Last Mile',
  pages: 'Seiten',
  opening: 'Seite wird geöffnet',
  findingProgramme: 'Programm wird geladen',
  dashboard: 'Kennzahlen',
  library: 'Bibliothek',
  feedback: 'Feedback',
  programme: 'Programm',
  suggest: 'Verbesserung vorschlagen',
  feedbackTitles: { flag: 'Problem melden', suggestion: 'Verbesserung vorschlagen' },
  suggestionTask: 'Worum geht es?',
  wayOfWorking: 'Wie wir hier mit KI arbeiten',
  outsideTitle: 'Last Mile in Teams öffnen',
  outside:
    'Diese Seite ist eine Registerkarte in Microsoft Teams. Dort den Kanal des Programms öffnen und die Registerkarte „Last Mile“ wählen. Wer schon in Teams ist, schließt die Registerkarte und öffnet sie neu.',
  signInTitle: 'Bei Last Mile anmelden',
  signIn: 'Anmelden',
  signInAgain: 'Microsoft verlangt eine neue Anmeldung, bevor es weitergeht.',
  signInWhy: 'Microsoft fragt einmal nach der Zustimmung. Dafür öffnet sich ein Fenster.',
  signInFailed:
    'Die Anmeldung hat nicht funktioniert. Bitte erneut versuchen und das Fenster zulassen.',
  brokenTitle: 'Auf dieser Seite ist etwas schiefgegangen',
  broken:
    'Was eingegeben wurde, bleibt auf diesem Gerät erhalten. Zum Weitermachen die Seite neu öffnen.',
  openAgain: 'Neu öffnen',
  offline:
    'Keine Verbindung. Zu sehen ist, was zuvor geladen wurde; Eingaben bleiben auf diesem Gerät erhalten.',
  notRefreshed: 'Die Anzeige konnte nicht aktualisiert werden.',
  waiting: (count) =>
    plural(count, {
      one: '# Eintrag wartet auf das Senden',
      other: '# Einträge warten auf das Senden',
    }),
  sendNow: 'Jetzt senden',
};
