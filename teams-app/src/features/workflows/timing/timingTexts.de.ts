import { plural } from '@last-mile/shared/language';
import type { timingTexts } from './timingTexts';

export const timingGerman: typeof timingTexts = {
  points: { baseline: 'Ausgangswert', day30: 'Tag 30', day60: 'Tag 60', day90: 'Tag 90' },
  asks: {
    baseline: 'Bevor sich etwas ändert',
    day30: 'Um Tag 30',
    day60: 'Um Tag 60',
    day90: 'Um Tag 90',
  },

  title: 'Wie lange es dauert, nach denen, die es tun',
  selfReported:
    'Was Menschen vom letzten Mal sagen, als sie es taten. Das ist nicht gemessen und wird nie mit der beobachteten Schreibzeit vermischt.',
  loading: 'Zeiten werden geladen',

  askTitle: (point) => `${point}: die eigenen Schritte stoppen`,
  ask: 'An das letzte Mal denken. Leer lassen, was man nicht selbst tut. Niemand sieht die eigenen Zeiten.',
  askedOf: (family) => `Das stoppen Personen aus ${family}.`,
  minutesFor: (step) => `${step}: Minuten`,
  leftEmpty: (count) =>
    plural(count, {
      one: '# Schritt ist leer: Man tut ihn nicht selbst.',
      other: '# Schritte sind leer: Man tut sie nicht selbst.',
    }),
  noneTimed: 'Mindestens einen Schritt ausfüllen.',
  notANumber: 'Eine Zahl von Minuten von 0 bis 2400 angeben.',
  send: 'Zeiten senden',
  sendAgain: 'Zeiten noch einmal senden',
  sending: 'Wird gesendet …',
  sent: 'Danke. Die Zeiten sind angekommen.',
  kept: 'Danke. Die Zeiten bleiben auf diesem Gerät und gehen hinaus, sobald es online ist.',
  answered: 'Das ist schon gestoppt. Noch einmal gesendet, ersetzen die neuen Zeiten die alten.',
  waits: 'Die eigenen Zeiten warten auf diesem Gerät darauf, gesendet zu werden.',
  notSent: 'Die Zeiten wurden nicht gesendet.',
  refused: (reason) => `Zeiten, die ohne Verbindung gesendet wurden, gelten nicht: ${reason}`,
  forget: 'Vergessen',

  notices: (point) => `${point}: Wie lange dauert das? Je zwei Minuten.`,
  noticesLabel: 'Zu stoppende Aufgaben',

  medians: 'Median der Minuten zu jedem Zeitpunkt',
  step: 'Schritt',
  wholeTask: 'Die ganze Aufgabe',
  medianOf: (minutes, people) => `${minutes} (${people})`,
  people: (count) => plural(count, { one: '# Person', other: '# Personen' }),
  notEnough: 'Zu wenig Daten',
  needsFive: (count) => `Für einen Median sind ${String(count)} Personen nötig.`,
  nothingYet: 'Noch können keine Zeiten gezeigt werden.',

  since: 'Gegen den Ausgangswert, bei denselben Personen',
  compared: 'Verglichen',
  noComparison:
    'Zu wenig Daten: Es braucht 10 Personen, die es zum Ausgangswert und später noch einmal gestoppt haben.',
};
