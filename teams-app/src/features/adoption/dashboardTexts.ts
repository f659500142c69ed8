import { texts } from '../../app/texts';
import type { WeekRange } from './dashboardView';

/** Words of the dashboard's page. Figures come in written. */
export const dashboardTexts = texts('dashboard', {
  loading: 'Loading the dashboard',
  asOf: (moment: string) => `As of ${moment}`,
  weekAndPhase: (day: string, phase: string) => `Week of ${day} · ${phase}`,
  stale: (moment: string) => `You see the figures as of ${moment}.`,

  until: 'As it stood',
  untilNow: 'Now',
  untilWeek: (day: string) => `After the week of ${day}`,
  past: (day: string) =>
    `You see how use stood at the end of the week of ${day}. Feedback, improvements and the library are as of today.`,
  backToNow: 'Back to now',
  weeks: 'Weeks shown',
  range: (range: WeekRange) => (range === 'all' ? 'All weeks' : `Last ${String(range)} weeks`),
  tasks: 'Tasks',
  peopleAndData: 'People and data',
  takeAlong: 'Share',
  copyLink: 'Copy link',
  allTables: 'All charts as tables',
  noTables: 'All tables as charts',
  everyFigure: 'All figures (CSV)',
  print: 'Print',
  linkCopied: 'The link to this view is copied.',
  linkShown: 'Teams shows the link to this view.',
  linkRefused: 'The link could not be copied. Take it from the address of this page.',

  sectionStay: 'Do people stay with it?',
  sectionWhere: 'Where is it used, and where not?',
  sectionWorth: 'Is it worth it?',
  sectionAlive: 'Do we listen, and keep it alive?',
});
