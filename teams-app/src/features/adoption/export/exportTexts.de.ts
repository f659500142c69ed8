import type { exportTexts } from './exportTexts';

export const exportGerman: typeof exportTexts = {
  csv: 'Zahlen (CSV)',
  picture: 'Bild (PNG)',
  saved: (name) => `Gespeichert als ${name}.`,
  notSaved: 'Das hat nicht funktioniert. Bitte erneut versuchen oder die andere Form nehmen.',
  weeks: 'Wochen',
  asOf: 'Stand',
  sampleData: 'Beispieldaten',
  range: (first, last) => `${first} bis ${last}`,
  noWeeks: 'noch keine',
  n: (title) => `${title}: n`,
  of: (title) => `${title}: N`,
};
