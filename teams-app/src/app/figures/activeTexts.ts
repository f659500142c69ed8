import { plural } from '@last-mile/shared/language';
import { texts } from '../texts';

const points = (count: number) => plural(count, { one: '# point', other: '# points' });

/** Words of the active rate. Figures come in written. */
export const activeTexts = texts('active', {
  title: 'Active people',
  definition:
    'Distinct people of the programme with at least one counted action in a week that is over, divided by everybody in the programme on that week’s last day. Two kinds are counted and always shown apart: AI use (a prompt copied or opened in an assistant, a day of Microsoft 365 Copilot activity, or a day of use in an uploaded file) and template use (a template inserted in Outlook). One person can be in both. Opening this tab, searching and reading do not count. Use is fading once two closed weeks in a row lie 15% or more under the best week of the programme.',
  targetMet: (count: number, target: string) =>
    count === 0
      ? `Exactly the target of ${target}`
      : `${points(count)} above the target of ${target}`,
  targetMissed: (count: number, target: string) => `${points(count)} below the target of ${target}`,
  before: 'Before the programme',
  beforeUnknown: 'Not measured',
  since: (rate: string, change: string) => `${rate} · ${change} points since`,
  sinceSame: (rate: string) => `${rate} · about the same now`,
  best: 'Best week',
  bestIsNow: 'This one',
  holding: (rate: string, day: string) => `${rate}, ${day} · holding`,
  fading: (rate: string, day: string) => `${rate}, ${day} · fading`,
  fadingFlag: 'Use is fading',
  fadingMeaning: 'The last two closed weeks lie 15% or more under the best week of the programme.',
  aiUse: 'AI use',
  templateUse: 'Template use',
  people: 'People of the programme',
  moved: (joined: string, left: string) => `${joined} joined, ${left} left`,
  movedFew: (smallest: number) => `Fewer than ${String(smallest)} came or went`,
  few: (smallest: number) => `fewer than ${String(smallest)}`,

  caption: 'The last week that is over',
  columnFigure: 'Figure',
  columnPeople: 'People',
  target: 'Target',
  joined: 'Joined since the week before',
  left: 'Left since the week before',
});
