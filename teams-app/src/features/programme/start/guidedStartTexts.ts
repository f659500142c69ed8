import { texts } from '../../../app/texts';
import type { StartGap } from '@last-mile/shared/programme';
import { plural } from '@last-mile/shared/language';
import type { StartStep } from './startSteps';

const steps: Readonly<Record<StartStep, string>> = {
  people: 'Whom it is for',
  owner: 'Who answers for it',
  effort: 'Hours and budget',
  time: 'When',
  targets: 'What it shall reach',
  families: 'Job families',
  summary: 'Look over and start',
};

const why: Readonly<Record<StartStep, string>> = {
  people: 'One programme runs for one group of people in Microsoft Entra ID.',
  owner: 'One person is accountable. Deputies may act, and the sponsor hears how it goes.',
  effort:
    'A programme without time set aside does not happen. You compare it with what it took, week by week.',
  time: 'Six to twelve active weeks, then lighter ones until day 90.',
  targets: 'Set a target for what matters to you. Leave empty what does not.',
  families: 'People whose work is alike enough to share templates.',
  summary: 'Nothing starts before you say so.',
};

const gaps: Readonly<Record<StartGap, string>> = {
  noName: 'Give it a name',
  noGroup: 'Choose the group it is for',
  groupGone: 'Choose another group: this one is gone',
  noOwner: 'Choose the one owner',
  ownerNotChampion:
    'The owner is not known as a champion yet. Ask them to open Last Mile once, and an admin to give them the role Champion if they lack it',
  ownerIsDeputy: 'Take the owner out of the deputies',
  noSponsor: 'Choose the sponsor',
  sponsorNotLeader:
    'The sponsor is not known as a leader yet. Ask them to open Last Mile once, and an admin to give them the role Leader if they lack it',
  sponsorIsOwner: 'Choose a sponsor who is not the owner',
  noHours: 'Say how many hours a week there are',
  noBudget: 'Say what may be spent: nothing is an answer',
  noStart: 'Choose the first day',
  startNotMonday: 'Choose a Monday',
  startInPast: 'Choose a first day to come',
  noWeeks: 'Choose how many weeks it is active',
  noTimeZone: 'Choose the time zone',
  noWorkingDays: 'Choose the working days',
  noActiveRateTarget: 'Set a target for the weekly active rate',
  targetTwice: 'Set one target for each figure',
  targetBeforeStart: 'Choose days after the first for the targets',
  noJobFamily: 'Name at least one job family',
  jobFamilyTwice: 'Name each job family once',
};

/** Words of the guided start. Figures and days come in written. */
export const guidedStartTexts = texts('guidedStart', {
  title: 'Start a programme',
  subtitle: 'About 15 minutes. It saves itself, so you can leave and come back.',
  back: 'Back',
  loading: 'Looking for what you began',
  begin: 'Begin a new one',
  begun: 'You began this',
  goOn: (name: string) => `Go on with ${name}`,
  unnamed: 'a programme without a name',
  savedAt: (moment: string) => `Saved ${moment}`,
  lacks: (count: number) =>
    plural(count, { one: '# thing is missing', other: '# things are missing' }),
  lacksNothing: 'Nothing is missing',
  discard: 'Discard this draft',
  discardOne: (name: string) => `Discard the draft of ${name}`,
  discardWarning: 'All that was said goes for good, for the owner it names too.',
  discardIt: 'Discard it',
  discarding: 'Discarding…',
  keepIt: 'Keep it',
  discarded: 'The draft is discarded. You can begin a new one.',
  notDiscarded: 'Not discarded.',
  discardOvertaken: 'Somebody changed it meanwhile. Look at it once more.',

  stepList: 'Steps',
  step: (at: number, of: number, name: string) => `Step ${at} of ${of}: ${name}`,
  steps,
  why,
  done: 'done',
  open: 'open',
  previous: 'Back',
  next: 'Next',

  saving: 'Saving…',
  saved: 'Saved',
  notSaved: 'Not saved.',
  saveAgain: 'Save again',

  name: 'Name of the programme',
  nameHint: 'As people will read it, for example “AI in advisory”.',
  group: 'Group of people',
  groupHint: 'Its members are counted. Type the beginning of its name.',
  owner: 'Owner',
  ownerHint: 'A champion, and exactly one.',
  myself: 'I answer for it',
  deputies: 'Deputies',
  deputiesHint: 'Champions who may act for the owner. You can leave this empty.',
  sponsor: 'Sponsor',
  sponsorHint: 'The leader the owner answers to.',
  weeklyHours: 'Hours a week in the active weeks',
  lighterHours: 'Hours a week after them, until day 90',
  hours: 'h',
  wrongHours: 'Use quarters of an hour, from 0 to 80.',
  budget: 'Budget',
  budgetHint: 'For all active weeks. 0 is an answer.',
  wrongBudget: 'Use a whole amount of 0 or more.',
  currency: 'Currency',
  startsOn: 'First day',
  choose: 'Choose…',
  weeks: 'Active weeks',
  timeZone: 'Time zone',
  timeZoneHint: 'It decides where a week begins and ends.',
  workingDays: 'Working days',
  holidays: 'Holidays',
  holidaysHint: 'One a line, as 2026-12-25 or 25.12.2026; a name may follow.',
  unreadable: (line: string) => `This line begins with no day: ${line}`,
  families: 'Job families, one a line',
  familiesHint: 'For example Advisory, Tax, Operations. Who belongs to which is set up later.',

  said: 'What you said',
  missing: 'What is missing',
  start: 'Start the programme',
  starting: 'Starting…',
  nothingSaid: 'Not said',
  noBudgetNeeded: 'Nothing to spend',
  hoursThen: (first: string, then: string) => `${first} h a week, then ${then} h`,
  weeksFrom: (weeks: number, day: string) =>
    `${plural(weeks, { one: '# week', other: '# weeks' })} from ${day}`,
  targetBy: (metric: string, value: string, day: string) => `${metric}: ${value} by ${day}`,

  started: 'It is started',
  startedBody: (name: string) =>
    `${name} is on its way to its people. Baselines are frozen by themselves, once the week before the start is closed.`,
  openPlan: 'Open the plan',

  overtaken: 'Somebody changed this meanwhile',
  overtakenBody: 'Look at both and choose. Nothing was written over.',
  part: 'What',
  mine: 'Yours',
  theirs: 'Theirs',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  gaps,
});
