import { plural } from '@last-mile/shared/language';
import type { overviewTexts } from './overviewTexts';

export const overviewGerman: typeof overviewTexts = {
  loading: 'Auswertung wird geladen',
  emptyTitle: 'Noch nichts zu berichten',
  empty: 'Sobald etwas beantwortet, fällig oder wieder gemeldet wurde, steht es hier.',
  since: (weeks) => `Quoten, Ursachen und Anfänge betreffen ${weeks} und was seitdem kam.`,
  about: (what) => `Info: ${what}`,
  notEnoughData: 'Nicht genug Daten',
  gone: 'Ein Eintrag, den es nicht mehr gibt',
  goneTask: 'Eine Aufgabe, die es nicht mehr gibt',

  figuresTitle: 'Wie lange es dauert',
  figuresDefinition:
    'Der Median der Arbeitstage nach dem Kalender des Programms, vom Absenden bis zur ersten Antwort und bis zum Abschluss. Was mit einem anderen Eintrag zusammengeführt wurde, ist mit diesem abgeschlossen. Über alles, was bisher beantwortet oder abgeschlossen wurde.',
  firstResponse: 'Bis zur ersten Antwort',
  closing: 'Bis zum Abschluss',
  days: (days) => `${days} Arbeitstage`,
  over: (n, written) =>
    plural(n, { one: `aus ${written} Eintrag`, other: `aus ${written} Einträgen` }),

  overdueTitle: 'Überfällig',
  overdueDefinition:
    'Was bis zu seinem Tag niemand beantwortet hat, das am längsten Überfällige zuerst. Was jemand aufgenommen hat, ist nicht überfällig.',
  overdueNone: 'Nichts ist überfällig.',
  openQueue: 'Eingang öffnen',
  columnWords: 'Was darin steht',
  columnDue: 'War fällig',
  columnLate: 'Arbeitstage zu spät',
  reachedClient: 'Hat einen Kunden erreicht',

  ratesTitle: 'Meldungen je 100 Nutzungen',
  ratesDefinition:
    'Wie oft ein Eintrag der Bibliothek je 100 gezählte Nutzungen gemeldet wurde, in den letzten zwölf abgeschlossenen Wochen oder so vielen, wie gemessen wurden. Bekannt ab fünf Personen, die ihn genutzt haben.',
  ratesNone: 'In diesen Wochen wurde kein Eintrag der Bibliothek gemeldet.',
  columnItem: 'Eintrag der Bibliothek',
  columnFlags: 'Meldungen',
  columnUses: 'Gezählte Nutzungen',
  columnRate: 'Je 100 Nutzungen',

  causesTitle: 'Was wieder vorkommt',
  causesDefinition:
    'Derselbe Grund zu derselben Sache mehr als einmal in diesen Wochen und seitdem. Zusammengeführte Meldungen zählen einmal.',
  causesNone: 'Nichts wurde zweimal aus demselben Grund gemeldet.',
  columnCause: 'Worum es geht',
  columnReason: 'Warum',
  columnTimes: 'Wie oft',
  columnOpen: 'Noch offen',

  startsTitle: 'Mit einer Meldung begonnen und verstummt',
  startsDefinition:
    'Wer unter eigenem Namen etwas gemeldet hat, innerhalb der ersten drei gezählten Nutzungen, und in den letzten zwei abgeschlossenen Wochen und seitdem nichts genutzt hat. Wer ohne Namen gemeldet hat, steht hier nie. Nur Leitung und Stellvertretung des Programms sehen das.',
  startsNone: 'Niemand, der mit einer Meldung begann, ist verstummt.',
  coaching: 'Alle, denen ein Wort helfen kann',
  chat: (name) => `Chat mit ${name}`,
  message:
    'Hallo! Zu Beginn mit unseren KI-Prompts kam eine Meldung. Wie lief es seither, und womit kann ich helfen?',
};
