import type {
  FrictionKind,
  MappedStep,
  ToolDecision,
  WorkflowMap,
} from '@last-mile/shared/workflows';
import type { StarterTask } from '@last-mile/shared/library';
import { sampleKey } from './sampleKeys';

export const taskKey = (task: StarterTask) => sampleKey(`task ${task}`);

/** A task as the firm mapped it; who decided on its tool, and when, is said when it is filled in. */
export interface SampleTask extends Omit<
  WorkflowMap,
  'clientKey' | 'eTag' | 'toolDecision' | 'before'
> {
  readonly clientKey: string;
  /** Null while the firm has not decided. */
  readonly tool: Pick<ToolDecision, 'tool' | 'why'> | null;
  /** The steps before the tool; null while none is decided on. */
  readonly before: readonly MappedStep[] | null;
}

interface StepFacts extends Partial<Pick<MappedStep, 'tool' | 'sources' | 'branches'>> {
  readonly aiHelps?: string;
  readonly frictions?: readonly FrictionKind[];
  /** Minutes of waiting before it is begun. */
  readonly wait?: number;
  /** Minutes of work before the tool, where they were others. */
  readonly was?: number;
}

type Steps = readonly (readonly [
  name: string,
  actor: string,
  minutes: number,
  facts?: StepFacts,
])[];

interface MapFacts {
  readonly slot: readonly [step: string, why: string] | null;
  readonly escalation: string | null;
  readonly tool?: SampleTask['tool'];
}

const hour = 60;
const day = 24 * hour;

function mapped(
  name: StarterTask,
  task: string,
  jobFamily: string,
  purpose: string,
  steps: Steps,
  { slot, escalation, tool = null }: MapFacts,
): SampleTask {
  const keys = new Map(steps.map(([stepName], index) => [stepName, String(index + 1)]));
  const stepsBy = (minutesOf: (minutes: number, was: number | undefined) => number) =>
    steps.map(([stepName, actor, minutes, facts = {}]): MappedStep => {
      const { aiHelps = '', frictions = [], wait = 0, was, ...more } = facts;
      return {
        ...{ id: keys.get(stepName) ?? '', name: stepName, aiHelps, actor },
        ...{ tool: null, sources: [], branches: false, ...more },
        ...{ minutes: minutesOf(minutes, was), waitMinutes: wait },
        frictions: frictions.map((kind) => ({ kind, note: '' })),
      };
    });
  return {
    ...{ clientKey: taskKey(name), task, jobFamily, purpose, escalation, tool },
    steps: stepsBy((minutes) => minutes),
    slot: slot === null ? null : { stepKey: keys.get(slot[0]) ?? '', why: slot[1] },
    before: tool === null ? null : stepsBy((minutes, was) => was ?? minutes),
  };
}

/** The tasks the firm mapped before it put a tool in. */
export const workflows: readonly SampleTask[] = [
  mapped(
    'meeting follow-up',
    'Follow up a client meeting',
    'client-advisory',
    'The client knows within a day what was agreed, who does what, and by when.',
    [
      [
        'Collect notes and the recording',
        'Associate',
        10,
        {
          aiHelps: 'Turns notes and transcript into decisions and actions.',
          ...{ tool: 'Teams', was: 35, frictions: ['searching', 'retyping'] },
          sources: ['meeting', 'ownNotes'],
        },
      ],
      [
        'Check every action with its owner',
        'Engagement manager',
        10,
        { tool: 'Teams', wait: 3 * hour, frictions: ['approval'] },
      ],
      [
        'Write the follow-up email',
        'Associate',
        9,
        {
          aiHelps: 'Drafts the email from the checked list.',
          ...{ tool: 'Outlook', was: 25, frictions: ['retyping'] },
          sources: ['ownNotes', 'correspondence'],
        },
      ],
      ['Send it and file the notes', 'Associate', 5, { tool: 'SharePoint' }],
    ],
    {
      slot: [
        'Collect notes and the recording',
        'It takes longest, and the words are there already.',
      ],
      escalation: 'Engagement manager',
      tool: {
        tool: 'Copilot in Teams',
        why: 'It has the transcript, and nobody learns a new tool.',
      },
    },
  ),
  mapped(
    'document request',
    'Ask a client for documents',
    'client-advisory',
    'Everything needed for the engagement arrives complete and before the deadline.',
    [
      [
        'List what is missing',
        'Associate',
        12,
        {
          aiHelps: 'Compares the engagement checklist with what has arrived.',
          ...{ tool: 'SharePoint', was: 30, frictions: ['searching'] },
          sources: ['clientFile', 'firmStandard'],
        },
      ],
      [
        'Explain why each document is needed',
        'Senior consultant',
        8,
        {
          aiHelps: 'Puts each reason into plain words.',
          ...{ tool: 'Outlook', was: 20, wait: 4 * hour, frictions: ['rework'] },
          sources: ['firmStandard', 'regulation'],
        },
      ],
      [
        'Send the request through the secure upload',
        'Associate',
        5,
        { tool: 'Client portal', frictions: ['switching'] },
      ],
      ['Remind once, then call', 'Associate', 10, { tool: 'Outlook', wait: 5 * day }],
    ],
    {
      slot: ['List what is missing', 'Whatever is forgotten here costs a second request.'],
      escalation: 'Senior consultant',
      tool: { tool: 'Copilot in SharePoint', why: 'The file and the checklist both lie there.' },
    },
  ),
  mapped(
    'proposal',
    'Send a proposal',
    'account-management',
    'A proposal answers what the client asked, in their words, on two pages.',
    [
      [
        'Read the brief and list its questions',
        'Account manager',
        20,
        {
          aiHelps: 'Lists the questions a brief asks, also the hidden ones.',
          ...{ tool: 'Word', was: 45, sources: ['clientFile', 'correspondence'] },
        },
      ],
      [
        'Agree scope and price with the partner',
        'Partner',
        20,
        { wait: day, frictions: ['approval', 'unclear'] },
      ],
      [
        'Draft the proposal',
        'Account manager',
        50,
        {
          aiHelps: 'Drafts the sections from the agreed points.',
          ...{ tool: 'Word', was: 110, frictions: ['rework', 'searching'] },
          sources: ['firmStandard', 'ownNotes'],
        },
      ],
      [
        'Have a partner review it',
        'Partner',
        20,
        { tool: 'Word', wait: 2 * day, frictions: ['approval'] },
      ],
      [
        'Send it with a cover email',
        'Account manager',
        6,
        {
          aiHelps: 'Offers the cover email as a template.',
          ...{ tool: 'Outlook', was: 10, sources: ['correspondence'] },
        },
      ],
    ],
    {
      slot: ['Draft the proposal', 'Two hours of it were copied from older proposals.'],
      escalation: 'Partner',
      tool: {
        tool: 'Copilot in Word',
        why: 'The proposal is written there, beside the standards.',
      },
    },
  ),
  mapped(
    'unhappy client',
    'Answer an unhappy client',
    'account-management',
    'The client feels heard the same day, and the cause is found, not argued about.',
    [
      ['Call first, if you can', 'Account manager', 15, { tool: 'Teams' }],
      [
        'Find out what happened',
        'Account manager',
        30,
        {
          aiHelps: 'Puts the emails of a thread into a timeline.',
          ...{ tool: 'Outlook', branches: true, frictions: ['searching', 'unclear'] },
          sources: ['correspondence'],
        },
      ],
      [
        'Write the answer',
        'Account manager',
        25,
        {
          aiHelps: 'Drafts it without blame and without promises nobody made.',
          ...{ tool: 'Outlook', frictions: ['rework'], sources: ['correspondence'] },
        },
      ],
      ['Tell the engagement partner', 'Account manager', 5, { tool: 'Teams' }],
    ],
    {
      slot: ['Find out what happened', 'A timeline ends the guessing.'],
      escalation: 'Engagement partner',
    },
  ),
  mapped(
    'status report',
    'Report project status to a client',
    'operations-delivery',
    'One page a week that says what moved, what did not, and what we need from the client.',
    [
      [
        'Gather progress from the team',
        'Project coordinator',
        12,
        {
          aiHelps: 'Puts the updates of the team channel side by side.',
          ...{ tool: 'Teams', was: 40, frictions: ['searching', 'retyping'] },
          sources: ['correspondence', 'figures'],
        },
      ],
      [
        'Decide red, amber or green',
        'Delivery manager',
        10,
        { wait: 2 * hour, frictions: ['unclear'] },
      ],
      [
        'Write the report',
        'Project coordinator',
        15,
        {
          aiHelps: 'Shortens the updates to what the client can act on.',
          ...{ tool: 'Word', was: 35, frictions: ['rework'], sources: ['ownNotes', 'figures'] },
        },
      ],
      ['Walk the client through anything that is red', 'Delivery manager', 15, { tool: 'Teams' }],
    ],
    {
      slot: [
        'Gather progress from the team',
        'It is asked for every week, and is written already.',
      ],
      escalation: 'Delivery manager',
      tool: { tool: 'Copilot in Teams', why: 'The updates are in the channel.' },
    },
  ),
  mapped(
    'change of scope',
    'Agree a change of scope',
    'operations-delivery',
    'No work beyond the contract starts before both sides have said yes in writing.',
    [
      [
        'Describe what is new',
        'Delivery manager',
        25,
        {
          aiHelps: 'Compares the request with the statement of work.',
          ...{ tool: 'Word', frictions: ['unclear'], sources: ['clientFile', 'correspondence'] },
        },
      ],
      ['Estimate effort and effect on the date', 'Delivery manager', 40, { tool: 'Excel' }],
      [
        'Ask for the decision in writing',
        'Account manager',
        10,
        {
          aiHelps: 'Offers the email as a template.',
          ...{ tool: 'Outlook', wait: day, frictions: ['approval'] },
        },
      ],
      ['Update plan and budget', 'Project coordinator', 20, { tool: 'Excel', wait: 3 * day }],
    ],
    { slot: null, escalation: null },
  ),
  mapped(
    'overdue invoice',
    'Chase an overdue invoice',
    'people-finance',
    'Invoices are paid without the relationship paying for it.',
    [
      [
        'Check the ledger and the last contact',
        'Credit controller',
        12,
        { tool: 'Ledger', was: 15 },
      ],
      [
        'Choose the reminder that fits',
        'Credit controller',
        6,
        {
          aiHelps: 'Proposes the tone from the days overdue and the history.',
          ...{ tool: 'Outlook', was: 18, frictions: ['switching'] },
          sources: ['figures', 'correspondence'],
        },
      ],
      ['Send it to the person who pays', 'Credit controller', 5, { tool: 'Outlook' }],
      [
        'Agree a date and note it',
        'Account manager',
        10,
        { tool: 'Ledger', wait: 3 * day, frictions: ['retyping'] },
      ],
    ],
    {
      slot: ['Choose the reminder that fits', 'The wrong tone costs more than the minutes.'],
      escalation: 'Account manager',
      tool: { tool: 'Outlook templates', why: 'The reminders are few, and approved ones exist.' },
    },
  ),
  mapped(
    'candidates',
    'Write to candidates',
    'people-finance',
    'Every candidate hears back within five working days, in words a person would use.',
    [
      [
        'Collect the interviewers’ notes',
        'Recruiter',
        15,
        { tool: 'Teams', frictions: ['searching'] },
      ],
      [
        'Write the message',
        'Recruiter',
        15,
        {
          aiHelps: 'Drafts it from the notes; never decides.',
          ...{ tool: 'Outlook', sources: ['ownNotes'] },
        },
      ],
      ['Have a second person read it', 'People partner', 5, { wait: day, frictions: ['approval'] }],
    ],
    {
      slot: ['Write the message', 'Candidates wait for this step, and for nothing else.'],
      escalation: 'People partner',
    },
  ),
  mapped(
    'project start',
    'Start a project with a client',
    'operations-delivery',
    'Everyone knows what success looks like, who decides what, and when we meet.',
    [
      [
        'Look for what could go wrong',
        'Delivery manager',
        30,
        { aiHelps: 'Names risks that the plan does not mention.', tool: 'Word' },
      ],
      [
        'Agree the agenda',
        'Delivery manager',
        15,
        { aiHelps: 'Plans the meeting around its decisions.', tool: 'Word' },
      ],
      [
        'Invite everyone who decides',
        'Project coordinator',
        10,
        { aiHelps: 'Offers the invitation as a template.', tool: 'Outlook' },
      ],
      ['Write down who decides what', 'Delivery manager', 20, { tool: 'Word' }],
    ],
    { slot: null, escalation: 'Delivery manager' },
  ),
  mapped(
    'monthly figures',
    'Explain the monthly figures',
    'people-finance',
    'Managers know what changed, why, and what to watch, without asking finance.',
    [
      ['Close the month', 'Financial controller', 240, { tool: 'Ledger', frictions: ['retyping'] }],
      [
        'Write the summary',
        'Financial controller',
        40,
        {
          aiHelps: 'Says in three sentences what the figures and notes say.',
          ...{ tool: 'Excel', sources: ['figures'] },
        },
      ],
      [
        'Recalculate every figure it mentions',
        'Payroll specialist',
        20,
        { tool: 'Excel', wait: day, frictions: ['rework'] },
      ],
    ],
    {
      slot: ['Write the summary', 'It is late every month, and the figures are there.'],
      escalation: 'Financial controller',
    },
  ),
];

/** Id of a task's step, by its name. */
export function stepKey(task: StarterTask, name: string): string {
  const workflow = workflows.find(({ clientKey }) => clientKey === taskKey(task));
  const step = workflow?.steps.find((each) => each.name === name);
  if (!step) throw new Error(`The sample firm has no step "${name}" in "${task}".`);
  return step.id;
}

/** Keys of the mapped tasks of each job family. */
export const tasksByFamily: ReadonlyMap<string, readonly string[]> = new Map(
  workflows.map(({ jobFamily }) => [
    jobFamily,
    workflows.filter((each) => each.jobFamily === jobFamily).map(({ clientKey }) => clientKey),
  ]),
);
