import { texts } from '../../../app/texts';

/** Words of the retention by start week. Figures come in written. */
export const retentionTexts = texts('retention', {
  title: 'Retention by start week',
  definition:
    'People are grouped by the week of their first counted action in the programme. Each cell says how many of them were active that many weeks later; who left since is one of them, and not active. Groups of which only a few are left are hidden. A dash stands for a figure that is hidden or not known; exports and screen readers get the reason.',
  summary: (day: string, n: string, of: string, rate: string, weeks: string) =>
    `Of the ${of} people who started in the week of ${day}, ${n} were active ${weeks} later: ${rate}.`,
  weeks: (count: number) => (count === 1 ? 'one week' : `${String(count)} weeks`),
  unknown: 'Not enough data: the first start week needs a week after it that is over.',
  none: 'Nobody has started yet. The first row appears when the first week with a counted action is over.',
  caption: 'Share of people active in later weeks, by the week they started',
  columnStart: 'Started in',
  columnPeople: 'People',
  columnWeek: (number: number) => `+${String(number)}`,
  dash: '–',
});
