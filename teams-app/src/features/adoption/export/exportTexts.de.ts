import type { exportTexts } from './exportTexts';

export const exportGerman: typeof exportTexts = {
  csv: 'Zahlen (CSV)',
  picture: 'Bild (PNG)',
  weeks: 'Wochen',
  asOf: 'Stand',
  sampleData: 'Beispieldaten',
  range: (first, last) => `${first} bis ${last}`,
  noWeeks: 'noch keine',
  n: (title) => `${title}: n`,
  of: (title) => `${title}: N`,
};
