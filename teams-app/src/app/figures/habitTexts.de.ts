import type { habitTexts } from './habitTexts';

export const habitGerman: typeof habitTexts = {
  title: 'Gewohnheit',
  definition:
    'Nach dem Vorbild der veröffentlichten Regeln von Viva Insights; unsere Handlungen sind nicht die von Viva, darum sind die Zahlen nicht vergleichbar. Von den Personen, die in der letzten von 12 abgeschlossenen Wochen im Programm waren: intensiv heißt im Schnitt 15 oder mehr Handlungen je Woche und in 9 oder mehr Wochen aktiv; regelmäßig heißt in 9 oder mehr aktiv; beginnend heißt im Schnitt eine Handlung je Woche oder mehr; gering heißt irgendeine Handlung; keine heißt keine Handlung. Bis seit dem Start 12 Wochen abgeschlossen sind, zählen die letzten 4 abgeschlossenen Wochen, und aus aktiv in 9 von 12 wird 4 von 4.',
  bands: {
    power: 'Intensiv',
    habitual: 'Regelmäßig',
    novice: 'Beginnend',
    low: 'Gering',
    none: 'Keine',
  },
  barWords: (people, share) => `${share} · ${people} Personen`,
  form: (weeks) => `Form: letzte ${String(weeks)} abgeschlossene Wochen`,
  notComparable: 'Nach dem Vorbild der Regeln von Viva Insights, nicht vergleichbar.',
  summary: (n, of, share, weeks) =>
    `In den letzten ${String(weeks)} abgeschlossenen Wochen ist es für ${n} von ${of} Personen zur Gewohnheit geworden (intensiv oder regelmäßig): ${share}.`,
  hidden: 'Verborgen: Eine Stufe ist zu klein, um gezeigt zu werden, oder ließe sich errechnen.',
  notEnoughData: 'Zu wenig Daten: 4 abgeschlossene Wochen sind nötig.',
  pending: 'Wird berechnet und erscheint gleich hier.',
  caption: 'Personen nach Stufe der Gewohnheit',
  columnBand: 'Stufe',
  columnPeople: 'Personen',
  columnShare: 'Anteil',
};
