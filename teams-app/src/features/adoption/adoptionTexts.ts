import type { DashboardWeek } from '@last-mile/shared/adoption';
import { plural } from '../../app/plural';

const phases: Record<DashboardWeek['phase'], (number: number) => string> = {
  before: () => 'Before',
  active: (number) => `Programme week ${String(number)}`,
  sustaining: (number) => `Sustaining week ${String(number)}`,
};

const people = (count: number) => plural(count, { one: '# person', other: '# people' });

/** Words of the dashboard, ready for translation. Figures come in already written. */
export const adoptionTexts = {
  loading: 'Loading the dashboard',
  asOf: (moment: string) => `As of ${moment}`,
  phase: (week: DashboardWeek, number: number) => phases[week.phase](number),

  activeTitle: 'Active people',
  activeWeek: (day: string, phase: string) => `Week of ${day} · ${phase}`,
  activeOf: (n: string, of: string) => `${n} of ${of} people`,
  about: (what: string) => `About: ${what}`,
  activeDefinition:
    'Distinct people of the programme who took at least one counted action in a week that is over, divided by everybody in the programme on the last day of that week. Counted are prompts copied or opened in an assistant, and templates inserted in Outlook. Opening this tab, searching and reading do not count.',
  provisional: 'Provisional',
  provisionalMeaning:
    'Figures of last week may still grow until Thursday: some arrive up to three days late.',
  running: 'Running',
  targetMet: (target: string) => `Target of ${target} reached`,
  targetMissed: (points: number, target: string) =>
    `${plural(points, { one: '# point', other: '# points' })} to the target of ${target}`,
  since: (points: string, rate: string, n: string, of: string) =>
    `${points} points since the week before the programme, when it was ${rate} (${n} of ${of}).`,
  aboutTheSame: (rate: string) => `About the same as in the week before the programme (${rate}).`,
  beforeUnknown: 'The week before the programme was not measured.',
  grown: (before: string, now: string) =>
    `The programme grew meanwhile: ${before} people then, ${now} now.`,
  shrunk: (before: string, now: string) =>
    `The programme shrank meanwhile: ${before} people then, ${now} now.`,

  summaryCurrent: (day: string, n: string, of: string, rate: string) =>
    `In the week of ${day}, ${n} of ${of} people used AI or a template at least once: ${rate}.`,
  summaryUnknown: 'For the last week that is over there is no figure to show.',
  summaryAbove: (points: number) =>
    `That is ${plural(points, { one: '# point', other: '# points' })} above the target.`,
  summaryOnTarget: 'That is the target.',
  summaryBelow: (points: number) =>
    `That is ${plural(points, { one: '# point', other: '# points' })} below the target.`,
  summaryPeak: (rate: string, day: string) =>
    `The best week so far was the week of ${day} with ${rate}.`,
  summaryPeakIsNow: 'It is the best week so far.',
  summaryDecay: 'Use is fading: the last two weeks lie 15 % or more under the best one.',

  weeksTitle: 'Week by week',
  weeksDefinition:
    'Each point is one week, Monday to Sunday in the programme’s time zone. The running week is left out until it is over.',
  showAs: 'Show as',
  chart: 'Chart',
  table: 'Table',
  chartLoading: 'Loading the chart',
  chartLabel: (name: string) => `Weekly active people of ${name}. The table has the same figures.`,
  lines: {
    before: 'Before the programme',
    active: 'Programme',
    sustaining: 'Sustaining',
    provisional: 'Provisional',
  } satisfies Record<DashboardWeek['phase'] | 'provisional', string>,
  lineTarget: (target: string) => `Target ${target}`,
  weekOf: (day: string) => `Week of ${day}`,
  rateWithPeople: (rate: string, n: string, of: string) => `${rate} (${n} of ${of})`,
  columnWeek: 'Week of',
  columnPhase: 'Phase',
  columnActive: 'Active',
  columnPeople: 'People',
  columnAiUse: 'AI use',
  columnTemplateUse: 'Template use',
  tableCaption: 'Weekly active people, in total and for each kind of use',

  kindsTitle: 'Kinds of use',
  kindsDefinition:
    'The two kinds are always shown apart. One person can be in both, so they do not add up to the active people.',
  aiUse: 'AI use',
  aiUseMeaning: 'Prompts copied or opened in an assistant',
  templateUse: 'Template use',
  templateUseMeaning: 'Templates inserted in Outlook',
  wasBefore: (rate: string) => `${rate} before the programme`,

  departmentsTitle: 'By department',
  departmentsDefinition: (smallest: number) =>
    `The share of active people in the last week that is over, lowest first. Departments with fewer than ${String(smallest)} people are hidden, and so is the next smallest when the hidden one could be worked out. The change is in percentage points since the week before the programme; one that fewer people made counts as the same.`,
  departmentsCaption: 'Active people by department',
  columnDepartment: 'Department',
  columnLastWeek: 'Last week',
  columnChange: 'Change',
  columnTrend: 'Trend',
  same: 'Same',
  noDepartments: 'No departments are known yet.',

  hidden: (smallest: number) => `Hidden: fewer than ${people(smallest)} or derivable`,
  notEnoughData: 'Not enough data',
  band: { under: 'Under half', over: 'Half or more' },

  needsTitle: 'Needs you this week',
  needsNothing: 'Nothing waits for you.',
  needsClient: (count: number) =>
    plural(count, {
      one: '# open flag reached a client: answer it today',
      other: '# open flags reached a client: answer them today',
    }),
  needsOverdue: (count: number) =>
    plural(count, { one: '# feedback item is overdue', other: '# feedback items are overdue' }),
  needsProposals: (count: number) =>
    plural(count, {
      one: '# published text was changed in SharePoint: review it',
      other: '# published texts were changed in SharePoint: review them',
    }),
  needsReview: (count: number) =>
    plural(count, {
      one: '# published item is past its review day',
      other: '# published items are past their review day',
    }),
  needsDrafts: (count: number) =>
    plural(count, { one: '# draft waits to be published', other: '# drafts wait to be published' }),
  needsTasks: (count: number) =>
    plural(count, {
      one: '# mapped task has no published prompt or template',
      other: '# mapped tasks have no published prompt or template',
    }),
  needsDecay: 'Use is fading since the best week: look at the departments on top of the list',

  libraryTitle: 'Library',
  libraryLink: 'Open the library',
  published: 'Published',
  drafts: 'Drafts',
  pastReview: 'Past review',
  neverUsed: 'Never used',
  tasksCovered: 'Tasks with an item',
  ofTasks: (n: string, of: string) => `${n} of ${of}`,
  proposals: 'Changed in SharePoint',
  feedbackTitle: 'Feedback',
  feedbackLink: 'Open the queue',
  open: 'Open',
  overdue: 'Overdue',
  reachedClient: 'Open, reached a client',
  closed: 'Closed',
  suggestions: 'Suggestions',

  emptyTitle: 'No weeks to show yet',
  empty: (day: string) =>
    `The programme starts on ${day}. The first figure appears when its first week is over.`,
} as const;
