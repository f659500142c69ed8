import { plural } from '@last-mile/shared/language';
import type {
  CheckpointsResponse,
  DecisionResult,
  DiagnosisRuleId,
  EvidenceName,
  Revise,
  SavedTimeUse,
} from '@last-mile/shared/checkpoints';
import { texts } from '../../app/texts';

type MissingBecause = CheckpointsResponse['missing'][number]['because'];

const found: Record<DiagnosisRuleId, string> = {
  noOwner: 'Nobody answers for the programme',
  overdueQueue: 'Feedback waits too long for its answer',
  outputNotTrusted: 'What comes out is often flagged and done again',
  useDecays: 'Use is fading',
  lowUseThoughPractised: 'Few use it, though many came to practise',
  lowUseWithoutPractice: 'Few use it, and few came to practise',
  useWithoutTimeSaved: 'Many use it, and it saves them no time',
};

const revise: Record<Revise, string> = {
  ownership: 'Ownership',
  feedback: 'Feedback',
  prompts: 'Prompts',
  training: 'Training',
  workflowMap: 'The map of the task',
  workflowStep: 'The step where AI helps',
};

const proposals: Record<DiagnosisRuleId, string> = {
  noOwner: 'Name an owner who has the hours, or give them to the one who is named.',
  overdueQueue: 'Answer what is late first, and share the queue with a deputy.',
  outputNotTrusted: 'Revise the prompts that are flagged most, with their cases.',
  useDecays: 'Bring the weekly practice back, with a task of this week.',
  lowUseThoughPractised: 'Look at the map again: AI may help at the wrong step.',
  lowUseWithoutPractice: 'Place the sessions into meetings people already have.',
  useWithoutTimeSaved: 'Redesign the step, so that what AI does need not be done again.',
};

const evidence: Record<EvidenceName, string> = {
  owner: 'the owner',
  overdueFeedback: 'overdue feedback',
  flagsPer100: 'flags per 100 uses',
  redoRate: 'what had to be redone',
  decay: 'whether use fades',
  activeRate: 'active people',
  attendance: 'who came to practise',
  timeSaved: 'whether time is saved',
};

const results: Record<DecisionResult, string> = {
  worked: 'It worked',
  partly: 'It worked in part',
  didNotWork: 'It did not work',
  notDone: 'It was not done',
};

const savedTimeUses: Record<SavedTimeUse, string> = {
  moreClientWork: 'More client work',
  betterWork: 'Better work',
  learning: 'Learning',
  shorterDay: 'A shorter day',
  nowhere: 'Nowhere I can name',
};

const missing: Record<MissingBecause, string> = {
  sealBroken:
    'Somebody changed this checkpoint where it is kept. It is not shown, as its figures are no longer those that were taken.',
  notMeasured: 'Its week lies before the first that was measured, so it was never taken.',
};

const questions = {
  use: 'Is it used?',
  time: 'Does it save time?',
  trust: 'Can we rely on what comes out?',
  feedback: 'Is feedback answered?',
  ownership: 'Does somebody answer for it?',
};

/** Words of checkpoints. Figures come in written. */
export const checkpointsTexts = texts('checkpoints', {
  found,
  revise,
  proposals,
  evidence,
  results,
  savedTimeUses,
  missing,
  questions,

  title: 'Checkpoints',
  subtitle: 'What did these weeks change, and what do we change now?',
  loading: 'Loading the checkpoints',
  back: 'All checkpoints',
  day: (day: number) => `Day ${String(day)}`,
  checkpointOf: (day: number) => `Checkpoint: day ${String(day)}`,
  open: (day: number) => `Read the checkpoint of day ${String(day)}`,
  takenList: 'Checkpoints taken',
  weekOf: (days: string) => `Week of ${days}`,
  findings: (count: number) =>
    count === 0
      ? 'No rule found anything'
      : plural(count, { one: '# thing found', other: '# things found' }),

  nextTitle: (day: number) => `Next: day ${String(day)}`,
  nextFrom: (day: string) =>
    `It is taken by itself from ${day} on, once its week is closed and every figure is worked out.`,
  dueTitle: (day: number) => `On its way: day ${String(day)}`,
  due: 'Its week is closed. It is taken by itself as soon as every figure is worked out.',
  needsTitle: 'What it needs until then',
  needs: {
    people: 'Members in the programme’s group: it is about everybody who is in it that week.',
    sessions: 'Check-ins at practice sessions, or nobody can say who came.',
    drafts:
      'Drafts with and without a template, from at least 10 people, and steps timed around the day.',
    answers: 'Answers in the feedback queue, and hours of each week written down.',
  },
  notTakenTitle: 'This checkpoint was not taken yet',
  notTaken: 'It takes itself once its week is closed.',
  allTaken: 'All three checkpoints are taken.',

  cohort: (people: string, days: string, taken: string) =>
    `About the ${people} people of the programme in the week of ${days}. Taken on ${taken}; its figures never change again.`,
  nobody: (days: string, taken: string) =>
    `Nobody was in the programme in the week of ${days}. Taken on ${taken}; its figures never change again.`,
  noVerdict: 'It says what was found and what to revise. It gives no verdict on anybody.',

  headline: 'At a glance',
  activeRate: 'Active people',
  beforeNow: (before: string, now: string) => `${before} → ${now}`,
  unknownBefore: 'not measured',
  activeBehind: (before: string, now: string, target: string) =>
    `${before} → ${now}, target ${target}`,
  people: (n: string) => `${n} people`,
  draftingTime: 'Drafting time',
  draftingBehind: (shift: string, low: string, high: string, people: string) =>
    `${shift}, 95% interval from ${low} to ${high}, same ${people} people`,
  redone: 'Had to redo it',
  trustBehind: (kept: string, flags: string) =>
    `Kept of a template’s text: ${kept}; flags per 100 uses: ${flags}`,
  answered: 'Feedback answered in time',
  feedbackBehind: (open: string, overdue: string, improvements: string) =>
    `${open} open, ${overdue} overdue; ${improvements} improvements`,
  owner: 'Owner',
  ownerStates: { present: 'Present', silent: 'Silent', gone: 'No longer there' },
  silentSince: (day: string) => `Silent since ${day}`,
  hours: (given: string) => `Hours: ${given}`,
  hoursUnknown: 'No hours written down',

  questionsTitle: 'The five questions',
  target: 'Target',
  before: 'Before the programme',
  active: 'Active in the week',
  best: 'Best week',
  bestOf: (rate: string, day: string) => `${rate}, week of ${day}`,
  fading: 'Two closed weeks in a row lie 15% or more under it: use is fading',
  holding: 'Use is holding',
  habit: 'Habit (power or habitual)',
  attended: 'At a session in the last four weeks',
  practised: 'Practised on a task of their own',
  sinceStart: 'Drafts before → now (observed)',
  withTemplate: 'Drafts without → with a template (observed)',
  taskTime: (task: string) => `${task} (own timing)`,
  taskTimes: 'Times of tasks (own timing)',
  noTasks: 'No task was timed',
  otherTasks: 'Other tasks (own timing)',
  overdue: 'Overdue',
  overdueOf: (overdue: string, open: string) => `${overdue} of ${open} open`,
  improvements: 'Improvements',
  improvementsSay: (total: number, vendor: string) =>
    `${plural(total, { one: '# suggested', other: '# suggested' })}, ${vendor} with the vendor`,
  effortHours: 'Hours',
  effortSpend: 'Spend',
  ofPlanned: (actual: string, planned: string) => `${actual} of ${planned} planned`,
  notPlanned: (actual: string) => `${actual}, none planned`,
  notWritten: 'Nothing was written down',
  weeksWithout: (count: number) =>
    plural(count, { one: '# week not written down', other: '# weeks not written down' }),
  useDefinition:
    'Its people are all who were in the programme on the last day of the checkpoint’s week. A share of all of them is counted, not sampled, so it has no interval. Before is the week before the programme began. Sessions and practice are those of the last four closed weeks.',
  timeDefinition:
    'Observed drafting time is measured on the device. Times of tasks (own timing) are people’s own word, compared with their baseline; the two are never mixed. Each comparison is within the same people.',
  ownershipDefinition:
    'The owner is silent after two weeks of working days in which they did nothing as the programme’s champion. Hours and spend are of the weeks up to this one that were written down, planned beside actual.',

  foundTitle: 'What was found',
  nothingFound: 'No rule found anything. That is not the same as all is well.',
  toRevise: (what: string) => `To revise: ${what}`,
  evidenceTitle: 'By these figures',
  flags: (flags: string, n: string) => `${flags} flags per 100 uses, over ${n} uses`,
  redos: (share: string, n: string) => `${share} had to redo it, of ${n} answers`,
  overdueEvidence: (overdue: string, open: string) =>
    `${overdue} of ${open} open items are overdue`,
  activeEvidence: (rate: string, people: string, target: string) =>
    `${rate} active (${people}), target ${target}`,
  attendedEvidence: (rate: string, people: string) =>
    `${rate} came to a session in four weeks (${people})`,
  intervalFrom: (low: string, high: string) => `95% interval from ${low} to ${high}`,
  ownerEvidence: (standing: string) => `Owner: ${standing}`,

  notJudgedTitle: 'Not judged',
  notJudgedWhy: 'These rules cannot be judged, as a figure is missing. That is neither yes nor no.',
  notJudged: (rule: string, what: string) => `${rule}: nothing is known of ${what}.`,

  proposed: (who: string, day: string) => `Proposed: ${who}, by ${day}`,
  theOwner: 'the owner',
  theSponsor: 'the sponsor',
  decide: 'Decide',
  decideElse: 'Decide something else',
  decideTitle: (what: string) => `Decide: ${what}`,
  change: 'What changes',
  changeMissing: 'Say what changes.',
  who: 'Who sees to it',
  whoOwner: 'The owner of the programme',
  whoSponsor: 'The sponsor',
  whoElse: 'Somebody else',
  person: 'Their name',
  whoMissing: 'Choose who sees to it.',
  dueOn: 'By when',
  dueMissing: 'Choose a day.',
  keep: 'Keep the decision',
  keeping: 'Keeping it…',
  cancel: 'Cancel',
  notKept: 'The decision was not kept.',
  kept: 'The decision is kept.',
  decided: 'Decided',
  noneDecided: 'Nothing is decided yet.',
  decisionLine: (who: string, day: string) => `${who}, by ${day}`,
  someone: 'Somebody who is no longer in the directory',

  lookBackTitle: 'What came of earlier decisions',
  lookBackNone: 'There is no earlier decision to look at again.',
  decidedAt: (day: number, who: string, due: string) =>
    `Decided at day ${String(day)}; ${who}, by ${due}`,
  whatCame: 'What came of it',
  note: 'A word on it (if you like)',
  say: 'Keep what came of it',
  notSaid: 'It was not kept.',
  overtaken: 'Somebody said so meanwhile; you see what they said.',
  notLookedAt: 'Not looked at again yet',

  savedTimeTitle: 'Where the saved time went',
  savedTimeHint:
    'What people answered in the month of this checkpoint’s week. Counts of people, never minutes or money.',
  savedTimeN: (n: string) => `${n} people answered`,
  savedTimeUnknown: 'Not enough data: it is told from 10 answers on.',
  answers: 'Answers',

  othersTitle: 'Against others',
  othersNone: 'There is no group that has not started or is held out.',
  othersUnknown: 'Not enough data: it takes 10 people in each group.',
  others: (points: string, low: string, high: string) =>
    `The share of active weeks rose ${points} points more than among people who have not started (95% interval from ${low} to ${high}).`,
  othersBehind: (people: string, change: string, others: string, othersChange: string) =>
    `${people} people here: ${change} points. ${others} others: ${othersChange} points. An association, not a proof: what happened to one group only is not in the interval.`,

  share: 'Share',
  print: 'Print',
  powerPoint: 'Save as PowerPoint',
  figure: 'Figure',
  says: 'Before and now',
  behind: 'What stands behind it',
  slideFound: 'What was found, and what is decided',
  slideMethod: 'How this was counted',
  rate: 'Active rate',
  now: 'Now',
  finding: 'Found',
  by: 'By these figures',
  decision: 'Decided',

  askTitle: 'Where did the time you saved this month go?',
  askHint: 'One tap. Only counts of at least 10 people are shown, never who said what.',
  notNow: 'Not now',
  askThanks: 'Thank you.',
  askKept: 'Thank you. It is kept on this device and goes out once it is online.',
  askNotSent: 'That was not sent.',
  close: 'Close',
});
