import type { DashboardWeek } from '@last-mile/shared/adoption';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

const phases: Record<DashboardWeek['phase'], (number: number) => string> = {
  before: () => 'Before',
  active: (number) => `Programme week ${String(number)}`,
  sustaining: (number) => `Sustaining week ${String(number)}`,
};

const points = (count: number) => plural(count, { one: '# point', other: '# points' });

/** Words of the weeks. Figures come in written. */
export const weeksTexts = texts('weeks', {
  title: 'Week by week',
  definition:
    'Each point is one week, Monday to Sunday in the programme’s time zone: distinct people with at least one counted action, divided by everybody in the programme on the week’s last day. The running week is left out until it is over. A closed week stays as it was shown; if late figures change it, the table says so.',
  phase: (week: DashboardWeek, number: number) => phases[week.phase](number),
  provisional: 'Provisional',
  provisionalMeaning:
    'Last week may still grow until Thursday: some figures arrive up to three days late.',
  running: 'Running',
  changed: (moment: string, n: string, of: string) => `Changed on ${moment}: was ${n} of ${of}`,
  changedFromUnknown: (moment: string) => `Changed on ${moment}: was not shown before`,

  current: (day: string, n: string, of: string, rate: string) =>
    `In the week of ${day}, ${n} of ${of} people used AI or a template at least once: ${rate}`,
  unknown: 'For the last week that is over there is no figure to show.',
  above: (count: number) => `${points(count)} above the target.`,
  onTarget: 'exactly the target.',
  below: (count: number) => `${points(count)} below the target.`,
  peak: (rate: string, day: string) => `The best week so far: ${rate}, week of ${day}.`,
  peakIsNow: 'It is the best week so far.',

  chartLabel: (name: string) => `Weekly active people of ${name}`,
  lines: {
    before: 'Before the programme',
    active: 'Programme',
    sustaining: 'Sustaining',
    provisional: 'Provisional',
  } satisfies Record<DashboardWeek['phase'] | 'provisional', string>,
  lineTarget: (target: string) => `Target ${target}`,
  caption: 'Weekly active people, in total and for each kind of use',
  columnPhase: 'Phase',
  columnActive: 'Active',
  columnAiUse: 'AI use',
  columnTemplateUse: 'Template use',
  columnJoined: 'Joined',
  columnLeft: 'Left',
  columnNote: 'Note',
});
