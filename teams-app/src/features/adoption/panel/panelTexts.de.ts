import type { panelTexts } from './panelTexts';

export const panelGerman: typeof panelTexts = {
  export: (what) => `Exportieren: ${what}`,
  table: 'Tabelle',
  showAsTable: (what) => `Tabelle: ${what}`,
  chartLoading: 'Diagramm wird geladen',
  line: (name, place, of) => `${name}, Linie ${String(place)} von ${String(of)}`,
  chartLabel: (what) => `${what}. Die Tabelle hat dieselben Zahlen.`,

  weekOf: (day) => `Woche vom ${day}`,
  columnWeek: 'Woche vom',
};
