import { plural } from '@last-mile/shared/language';
import type { TimingPoint } from '@last-mile/shared/workflows';
import { texts } from '../../../app/texts';

const points: Record<TimingPoint, string> = {
  baseline: 'Baseline',
  day30: 'Day 30',
  day60: 'Day 60',
  day90: 'Day 90',
};

const asks: Record<TimingPoint, string> = {
  baseline: 'Before anything changes',
  day30: 'Around day 30',
  day60: 'Around day 60',
  day90: 'Around day 90',
};

/** Words of how long people say that a task takes them. */
export const timingTexts = texts('timing', {
  points,
  asks,

  title: 'How long it takes, by those who do it',
  selfReported:
    'What people say of the last time they did it. It is not measured, and never mixed with the drafting time that is observed.',
  loading: 'Loading the times',

  askTitle: (point: string) => `${point}: time your steps`,
  ask: 'Think of the last time you did it. Leave empty what you do not do. Nobody sees your own times.',
  askedOf: (family: string) => `Timed by people of ${family}.`,
  minutesFor: (step: string) => `${step}: minutes`,
  leftEmpty: (count: number) =>
    plural(count, {
      one: '# step is empty: you do not do it.',
      other: '# steps are empty: you do not do them.',
    }),
  noneTimed: 'Fill in at least one step.',
  notANumber: 'Use a number of minutes from 0 to 2400.',
  send: 'Send my times',
  sendAgain: 'Send my times again',
  sending: 'Sending…',
  sent: 'Thank you. Your times have arrived.',
  kept: 'Thank you. Your times are kept on this device and go out once it is online.',
  answered: 'You have timed it. Sent again, your new times replace them.',
  waits: 'Your times wait on this device to be sent.',
  notSent: 'Your times were not sent.',
  refused: (reason: string) => `The times you sent without a connection were not taken: ${reason}`,
  forget: 'Forget them',

  notices: (point: string) => `${point}: how long do these take you? Two minutes each.`,
  noticesLabel: 'Tasks to time',

  medians: 'Median minutes at each point',
  step: 'Step',
  wholeTask: 'The whole task',
  medianOf: (minutes: string, people: string) => `${minutes} (${people})`,
  people: (count: number) => plural(count, { one: '# person', other: '# people' }),
  notEnough: 'Not enough data',
  needsFive: (count: number) => `Medians need ${String(count)} people.`,
  nothingYet: 'Nobody’s times can be shown yet.',

  since: 'Against the baseline, by the same people',
  compared: 'Compared',
  noComparison:
    'Not enough data: it takes 10 people who timed it at the baseline and again at a later point.',
});
