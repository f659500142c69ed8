import type { dashboardTexts } from './dashboardTexts';

export const dashboardGerman: typeof dashboardTexts = {
  loading: 'Kennzahlen werden geladen',
  asOf: (moment) => `Stand: ${moment}`,
  weekAndPhase: (day, phase) => `Woche vom ${day} · ${phase}`,
  stale: (moment) => `Zu sehen sind die Zahlen vom Stand ${moment}.`,

  until: 'Stand',
  untilNow: 'Jetzt',
  untilWeek: (day) => `Nach der Woche vom ${day}`,
  past: (day) =>
    `Zu sehen ist die Nutzung am Ende der Woche vom ${day}. Feedback, Verbesserungen und Bibliothek sind auf dem Stand von heute.`,
  backToNow: 'Zurück zu jetzt',
  weeks: 'Gezeigte Wochen',
  range: (range) => (range === 'all' ? 'Alle Wochen' : `Letzte ${String(range)} Wochen`),
  tasks: 'Aufgaben',
  peopleAndData: 'Personen und Daten',
  takeAlong: 'Teilen',
  copyLink: 'Link kopieren',
  allTables: 'Alle Diagramme als Tabellen',
  noTables: 'Alle Tabellen als Diagramme',
  everyFigure: 'Alle Zahlen (CSV)',
  print: 'Drucken',
  linkCopied: 'Der Link zu dieser Ansicht ist kopiert.',
  linkShown: 'Teams zeigt den Link zu dieser Ansicht.',
  linkRefused: 'Der Link konnte nicht kopiert werden. Er steht in der Adresse dieser Seite.',

  sectionStay: 'Bleiben die Leute dabei?',
  sectionWhere: 'Wo wird es genutzt, und wo nicht?',
  sectionWorth: 'Lohnt es sich?',
  sectionAlive: 'Hören wir zu, und bleibt es lebendig?',
};
