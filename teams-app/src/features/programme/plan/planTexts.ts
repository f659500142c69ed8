import { plural } from '@last-mile/shared/language';
import type { OwnerState, ProgrammePhase } from '@last-mile/shared/programme';
import { texts } from '../../../app/texts';

const phases: Readonly<Record<ProgrammePhase, string>> = {
  planned: 'Not begun yet',
  active: 'In its active weeks',
  lighter: 'In its lighter weeks',
  toBeEnded: 'Past day 90, waiting to be ended',
  ended: 'Ended',
};

const owners: Readonly<Record<OwnerState, string>> = {
  present: 'Here',
  silent: 'Silent for two weeks',
  gone: 'Gone',
};

/** Words of the plan, and of programmes side by side. Figures and days come in written. */
export const planTexts = texts('programmePlan', {
  title: 'Plan',
  subtitle: 'Who answers for the programme, until when, and how far its targets are.',
  loading: 'Loading the plan',
  facts: 'The programme',
  planned: 'As planned',
  phase: 'Where it stands',
  phases,
  owner: 'Owner',
  deputies: 'Deputies',
  nobody: 'Nobody',
  sponsor: 'Sponsor',
  group: 'Group',
  unknown: 'Not named by the directory',
  when: 'Active weeks',
  weeksUntil: (weeks: number, from: string, until: string) =>
    `${plural(weeks, { one: '# week', other: '# weeks' })}, ${from} to ${until}`,
  timeZone: 'Time zone',
  hours: 'Hours a week',
  hoursThen: (first: string, then: string) => `${first} h, then ${then} h until day 90`,
  budget: 'Budget',
  notPlanned: 'Not planned',

  targets: 'Targets',
  noTargets: 'No targets are set yet.',
  metric: 'Figure',
  baseline: 'Before',
  now: 'Now',
  result: 'At the end',
  target: 'Target',
  way: 'Of the way',
  notFrozen: 'Not frozen yet',
  by: (value: string, day: string) => `${value} by ${day}`,
  reached: 'Reached',

  change: 'Change the plan',
  close: 'Leave it as it is',
  formTitle: 'Change the plan',
  save: 'Save the plan',
  saving: 'Saving…',
  saved: 'Saved.',
  notSaved: 'Not saved.',
  overtaken: 'Someone changed this meanwhile. This is how it stands now: change it again and save.',
  frozen: 'It is over and its results are frozen, so the plan stays as it is.',
  ownership: 'Who owns the programme',
  notice: 'Notice to employees',
  startAnother: 'Start another programme',

  pastTitle: 'Programmes side by side',
  pastSubtitle:
    'The same figures, from start to end, so that one year can be compared with the next.',
  pastLoading: 'Loading the programmes',
  onlyOne: 'There is one programme so far. Once there is a second, they stand side by side here.',
  none: 'You own, deputise for or sponsor no programme.',
  first: 'Programme',
  second: 'Beside',
  begins: 'First day',
  length: 'Active weeks',
  ended: 'Ended',
  endings: { sustain: 'It goes on', handOver: 'Handed over', stop: 'Stopped' },
  endedAs: (how: string, day: string) => `${how}, ${day}`,
  runs: 'It runs',
  ownerStanding: 'Owner',
  owners,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  goal: (value: string) => `target ${value}`,
  noTarget: 'No target',
});
