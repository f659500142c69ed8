import type { panelTexts } from './panelTexts';

export const panelGerman: typeof panelTexts = {
  about: (what) => `Info: ${what}`,
  export: (what) => `Exportieren: ${what}`,
  table: 'Tabelle',
  showAsTable: (what) => `Tabelle: ${what}`,
  chartLoading: 'Diagramm wird geladen',
  line: (name, place, of) => `${name}, Linie ${String(place)} von ${String(of)}`,
  chartLabel: (what) => `${what}. Die Tabelle hat dieselben Zahlen.`,

  hidden: 'Verborgen',
  hiddenGroup: (smallest) =>
    `Verborgen: weniger als ${String(smallest)} Personen, oder es würde sie verraten`,
  notEnoughData: 'Zu wenig Daten',
  pending: 'Wird berechnet',
  band: (half, of) =>
    `${half === 'under' ? 'Weniger als die Hälfte' : 'Mindestens die Hälfte'} von ${of}`,
  few: (smallest) => `Weniger als ${String(smallest)}`,
  nOf: (n, of) => `${n} von ${of}`,
  nOfPeople: (n, of) => `${n} von ${of} Personen`,
  rateWithPeople: (rate, n, of) => `${rate} (${n} von ${of})`,
  weekOf: (day) => `Woche vom ${day}`,
  columnWeek: 'Woche vom',
};
