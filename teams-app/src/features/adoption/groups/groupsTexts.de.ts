import type { groupsTexts } from './groupsTexts';

export const groupsGerman: typeof groupsTexts = {
  title: 'Nach Abteilung oder Berufsgruppe',
  definition: (smallest) =>
    `Der Anteil der aktiven Personen in der letzten abgeschlossenen Woche, der niedrigste zuerst; abgeschlossen ist eine Woche am Donnerstag danach. Abteilung und Berufsgruppe teilen dieselben Personen auf zwei Arten auf; sie werden nie gekreuzt. Eine Gruppe von weniger als ${String(smallest)} Personen ist verborgen, und auch die nächstkleinere, wenn sich die verborgene sonst errechnen ließe; eine kleine Gruppe sagt nur, ob mindestens die Hälfte aktiv war. Die Änderung steht in Prozentpunkten seit der Woche vor dem Programm; eine, die weniger als ${String(smallest)} Personen bewirkt haben können, gilt als gleich.`,
  by: 'Personen aufteilen nach',
  groupings: { department: 'Abteilung', jobFamily: 'Berufsgruppe' },
  editJobFamilies: 'Berufsgruppen bearbeiten',
  captions: {
    department: 'Aktive Personen nach Abteilung',
    jobFamily: 'Aktive Personen nach Berufsgruppe',
  },
  summary: (lowest, low, highest, high) =>
    `Am niedrigsten in der letzten abgeschlossenen Woche: ${lowest} mit ${low}. Am höchsten: ${highest} mit ${high}.`,
  summaryOne: (name, share) => `Letzte abgeschlossene Woche, ${name}: ${share}.`,
  summaryNone:
    'Für die letzte abgeschlossene Woche darf von keiner Gruppe die Zahl gezeigt werden.',
  none: {
    department: 'Noch sind keine Abteilungen bekannt. Sie kommen aus Microsoft Entra ID.',
    jobFamily: 'Noch sind keine Berufsgruppen bekannt. Ein Champion ordnet ihnen Positionen zu.',
  },
  columnLastWeek: 'Letzte abgeschlossene Woche',
  columnTrend: 'Verlauf',
  columnBefore: 'Vor dem Programm',
  columnChange: 'Änderung',
  same: 'Gleich',
};
