import { prompt, type StarterItem } from './starterItem';

const advisers = ['client-advisory', 'account-management'];
const chat = 'Microsoft 365 Copilot Chat';

/** Prompts for work with clients: each says what to do, with what, in which shape, and what not to do. */
export const clientPrompts: readonly StarterItem[] = [
  prompt({
    title: 'Meeting notes to decisions and actions',
    purpose: 'Turn a transcript or rough notes into a list that people can be held to.',
    body: `
From the meeting notes below, make two lists for the people who were there.

1. Decisions: one line each, only what was actually decided. If something was merely discussed, leave it out.
2. Actions: who, what, by when. Where the notes name no person or no date, write "open" instead of guessing.

Then list, under "Unclear", every place where the notes contradict themselves. Quote the two passages.

Notes:
{{notes}}`,
    assistant: 'Copilot in Teams',
    jobFamilies: advisers,
    task: 'meeting follow-up',
    step: 'Collect notes and the recording',
    tags: ['meeting', 'summary'],
    checkBeforeTrusting: 'Owners and dates: the assistant likes to fill gaps.',
  }),
  prompt({
    title: 'Follow-up email from a list of actions',
    purpose: 'Get a first draft in the tone the client knows from us.',
    body: `
Write a follow-up email to {{recipient name}} at {{company}} from the list below.

Keep it under 150 words, in British English, warm but not chatty. Start with what was decided, then what we do, then what they do. Use their words for their things. Do not thank more than once. Do not add an action that is not in the list.

List:
{{actions}}`,
    assistant: 'Copilot in Outlook',
    jobFamilies: advisers,
    task: 'meeting follow-up',
    step: 'Write the follow-up email',
    tags: ['email', 'draft'],
    checkBeforeTrusting: 'That nothing was promised that is not in your list.',
  }),
  prompt({
    title: 'What does this brief really ask?',
    purpose: 'See the questions behind a client’s brief before writing a proposal.',
    body: `
Read the brief below as an experienced adviser would.

List: (a) the questions it asks in so many words, with the sentence quoted; (b) the questions it does not ask but will judge us by, with your reason; (c) what we must find out before we may answer. Put the three most important first, for the partner who decides whether we propose. Do not propose a solution.

Brief:
{{brief}}`,
    assistant: chat,
    jobFamilies: ['account-management'],
    task: 'proposal',
    step: 'Read the brief and list its questions',
    tags: ['brief', 'questions'],
    checkBeforeTrusting: 'Part (b) is opinion: discuss it with the partner.',
  }),
  prompt({
    title: 'Proposal section in plain words',
    purpose: 'Draft one section from agreed points without inflating them.',
    body: `
Draft the section "{{section}}" of a proposal for {{company}} from these agreed points only:

{{points}}

At most 180 words. Short sentences, no superlatives, no "leverage", "robust" or "best-in-class". Where a point needs a figure that is not given, write [figure needed]. End with one sentence that says what the client decides next.`,
    assistant: 'Copilot in Word',
    jobFamilies: ['account-management'],
    task: 'proposal',
    step: 'Draft the proposal',
    tags: ['proposal', 'plain language'],
    checkBeforeTrusting: 'Every [figure needed], and that no commitment slipped in.',
  }),
  prompt({
    title: 'Which documents are still missing?',
    purpose: 'Compare an engagement checklist with what the client has sent.',
    body: `
Compare the checklist with the list of files received. Answer as a table with the columns Document, Status (received / partly / missing), Evidence (file name), Question for the client.

Treat a file as received only if its name or description clearly matches. If you are not sure, say "partly" and why.

Checklist:
{{checklist}}

Received:
{{files}}`,
    assistant: chat,
    jobFamilies: ['client-advisory'],
    task: 'document request',
    step: 'List what is missing',
    tags: ['documents', 'table'],
    checkBeforeTrusting: 'Open each file it calls received: a name is not a content.',
  }),
  prompt({
    title: 'Explain a requirement to a client',
    purpose: 'Say why a document is needed so that a busy person sends it.',
    body: `
Explain to a client who is no specialist why we need {{document}} for {{engagement}}.

Three sentences at most: what it is, what it proves, and what happens without it. No citations, no threats. If there is a simpler document that would do, say so. Use only what the requirement says:

{{requirement}}`,
    assistant: chat,
    jobFamilies: ['client-advisory'],
    task: 'document request',
    step: 'Explain why each document is needed',
    tags: ['plain language'],
    checkBeforeTrusting: 'That the consequence it names is the real one.',
  }),
  prompt({
    title: 'Timeline of a difficult thread',
    purpose: 'Know what happened before answering an unhappy client.',
    body: `
Put the emails below into a timeline: date, who, what they said or did, and what they asked for. One line each. Quote promises word for word and say who made them.

Then answer: what did the client ask for that nobody has answered yet? Do not judge and do not suggest a reply.

Emails:
{{thread}}`,
    assistant: 'Copilot in Outlook',
    jobFamilies: advisers,
    task: 'unhappy client',
    step: 'Find out what happened',
    tags: ['complaint', 'timeline'],
    checkBeforeTrusting: 'The dates of forwarded emails: they are often read wrongly.',
  }),
  prompt({
    title: 'Read my answer as the client would',
    purpose: 'Find what could hurt before it is sent.',
    body: `
You are {{recipient name}}, annoyed about {{topic}}. Read my draft below.

Tell me: the sentence that calms you most, the sentence that annoys you most and why, and anything that sounds like an excuse, a promise or an admission. Suggest at most three changes. Do not rewrite the whole email.

Draft:
{{draft}}`,
    assistant: chat,
    jobFamilies: advisers,
    task: 'unhappy client',
    step: 'Write the answer',
    tags: ['review', 'tone'],
    checkBeforeTrusting: 'It flatters: take the second sentence more seriously than the first.',
  }),
];
