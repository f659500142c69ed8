import { plural } from '@last-mile/shared/language';
import type {
  FormReason,
  FrictionKind,
  Grounding,
  AiForm,
  MapGap,
  SourceKind,
} from '@last-mile/shared/workflows';
import { texts } from '../../app/texts';

const frictionKinds: Record<FrictionKind, string> = {
  rework: 'Done again',
  searching: 'Searching',
  retyping: 'Typed twice',
  unclear: 'Unclear',
  approval: 'Waits for a yes',
  switching: 'Switching tools',
  other: 'Something else',
};

const sourceKinds: Record<SourceKind, string> = {
  ownNotes: 'Own notes',
  correspondence: 'Emails and chats',
  meeting: 'A recording or transcript',
  clientFile: 'The client’s file',
  figures: 'Figures',
  firmStandard: 'The firm’s standards',
  regulation: 'Law and regulation',
  publicWeb: 'The public web',
};

const gaps: Record<MapGap, string> = {
  noSteps: 'no steps yet',
  stepsWithoutActor: 'who does each step',
  stepsWithoutMinutes: 'minutes of each step',
  noSlot: 'the step where AI helps first',
  slotSaysNoHelp: 'how AI helps in that step',
  noEscalation: 'who takes over what AI cannot do',
};

const forms: Record<AiForm, string> = {
  onePrompt: 'One prompt',
  chain: 'A chain of prompts',
  agent: 'An orchestrated agent',
};

const formReasons: Record<FormReason, string> = {
  noStepForAi: 'No step says yet how AI would help.',
  oneStep: 'AI helps in one step, and one prompt does that.',
  fixedOrder: 'AI helps in several steps that always follow in the same order.',
  oneTool:
    'The way depends on what comes out, but in one tool: a person decides between two prompts.',
  noEscalation:
    'What comes next depends on what comes out, over several tools; but nobody is named who takes over.',
  dependsOnOutcome:
    'What comes next depends on what comes out, over several tools, and somebody takes over.',
};

const groundings: Record<Grounding, string> = {
  inThePrompt: 'goes into the prompt, by whoever has it before them',
  attached: 'is attached or referred to as a file; nothing is retyped',
  approvedReference: 'rests on an approved document, quoted with its place and read up by a person',
  citedWeb: 'is quoted with its address, and never by itself where a client relies on it',
};

/** Words of the mapped tasks: their list, their maps and how long they take. */
export const workflowsTexts = texts('workflows', {
  frictionKinds,
  sourceKinds,
  gaps,
  forms,
  formReasons,
  groundings,

  title: 'Tasks',
  subtitle: 'How we do them, what they cost, and where AI helps.',
  loading: 'Loading the tasks',
  emptyTitle: 'No task is mapped yet',
  empty: 'Begin with one that many people do every week.',
  few: (fewest: number, most: number) =>
    `${String(fewest)} to ${String(most)} mapped tasks show whether working with AI pays off. Fewer show little.`,
  many: (most: number) =>
    `You have more than ${String(most)} tasks. That is fine, but each has to be kept up and timed four times.`,
  missing: (what: string) => `Missing: ${what}`,
  mapped: 'Mapped',
  tool: (tool: string) => `Tool: ${tool}`,
  addTitle: 'Add a task',
  addTask: 'Task, in the words of those who do it',
  add: 'Add the task',
  adding: 'Adding…',
  jobFamily: 'Job family',
  everyone: 'Everyone',
  inWords: (parts: readonly string[]) => parts.join(' · '),

  steps: (count: number) => plural(count, { one: '# step', other: '# steps' }),
  handoffs: (count: number) => plural(count, { one: '# handoff', other: '# handoffs' }),
  frictions: (count: number) => plural(count, { one: '# friction', other: '# frictions' }),
  work: (time: string) => `${time} of work`,
  wait: (time: string) => `${time} of waiting`,
  hours: (count: string) => `${count} h`,
  days: (count: string) => `${count} d`,
  unknown: 'not known yet',
  atLeast: (value: string, unknown: number) =>
    `${value} and ${plural(unknown, { one: '# step unknown', other: '# steps unknown' })}`,
  stepsTotal: 'Steps',
  workTotal: 'Work',
  waitTotal: 'Waiting',
  handoffsTotal: 'Handoffs',
  frictionsTotal: 'Frictions',

  back: 'All tasks',
  boardLoading: 'Loading the map',
  goneTitle: 'This task is not there',
  gone: 'It was taken away, or it belongs to another programme.',
  board: 'Steps',
  noSteps: 'No steps yet. Write down what you do first, then what comes next.',
  stepNumber: (number: number) => `Step ${String(number)}`,
  stepOf: (number: number, count: number) => `Step ${String(number)} of ${String(count)}`,
  unnamed: 'No name yet',
  handoffTo: (role: string) => `Handed over to ${role}`,
  whoUnknown: 'Who does it is not said',
  minutesUnknown: 'Minutes not said',
  waitsBefore: (time: string) => `waits ${time} first`,
  aiHelpsHere: 'AI helps here first',
  branches: 'What comes next depends on the outcome',
  moveKeys: 'Alt and an arrow key move the step.',
  earlier: (step: string) => `Move “${step}” earlier`,
  later: (step: string) => `Move “${step}” later`,
  edit: (step: string) => `Edit “${step}”`,
  remove: (step: string) => `Remove “${step}”`,
  moved: (step: string, number: number, count: number) =>
    `“${step}” is now step ${String(number)} of ${String(count)}.`,
  removed: (step: string) => `“${step}” is removed.`,
  undo: 'Undo',
  putBack: (step: string) => `“${step}” is back.`,
  addStep: 'Add a step',
  done: 'Done',

  name: 'What is done',
  actor: 'Who does it (a role)',
  toolUsed: 'In which tool',
  minutes: 'Minutes of work',
  waitMinutes: 'Minutes it waits before',
  aiHelps: 'How AI helps here',
  aiHelpsHint: 'One sentence; leave it empty where AI does not help.',
  friction: 'What makes it hard',
  reads: 'What it reads',

  slot: 'Where AI helps first',
  noSlot: 'Not chosen yet',
  slotWhy: 'Why there',
  escalation: 'Who takes over what AI cannot do (a role)',

  save: 'Save the map',
  saving: 'Saving…',
  saved: 'Saved.',
  discard: 'Discard my changes',
  keptHere: 'Kept on this device until you save.',
  nameMissing: 'Give every step a name before you save.',
  whyMissing: 'Say why AI is to help there, or choose no step.',
  taskMissing: 'Give the task a name before you save.',
  task: 'Task',
  purpose: 'What it is for',
  about: 'The task itself',
  conflictTitle: 'Someone changed this map meanwhile',
  conflict: 'Nothing is lost. Compare both maps, then choose which one to go on with.',
  theirs: 'Theirs',
  mine: 'Yours',
  keepMine: 'Go on with mine',
  takeTheirs: 'Go on with theirs',

  picture: 'The map as a picture',
  pictureOf: (task: string, totals: string) => `${task}: ${totals}. The table says the same.`,
  asTable: 'Table',
  tableOf: (task: string) => `Steps of ${task}`,
  takeAlong: 'Share',
  saveImage: 'Save as picture (PNG)',
  saveDrawing: 'Save as drawing (SVG)',
  print: 'Print',
  step: 'Step',
  role: 'Who does it',
  time: 'Time',
  ai: 'AI',
  handoff: 'Handed over',
  aiHelpsToo: 'AI helps',
  takesOver: (role: string) => `When AI cannot, ${role} takes over`,

  advice: 'What the map advises',
  formTitle: 'One prompt, a chain or an agent?',
  sourcesTitle: 'What must it rest on?',
  noSources:
    'Say how AI helps in a step and what the step reads, and this says what it must rest on.',
  unsaid: (steps: string) => `Nothing is said of what is read in: ${steps}.`,
  sourceAdvice: (source: string, grounding: string) => `${source}: ${grounding}.`,

  decision: 'The tool',
  decisionWaits: 'A tool is decided on once the task is mapped.',
  decided: (tool: string, day: string) => `${tool}, decided on ${day}`,
  decisionUnsaved: 'Save the map first.',
  decideTool: 'Tool',
  decideWhy: 'Why this one',
  decide: 'Record the decision',
  decideAgain: 'Record another decision',

  beforeAfter: 'Before and after',
  beforeAfterHint: 'By what the map says: as it was when the tool was decided on, and as it is.',
  beforeAfterTable: 'The map before and now',
  counted: 'What is counted',
  before: 'Before',
  after: 'Now',
  change: 'Change',
  noComparison: 'Once a tool is decided on, the steps as they were are kept and compared with.',
});
