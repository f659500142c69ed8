import type { Workflow } from '@last-mile/shared/workflows';
import type { StarterTask } from '../../src/features/library/starter/starterItem';
import { sampleKey } from './sampleKeys';

export const taskKey = (task: StarterTask) => sampleKey(`task ${task}`);

type Steps = readonly (readonly [name: string, aiHelps?: string])[];

function mapped(
  name: StarterTask,
  task: string,
  jobFamily: string,
  purpose: string,
  steps: Steps,
): Workflow {
  return {
    clientKey: taskKey(name),
    task,
    jobFamily,
    purpose,
    steps: steps.map(([stepName, aiHelps], index) => ({
      id: `${index + 1}`,
      name: stepName,
      aiHelps: aiHelps ?? '',
    })),
  };
}

/** The tasks the firm mapped before it put a tool in. */
export const workflows: readonly Workflow[] = [
  mapped(
    'meeting follow-up',
    'Follow up a client meeting',
    'client-advisory',
    'The client knows within a day what was agreed, who does what, and by when.',
    [
      ['Collect notes and the recording', 'Turns notes and transcript into decisions and actions.'],
      ['Check every action with its owner'],
      ['Write the follow-up email', 'Drafts the email from the checked list.'],
      ['Send it and file the notes'],
    ],
  ),
  mapped(
    'document request',
    'Ask a client for documents',
    'client-advisory',
    'Everything needed for the engagement arrives complete and before the deadline.',
    [
      ['List what is missing', 'Compares the engagement checklist with what has arrived.'],
      ['Explain why each document is needed', 'Puts each reason into plain words.'],
      ['Send the request through the secure upload'],
      ['Remind once, then call'],
    ],
  ),
  mapped(
    'proposal',
    'Send a proposal',
    'account-management',
    'A proposal answers what the client asked, in their words, on two pages.',
    [
      [
        'Read the brief and list its questions',
        'Lists the questions a brief asks, also the hidden ones.',
      ],
      ['Agree scope and price with the partner'],
      ['Draft the proposal', 'Drafts the sections from the agreed points.'],
      ['Have a partner review it'],
      ['Send it with a cover email', 'Offers the cover email as a template.'],
    ],
  ),
  mapped(
    'unhappy client',
    'Answer an unhappy client',
    'account-management',
    'The client feels heard the same day, and the cause is found, not argued about.',
    [
      ['Call first, if you can'],
      ['Find out what happened', 'Puts the emails of a thread into a timeline.'],
      ['Write the answer', 'Drafts it without blame and without promises nobody made.'],
      ['Tell the engagement partner'],
    ],
  ),
  mapped(
    'status report',
    'Report project status to a client',
    'operations-delivery',
    'One page a week that says what moved, what did not, and what we need from the client.',
    [
      ['Gather progress from the team', 'Puts the updates of the team channel side by side.'],
      ['Decide red, amber or green'],
      ['Write the report', 'Shortens the updates to what the client can act on.'],
      ['Walk the client through anything that is red'],
    ],
  ),
  mapped(
    'change of scope',
    'Agree a change of scope',
    'operations-delivery',
    'No work beyond the contract starts before both sides have said yes in writing.',
    [
      ['Describe what is new', 'Compares the request with the statement of work.'],
      ['Estimate effort and effect on the date'],
      ['Ask for the decision in writing', 'Offers the email as a template.'],
      ['Update plan and budget'],
    ],
  ),
  mapped(
    'overdue invoice',
    'Chase an overdue invoice',
    'people-finance',
    'Invoices are paid without the relationship paying for it.',
    [
      ['Check the ledger and the last contact'],
      ['Choose the reminder that fits', 'Proposes the tone from the days overdue and the history.'],
      ['Send it to the person who pays'],
      ['Agree a date and note it'],
    ],
  ),
  mapped(
    'candidates',
    'Write to candidates',
    'people-finance',
    'Every candidate hears back within five working days, in words a person would use.',
    [
      ['Collect the interviewers’ notes'],
      ['Write the message', 'Drafts it from the notes; never decides.'],
      ['Have a second person read it'],
    ],
  ),
  mapped(
    'project start',
    'Start a project with a client',
    'operations-delivery',
    'Everyone knows what success looks like, who decides what, and when we meet.',
    [
      ['Look for what could go wrong', 'Names risks that the plan does not mention.'],
      ['Agree the agenda', 'Plans the meeting around its decisions.'],
      ['Invite everyone who decides', 'Offers the invitation as a template.'],
      ['Write down who decides what'],
    ],
  ),
  mapped(
    'monthly figures',
    'Explain the monthly figures',
    'people-finance',
    'Managers know what changed, why, and what to watch, without asking finance.',
    [
      ['Close the month'],
      ['Write the summary', 'Says in three sentences what the figures and notes say.'],
      ['Recalculate every figure it mentions'],
    ],
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
