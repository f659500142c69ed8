import { texts } from '../../../app/texts';

/** Words that every panel of the dashboard uses. Figures come in written. */
export const panelTexts = texts('panel', {
  about: (what: string) => `About: ${what}`,
  export: (what: string) => `Export: ${what}`,
  table: 'Table',
  showAsTable: (what: string) => `Table: ${what}`,
  chartLoading: 'Loading the chart',
  line: (name: string, place: number, of: number) =>
    `${name}, line ${String(place)} of ${String(of)}`,
  chartLabel: (what: string) => `${what}. The table has the same figures.`,

  hidden: 'Hidden',
  hiddenGroup: (smallest: number) =>
    `Hidden: fewer than ${String(smallest)} people, or it would reveal them`,
  notEnoughData: 'Not enough data',
  pending: 'Being worked out',
  band: (half: 'under' | 'over', of: string) =>
    `${half === 'under' ? 'Under half' : 'Half or more'} of ${of}`,
  few: (smallest: number) => `Fewer than ${String(smallest)}`,
  nOf: (n: string, of: string) => `${n} of ${of}`,
  nOfPeople: (n: string, of: string) => `${n} of ${of} people`,
  rateWithPeople: (rate: string, n: string, of: string) => `${rate} (${n} of ${of})`,
  weekOf: (day: string) => `Week of ${day}`,
  columnWeek: 'Week of',
});
