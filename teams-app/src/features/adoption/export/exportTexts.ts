import { texts } from '../../../app/texts';

/** Words of exports. */
export const exportTexts = texts('export', {
  csv: 'Figures (CSV)',
  picture: 'Picture (PNG)',
  saved: (name: string) => `Saved as ${name}.`,
  notSaved: 'That did not work. Try again, or take the other form.',
  weeks: 'Weeks',
  asOf: 'As of',
  sampleData: 'Sample data',
  range: (first: string, last: string) => `${first} to ${last}`,
  noWeeks: 'none yet',
  n: (title: string) => `${title}: n`,
  of: (title: string) => `${title}: N`,
});
