import type { trustTexts } from './trustTexts';

export const trustGerman: typeof trustTexts = {
  title: 'Vertrauen',
  definition:
    'Über die letzten 12 abgeschlossenen Wochen. Behaltener Anteil: wie viel vom Text einer eingefügten Vorlage beim Senden noch da ist, der Median über Entwürfe; auf dem Gerät gezählt, spricht er über Vorlagen, nie über eine Person. Überarbeitungen: die Antworten „Ja“ auf „Musste es überarbeitet werden?“, höchstens einmal in der Woche gefragt. Meldungen je 100 Verwendungen: Meldungen zu Einträgen der Bibliothek und zu dem, was ein Assistent schrieb, über gezählte Verwendungen von Einträgen der Bibliothek. Gruppen, die zu klein sind, um gezeigt zu werden, sagen „zu wenig Daten“, wie viele Entwürfe es auch sind.',
  keptShare: 'Vom Text einer Vorlage behalten',
  redoRate: 'Musste überarbeitet werden',
  flagsPer100: 'Meldungen je 100 Verwendungen',
  drafts: (n) => `Median von ${n} Entwürfen`,
  answers: (n) => `von ${n} Antworten auf „Musste es überarbeitet werden?“`,
  uses: (n) => `über ${n} gezählte Verwendungen`,
  notEnough: (smallest) => `Zu wenig Daten: ${String(smallest)} Personen sind nötig`,
  hidden: 'Verborgen: zu wenige Personen, oder es würde sie verraten',
  summary: (kept, redo, flags) =>
    `Vom Text einer Vorlage behalten: ${kept}. Musste überarbeitet werden: ${redo}. Meldungen je 100 Verwendungen: ${flags}.`,
  caption:
    'Behaltener Anteil, Überarbeitungen und Meldungen, über die letzten 12 abgeschlossenen Wochen',
  columnFigure: 'Kennzahl',
  columnValue: 'Wert',
  columnOver: 'Gemessen über',
};
