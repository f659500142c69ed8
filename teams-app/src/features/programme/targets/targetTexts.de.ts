import type { targetTexts } from './targetTexts';

export const targetsGerman: typeof targetTexts = {
  metrics: {
    activeRate: 'Wöchentlich Aktive',
    draftingMinutes: 'Minuten je Entwurf',
    keptShare: 'Beibehaltener Anteil der Vorlagen',
    redoRate: 'Musste neu gemacht werden',
    flagsPer100: 'Meldungen je 100 Nutzungen',
    answeredInTime: 'Feedback rechtzeitig beantwortet',
  },
  definitions: {
    activeRate:
      'Anteil der Personen, die am Sonntag einer Woche zur Gruppe des Programms gehören und in dieser Woche mindestens eine gezählte Aktion hatten.',
    draftingMinutes:
      'Median der beobachteten Minuten je Entwurf, vom Öffnen bis zum Senden, höchstens 60, in der letzten Woche.',
    keptShare:
      'Median des Textanteils einer eingefügten Vorlage, der beim Senden noch da ist, über die letzten zwölf abgeschlossenen Wochen.',
    redoRate:
      'Anteil der Antworten „Ich musste es neu machen“ über die letzten zwölf abgeschlossenen Wochen. Weniger ist besser.',
    flagsPer100:
      'Meldungen zu Einträgen oder KI-Ergebnissen je 100 gezählte Nutzungen, über die letzten zwölf abgeschlossenen Wochen. Weniger ist besser.',
    answeredInTime: 'Anteil des Feedbacks, dessen erste Antwort innerhalb der Frist kam.',
  },
  baselineIs:
    'Der Ausgangswert wird von selbst festgehalten: aus der letzten Woche vor dem Programm.',
  notYet: 'Noch nicht',
  withN: (value, n) => `${value} (n = ${n})`,
  perHundred: (value) => `${value} je 100`,
};
