import type { draftingTexts } from './draftingTexts';

export const draftingGerman: typeof draftingTexts = {
  title: 'Schreibzeit',
  definition:
    'Vom Öffnen einer Nachricht bis zum Senden, auf dem Gerät gesehen: Leerlauf wird abgezogen, solange der Bereich offen ist, und mehr als 60 Minuten werden nicht geglaubt. Kein Text, Betreff oder Empfänger wird gelesen. Die Zahl der Woche ist der Median ihrer beobachteten Entwürfe. Verglichen wird zweimal, jeweils bei denselben Personen und über den Median ihrer eigenen Entwürfe auf beiden Seiten: ohne und mit Vorlage in den letzten 12 abgeschlossenen Wochen, und vor dem Programm gegen seine letzten 4 abgeschlossenen Wochen. Gezeigt wird der Median ihrer Unterschiede mit einem 95-%-Intervall (Hodges–Lehmann). Das ist ein Zusammenhang, kein Beweis: In diesen Wochen änderte sich auch anderes. Bei weniger als 10 Personen steht „zu wenig Daten“.',
  minutesOf: (people) => `Median der Entwürfe von ${people} Personen`,
  weekUnknown:
    'Zu wenig Daten für diese Woche: Weniger Personen, als gezeigt werden dürfen, haben beobachtete Entwürfe gesendet.',
  weekHidden: 'Für diese Woche verborgen: Es sind zu wenige Personen, oder es würde sie verraten.',
  sinceStart: 'Seit dem Start',
  withTemplate: 'Ohne → mit Vorlage',
  observed: 'Beobachtete Entwürfe',
  observedOf: (share, n, of) => `${share} · ${n} von ${of} gesendeten`,
  needsDrafts: 'Zu wenig Daten: zu wenige Personen haben Entwürfe gesendet',
  howSure: 'Wie sicher ist das?',
  noComparison: 'Sobald 10 Personen auf beiden Seiten Entwürfe haben, steht hier das Intervall.',

  weekly: 'Schreibzeit Woche für Woche',
  line: 'Median der Woche',
  weeklyCallout: (minutes, people) => `${minutes} (${people} Personen)`,
  summaryKnown: (minutes, people, day) =>
    `In der Woche vom ${day} dauerte ein Entwurf ${minutes}, der Median der Entwürfe von ${people} Personen.`,
  summaryUnknown: 'Für die letzte Woche, die vorbei ist, gibt es keine Schreibzeit.',
  summarySince: (first, second, people) =>
    `Seit dem Start ging sie bei denselben ${people} Personen von ${first} auf ${second}: ein Zusammenhang, kein Beweis.`,
  caption: 'Median der Schreibzeit je Woche, und die beiden Vergleiche',
  columnFigure: 'Woche oder Vergleich',
  columnMedian: 'Median',
  columnFirst: 'Erst',
  columnSecond: 'Dann',
  columnPeople: 'Personen',
  columnShift: 'Verschiebung',
  columnLow: '95 % von',
  columnHigh: '95 % bis',
};
