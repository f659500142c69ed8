import { texts } from '../../../app/texts';

/** Words of exports. */
export const exportTexts = texts('export', {
  csv: 'Figures (CSV)',
  picture: 'Picture (PNG)',
  weeks: 'Weeks',
  asOf: 'As of',
  sampleData: 'Sample data',
  range: (first: string, last: string) => `${first} to ${last}`,
  noWeeks: 'none yet',
  n: (title: string) => `${title}: n`,
  of: (title: string) => `${title}: N`,
});
