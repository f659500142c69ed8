import { plural } from '@last-mile/shared/language';
import type { paneTexts } from './paneTexts';

export const paneGerman: typeof paneTexts = {
  name: 'Last Mile',
  starting: 'Last Mile wird geöffnet',
  notThere: {
    noScript: {
      title: 'Outlooks Skript wurde nicht geladen',
      text: 'Bitte die Verbindung prüfen und es erneut versuchen.',
    },
    noAnswer: {
      title: 'Outlook antwortet nicht',
      text: 'Bitte den Bereich schließen und über das Menüband neu öffnen.',
    },
    otherHost: {
      title: 'Last Mile in Outlook öffnen',
      text: 'Eine Nachricht schreiben und im Menüband „Vorlagen“ wählen.',
    },
  },
  retry: 'Erneut versuchen',
  partAway: 'Dieser Teil lässt sich nicht öffnen',
  partAwayText:
    'Last Mile wurde aktualisiert, oder die Verbindung fehlt. Was in der Nachricht steht, bleibt.',
  openAnew: 'Last Mile neu öffnen',
  back: 'Zurück',
  signIn: 'Anmelden',
  signInTitle: 'Anmelden, um die Vorlagen zu sehen',
  signInText: 'Die Organisation verlangt eine Bestätigung der Identität.',
  signInLater:
    'Nach der Anmeldung kommen neue Vorlagen. Feedback wartet bis dahin auf diesem Gerät.',
  noSignIn: {
    notSupported: {
      title: 'Dieses Outlook kann sich nicht bei Last Mile anmelden',
      text: 'Möglich ist es mit Outlook im Web, dem neuen Outlook oder einer aktuellen Desktopversion.',
    },
    noAnswer: {
      title: 'Outlook hat auf die Anmeldung nicht geantwortet',
      text: 'Bitte den Bereich schließen und neu öffnen, oder Outlook neu starten.',
    },
    failed: {
      title: 'Die Anmeldung hat nicht funktioniert',
      text: 'Bitte erneut versuchen. Bleibt es dabei, hilft der Microsoft 365-Admin.',
    },
  },
  offlineFirst:
    'Beim ersten Öffnen ist eine Verbindung nötig. Danach bleiben die Vorlagen auf diesem Gerät.',
  kept: (asOf) =>
    `Vorlagen vom Stand ${asOf}, auf diesem Gerät gespeichert. Eingaben werden später gesendet.`,
  offline: 'Keine Verbindung',
  unreachable: 'Last Mile ist nicht erreichbar',
  noProgramme: 'Noch in keinem Programm',
  noProgrammeText:
    'Vorlagen gehören zu einem Programm der Organisation. Wer dort die Einführung von KI leitet, kann weitere Personen aufnehmen.',
  noSettings: 'Dieser Seite fehlen die Einstellungen',
  noSettingsText:
    'Sie wurde nicht über den Last Mile-Server geöffnet. Hier hilft der Microsoft 365-Admin.',
  asOf: (when) => `Stand: ${when}`,
  refreshing: 'Neues wird gesucht…',
  refresh: 'Nach Neuem suchen',
  waiting: (number) =>
    plural(number, {
      one: '# Eintrag liegt auf diesem Gerät und wird gesendet.',
      other: '# Einträge liegen auf diesem Gerät und werden gesendet.',
    }),
  refused: (number) =>
    plural(number, {
      one: '# Feedback wurde nicht angenommen',
      other: '# Feedbacks wurden nicht angenommen',
    }),
  discard: 'Verwerfen',
  dismiss: 'Schließen',
  feedback: 'Feedback',
  mine: 'Mein Feedback und was daraus wurde',
};
