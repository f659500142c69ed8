import { plural } from '@last-mile/shared/language';
import type { DataKind } from '@last-mile/shared/privacy';
import type { peopleDataTexts } from './peopleDataTexts';

const kinds: Record<DataKind, string> = {
  use: 'Was die Person genutzt hat, unter einer Zufallszahl',
  membership: 'Programm und Abteilung der Person, von wann bis wann',
  feedback: 'Feedback der Person und was daraus wurde',
  votes: 'Stimmen der Person',
  practice: 'Besuchte Übungen und angebotene Hilfe der Person',
  times: 'Wie lange Schritte bei der Person dauerten und wohin ihre gesparte Zeit ging',
  coaching: 'Ob die Person angesprochen werden darf und ob es geschah',
  library: 'Texte, die die Person geschrieben, freigegeben oder gemerkt hat',
  programme: 'Was die Person für ein Programm getan hat',
  role: 'Die zuletzt gesehene Rolle der Person',
  notices: 'Was der Person in Teams mitgeteilt wurde',
  acts: 'Dass die Person etwas getan hat: im Protokoll und auf dem Weg zu SharePoint',
};

export const peopleDataGerman: typeof peopleDataTexts = {
  kinds,
  pageTitle: 'Daten über eine Person',
  pageSubtitle:
    'Wenn jemand fragt, was gespeichert ist: Hier lässt es sich herausgeben oder löschen.',
  person: 'Person',
  nobody: 'In dieser Organisation heißt niemand so.',
  heldAbout: (name: string) => `Was über ${name} gespeichert ist`,
  title: 'Was über diese Person gespeichert ist',
  lookHint: 'Jede Einsicht wird im Protokoll vermerkt.',
  look: 'Gespeichertes zeigen',
  notShown: 'Es ließ sich nicht zeigen',
  loading: 'Es wird nachgesehen',
  nothing: 'Über diese Person ist nichts gespeichert.',
  records: (count: number) => plural(count, { one: '# Eintrag', other: '# Einträge' }),
  save: 'Als Datei zum Herausgeben speichern',
  fileHint:
    'Die Datei sagt zu jedem Eintrag, wozu er da ist, wie lange er bleibt und wer ihn sieht (auf Englisch).',
  eraseTitle: 'Daten löschen',
  consequences: {
    words:
      'Die Worte der Person im Feedback verschwinden, auch in offenen Meldungen. Dass etwas gemeldet wurde, bleibt.',
    library:
      'Varianten, Merkzeichen und Hilfsangebote der Person werden gelöscht. Texte für die Bibliothek bleiben, ohne den Namen.',
    figures:
      'Die Nutzung bleibt in den Zahlen, ohne dass sie noch jemandem gehört: Keine Zahl ändert sich.',
    anew: 'Bis Sonntag wird von der Person nichts mehr gezählt. Ab Montag zählt sie als jemand Neues.',
    standing: 'Eine Stellvertretung in einem Programm endet. Ein Nein zum Ansprechen bleibt.',
    elsewhere:
      'Das Protokoll bleibt bis zum Ende seiner Frist. Microsoft 365 behält ältere Fassungen von Listeneinträgen, Gelöschtes 93 Tage lang und was Aufbewahrungsregeln verlangen.',
  },
  typeIt: (name: string) => `Zum Bestätigen ${name} eingeben`,
  erase: 'Löschen, was über diese Person gespeichert ist',
  blocked: (programmes: string) =>
    `Diese Person verantwortet ${programmes}: Dort zuerst jemand anderen benennen. Ein Programm ist nie ohne Verantwortliche.`,
  underWay: 'Das Löschen läuft. Diese Seite kann verlassen werden; es geht von selbst weiter.',
  done: (moment: string) => `Was über diese Person gespeichert war, wurde am ${moment} gelöscht.`,
  countsFrom: (day: string) => `Ab ${day} zählt die Person als jemand Neues.`,
  doneRecords: (count: number) =>
    plural(count, { one: '# Eintrag war es damals.', other: '# Einträge waren es damals.' }),
  failed: 'Der Wunsch wurde nicht angenommen',
};
