import { texts } from '../../../app/texts';

/** Words of the fields by which targets are set. */
export const targetFieldTexts = texts('targetFields', {
  by: (metric: string) => `${metric}: by`,
  wrongShare: 'Use a number from 0 to 100.',
  wrongNumber: 'Use a number of 0 or more.',
  minutes: 'min',
  perHundred: 'per 100',
});
