import { texts } from '../texts';

/** Words that stand beside figures wherever they are shown. Figures come in written. */
export const figureTexts = texts('figures', {
  about: (what: string) => `About: ${what}`,
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
  arrow: (first: string, second: string) => `${first} → ${second}`,
  samePeople: (people: string) => `same ${people} people`,
  needsTen: 'Not enough data: needs 10 people in both',
  interval: (what: string, shift: string, low: string, high: string) =>
    `${what}: ${shift} for the same people, 95% interval from ${low} to ${high}.`,
  less: (minutes: string) => `${minutes} less`,
  more: (minutes: string) => `${minutes} more`,
  noChange: 'no change',
  association: 'An association, not a proof.',
});
