import { plural } from '@last-mile/shared/language';
import type { DataKind } from '@last-mile/shared/privacy';
import type { ownDataTexts } from './ownDataTexts';

const kinds: Record<DataKind, string> = {
  use: 'Was genutzt wurde, unter einer Zufallszahl',
  membership: 'In welchem Programm und welcher Abteilung, von wann bis wann',
  feedback: 'Gesendetes Feedback und was daraus wurde',
  votes: 'Abgegebene Stimmen',
  practice: 'Besuchte Übungen und angebotene Hilfe',
  times: 'Wie lange Schritte dauerten und wohin gesparte Zeit ging',
  coaching: 'Ob Ansprechen erwünscht ist und ob es geschah',
  library: 'Geschriebene, freigegebene oder gemerkte Texte',
  programme: 'Was für ein Programm getan wurde',
  role: 'Die zuletzt gesehene Rolle',
  notices: 'Was in Teams mitgeteilt wurde',
  acts: 'Dass etwas getan wurde: im Protokoll und auf dem Weg zu SharePoint',
};

export const ownDataGerman: typeof ownDataTexts = {
  kinds,
  title: 'Was über mich gespeichert ist',
  loading: 'Gespeichertes wird nachgesehen',
  nothing: 'Es ist nichts gespeichert.',
  records: (count: number) => plural(count, { one: '# Eintrag', other: '# Einträge' }),
  save: 'Alles als Datei speichern',
  fileHint:
    'Die Datei sagt zu jedem Eintrag, wozu er da ist, wie lange er bleibt und wer ihn sieht (auf Englisch).',
  eraseTitle: 'Löschen',
  consequences: {
    words:
      'Eigene Worte im Feedback verschwinden, auch in offenen Meldungen. Dass etwas gemeldet wurde, bleibt.',
    library:
      'Eigene Varianten, Merkzeichen und Hilfsangebote werden gelöscht. Texte für die Bibliothek bleiben, ohne den Namen.',
    figures:
      'Die Nutzung bleibt in den Zahlen, ohne dass sie noch jemandem gehört: Keine Zahl ändert sich. Als eigene ist sie nicht mehr zu sehen.',
    anew: 'Bis Sonntag wird nichts mehr gezählt. Ab Montag zählt man als jemand Neues.',
    standing: 'Eine Stellvertretung in einem Programm endet. Ein Nein zum Ansprechen bleibt.',
    elsewhere:
      'Das Protokoll bleibt bis zum Ende seiner Frist. Microsoft 365 behält ältere Fassungen von Listeneinträgen, Gelöschtes 93 Tage lang und was Aufbewahrungsregeln verlangen.',
  },
  confirmation: 'LÖSCHEN',
  typeIt: (word: string) => `Zum Bestätigen ${word} eingeben`,
  erase: 'Löschen, was über mich gespeichert ist',
  blocked: (names: string) =>
    `Verantwortung für ${names}: Dort zuerst jemand anderen benennen. Ein Programm ist nie ohne Verantwortliche.`,
  underWay: 'Das Löschen läuft. Diese Seite kann geschlossen werden; es geht von selbst weiter.',
  done: (day: string) => `Was gespeichert war, wurde am ${day} gelöscht.`,
  countsFrom: (day: string) => `Ab ${day} zählt man als jemand Neues.`,
  doneRecords: (count: number) =>
    plural(count, { one: '# Eintrag war es damals.', other: '# Einträge waren es damals.' }),
  failed: 'Der Wunsch wurde nicht angenommen',
  ofOthers: 'Daten über eine Person, für Admins',
  auditTrail: 'Protokoll, für Admins',
  deliveries: 'Unterwegs zu SharePoint, für Admins',
};
