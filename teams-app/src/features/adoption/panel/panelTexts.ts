import { texts } from '../../../app/texts';

/** Words that every panel of the dashboard uses. Figures come in written. */
export const panelTexts = texts('panel', {
  export: (what: string) => `Export: ${what}`,
  table: 'Table',
  showAsTable: (what: string) => `Table: ${what}`,
  chartLoading: 'Loading the chart',
  line: (name: string, place: number, of: number) =>
    `${name}, line ${String(place)} of ${String(of)}`,
  chartLabel: (what: string) => `${what}. The table has the same figures.`,

  weekOf: (day: string) => `Week of ${day}`,
  columnWeek: 'Week of',
});
