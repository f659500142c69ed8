import { texts } from '../texts';

/** Words of the habit bands. Figures come in written. */
export const habitTexts = texts('habit', {
  title: 'Habit',
  definition:
    'Modelled on Viva Insights’ published rules; our actions are not Viva’s, so the figures are not comparable. Of the people in the programme in the last of 12 closed weeks: power is on average 15 or more actions a week and active in 9 weeks or more; habitual is active in 9 or more; novice is on average one action a week or more; low is any action; none is no action. Until 12 weeks since the start are closed, the last 4 closed weeks count, and active in 9 of 12 becomes 4 of 4.',
  bands: {
    power: 'Power',
    habitual: 'Habitual',
    novice: 'Novice',
    low: 'Low',
    none: 'None',
  },
  barWords: (people: string, share: string) => `${share} · ${people} people`,
  form: (weeks: number) => `Form: last ${String(weeks)} closed weeks`,
  notComparable: 'Modelled on Viva Insights’ published rules, not comparable.',
  summary: (n: string, of: string, share: string, weeks: number) =>
    `Over the last ${String(weeks)} closed weeks, ${n} of ${of} people have made it a habit (power or habitual): ${share}.`,
  hidden: 'Hidden: a band is too small to be shown, or could be worked out.',
  notEnoughData: 'Not enough data: needs 4 closed weeks.',
  pending: 'Being worked out: it shows here in a moment.',
  caption: 'People by habit band',
  columnBand: 'Band',
  columnPeople: 'People',
  columnShare: 'Share',
});
