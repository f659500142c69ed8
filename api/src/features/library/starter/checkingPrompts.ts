import { prompt, type StarterItem } from './starterItem';

const chat = 'Microsoft 365 Copilot Chat';

/** Prompts that check what was written, before a client reads it. */
export const checkingPrompts: readonly StarterItem[] = [
  prompt({
    title: 'Proposal held against its brief',
    purpose: 'See before the client does what a proposal leaves unanswered.',
    body: `
Hold our proposal against the client's brief, both below. Answer as a table for the partner who reviews it, with the columns Question of the brief (quoted), Where we answer it (quoted), and Answered: yes, partly, no.

Below the table, list what we offer that nobody asked for. Do not praise and do not rewrite.

Brief:
{{brief}}

Proposal:
{{proposal}}`,
    assistant: chat,
    jobFamilies: ['account-management'],
    task: 'proposal',
    step: 'Have a partner review it',
    tags: ['proposal', 'review'],
    checkBeforeTrusting: 'Look up every quotation of the proposal: it may be from the brief.',
    exampleOutput: `| Question of the brief | Where we answer it | Answered |
| --- | --- | --- |
| "Who stands in during August?" | "Our team of four covers holidays." | partly |
| "What does a second site cost?" | nowhere | no |

Nobody asked for: the training day on page 2.`,
  }),
  prompt({
    title: 'Decisions a client still owes us',
    purpose: 'Collect from a project’s emails what waits for the client, before the weekly report.',
    body: `
From the emails below, list every decision that we asked the client for and that nobody has given. For each: the question in our words (quoted), the day we asked, who was asked, and what waits for it. Oldest first.

Leave out what was answered later in the thread. If you are not sure whether an answer is one, put the line under "Unclear" and quote both passages. This is for our project team only.

Emails:
{{thread}}`,
    assistant: 'Copilot in Outlook',
    jobFamilies: ['operations-delivery'],
    task: 'status report',
    step: 'Gather progress from the team',
    tags: ['decision', 'status'],
    checkBeforeTrusting: 'That a decision was not given by phone: ask the team.',
  }),
  prompt({
    title: 'Questions for an interview',
    purpose: 'Ask every candidate the same things, all of them about the work.',
    body: `
From the job description below, write six questions for an interview that two colleagues will lead. Each asks for something the candidate has really done, and names what a good answer would contain. Spread them over the requirements, the most important first.

No question about age, family, health, origin or belief, and none that only has a right answer. At most 30 words a question.

Job description:
{{job description}}`,
    assistant: chat,
    jobFamilies: ['people-finance'],
    task: 'candidates',
    step: 'Collect the interviewers’ notes',
    tags: ['recruiting', 'questions'],
    checkBeforeTrusting: 'That each question can be answered by somebody from another industry.',
  }),
];
