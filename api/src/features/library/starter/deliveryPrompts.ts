import { prompt, type StarterItem } from './starterItem';

const delivery = ['operations-delivery'];
const finance = ['people-finance'];
const chat = 'Microsoft 365 Copilot Chat';

/** Prompts for delivery, people and finance. */
export const deliveryPrompts: readonly StarterItem[] = [
  prompt({
    title: 'Team updates to one status page',
    purpose: 'Shorten a week of channel messages to what a client can act on.',
    body: `
From the updates below, write a status page with four headings: Done, Next week, Risks, Needed from the client. At most three lines under each.

Leave out internal matters (staffing, hours, budget, opinions about people). Where two updates contradict each other, put the line under Risks and mark it "to be checked". Do not choose a colour.

Updates:
{{updates}}`,
    assistant: 'Copilot in Teams',
    jobFamilies: delivery,
    task: 'status report',
    step: 'Gather progress from the team',
    tags: ['status', 'summary'],
    checkBeforeTrusting: 'That nothing internal is left in it.',
  }),
  prompt({
    title: 'Monthly figures in three sentences',
    purpose: 'Say to non-accountants what changed and why it matters.',
    body: `
From the figures below, write three sentences for managers who are not accountants: what changed most against last month, the likeliest reason given in the notes, and what to watch. Use rounded figures. If the notes give no reason, say that none is given.

Figures and notes:
{{figures}}`,
    assistant: 'Copilot in Excel',
    jobFamilies: finance,
    task: 'monthly figures',
    step: 'Write the summary',
    tags: ['figures', 'summary'],
    checkBeforeTrusting: 'Recalculate every figure it mentions.',
  }),
  prompt({
    title: 'Say a delay honestly',
    purpose: 'Draft the paragraph nobody likes to write.',
    body: `
Use only what I write here. Help me tell a client that {{deliverable}} moves from {{old date}} to {{new date}} because {{reason}}.

Write three sentences: the fact with both dates, the cause without blaming anyone, and what we do so that the rest stays on time. No "unfortunately", no passive voice. Then list two questions the client will ask, so that I can prepare.`,
    assistant: 'Copilot in Outlook',
    jobFamilies: delivery,
    task: 'status report',
    step: 'Write the report',
    tags: ['delay', 'email'],
    checkBeforeTrusting: 'That the cause is one we want to stand by.',
  }),
  prompt({
    title: 'Is this in scope?',
    purpose: 'Compare a request with the statement of work before anyone says yes.',
    body: `
Compare the request with the statement of work below.

Answer the delivery manager with one of: in scope, out of scope, not clear. Quote the passages that decide it, with their section numbers. If it is not clear, write the one question that would settle it. Do not estimate effort.

Request:
{{request}}

Statement of work:
{{statement of work}}`,
    assistant: chat,
    jobFamilies: ['operations-delivery', 'account-management'],
    task: 'change of scope',
    step: 'Describe what is new',
    tags: ['scope', 'contract'],
    checkBeforeTrusting: 'Read the quoted sections yourself; it sometimes quotes from memory.',
  }),
  prompt({
    title: 'Risks a plan does not mention',
    purpose: 'Have a second pair of eyes on a plan before the kick-off.',
    body: `
Read this project plan and name for our project team the five risks it does not mention, most likely first. For each: what would be the first sign, who would see it, and what could be done this week at little cost. Skip the obvious ("staff may fall ill").

Plan:
{{plan}}`,
    assistant: chat,
    jobFamilies: delivery,
    task: 'project start',
    step: 'Look for what could go wrong',
    tags: ['planning', 'risk'],
    checkBeforeTrusting: 'It does not know the client: throw out what does not fit.',
  }),
  prompt({
    title: 'Choose the tone of a payment reminder',
    purpose: 'Pick the reminder that fits the history, and know why.',
    body: `
Given the facts below, recommend to the account manager one of: friendly reminder, clear request for a date, call instead of email. Give your reason in two sentences, and name the fact that would change your mind.

Days overdue: {{days overdue}}
Amount: {{amount}}
Payment history: {{history}}
Open complaints: {{complaints}}`,
    assistant: chat,
    jobFamilies: finance,
    task: 'overdue invoice',
    step: 'Choose the reminder that fits',
    tags: ['invoice', 'tone'],
    checkBeforeTrusting: 'Open complaints: with one, always call.',
  }),
  prompt({
    title: 'Feedback to a candidate after an interview',
    purpose: 'Draft kind and truthful feedback from interviewers’ notes.',
    body: `
From the interviewers' notes below, draft feedback to a candidate we do not take on. Name one thing they did well, with the example from the notes, and one thing that decided against them, tied to the role and not to the person. No comparison with other candidates. At most 120 words.

Notes:
{{notes}}`,
    assistant: chat,
    jobFamilies: finance,
    task: 'candidates',
    step: 'Write the message',
    tags: ['recruiting'],
    checkBeforeTrusting: 'Anything that touches age, family, health or origin must go.',
  }),
  prompt({
    title: 'Minutes in the client’s language',
    purpose: 'Translate minutes and keep names, dates and figures untouched.',
    body: `
Translate our minutes below into {{language}} for the client. Keep names, dates, figures and product names exactly as they are. Where a term has no good equivalent, keep the English word and explain it once in brackets. After the translation, list every sentence you were not sure about.

Minutes:
{{minutes}}`,
    assistant: 'Copilot in Word',
    jobFamilies: [],
    task: 'meeting follow-up',
    step: 'Write the follow-up email',
    tags: ['translation'],
    checkBeforeTrusting: 'Have a native speaker read it before it leaves the firm.',
  }),
  prompt({
    title: 'Agenda that can end early',
    purpose: 'Plan a meeting around its decisions.',
    body: `
Make an agenda for a meeting of {{minutes available}} minutes, as a table for the people who are invited. The decisions we need are: {{decisions}}. For each: who must be in the room, what they must have read, and how long it may take. Put the hardest decision second. End with what we drop if time runs out.`,
    assistant: chat,
    jobFamilies: [],
    task: 'project start',
    step: 'Agree the agenda',
    tags: ['meeting', 'agenda'],
    checkBeforeTrusting: 'That everyone it lists can really come.',
  }),
];
