import type { targetFieldTexts } from './targetFieldTexts';

export const targetFieldsGerman: typeof targetFieldTexts = {
  by: (metric) => `${metric}: bis`,
  wrongShare: 'Bitte eine Zahl von 0 bis 100.',
  wrongNumber: 'Bitte eine Zahl ab 0.',
  minutes: 'Min.',
  perHundred: 'je 100',
};
