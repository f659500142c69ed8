import { template, type StarterItem } from './starterItem';

const advisers = ['client-advisory', 'account-management'];

/** Email templates for those who advise and look after clients. */
export const clientTemplates: readonly StarterItem[] = [
  template({
    title: 'Meeting follow-up with decisions and actions',
    purpose: 'Tell everyone the same day what was agreed, who does what, and by when.',
    subject: 'What we agreed on {{meeting date}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Thank you for your time on {{meeting date}}. This is what I took away; please tell me if I misheard anything.</p>
<p><strong>Decided</strong></p>
<ul><li>{{decision}}</li></ul>
<p><strong>Next steps</strong></p>
<ul><li>{{our action}}: we do this by {{our date}}.</li><li>{{your action}}: could you do this by {{your date}}?</li></ul>
<p>I will come back to you on {{next contact date}}, or sooner if something changes.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: advisers,
    task: 'meeting follow-up',
    step: 'Write the follow-up email',
    tags: ['meeting', 'next steps'],
    checkBeforeTrusting: 'Every date and every name of a person who has to do something.',
  }),
  template({
    title: 'Short follow-up after a first call',
    purpose: 'Keep a new contact warm without selling.',
    subject: 'Good to speak to you, {{recipient first name}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Thank you for the conversation today. What stayed with me is {{what matters to them}}.</p>
<p>You asked about {{their question}}. The short answer: {{short answer}}. If it helps, I can bring a colleague who has done this before; twenty minutes would be enough.</p>
<p>Would {{proposed time}} suit you?</p>
<p>Best wishes,<br>{{sender name}}</p>`,
    jobFamilies: advisers,
    task: 'meeting follow-up',
    step: 'Write the follow-up email',
    tags: ['first contact'],
    checkBeforeTrusting:
      'That the answer is one we may give before an engagement letter is signed.',
  }),
  template({
    title: 'Request for documents',
    purpose: 'Ask for everything at once, with the reason for each document.',
    subject: 'Documents we need for {{engagement}} by {{due date}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>To keep {{engagement}} on time we need the following by <strong>{{due date}}</strong>:</p>
<ul><li>{{document 1}}: {{reason 1}}</li><li>{{document 2}}: {{reason 2}}</li><li>{{document 3}}: {{reason 3}}</li></ul>
<p>Please use the secure upload rather than email: {{upload link}}. If something does not exist or is not yours to send, tell me and we will find another way.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['client-advisory'],
    task: 'document request',
    step: 'Send the request through the secure upload',
    tags: ['documents', 'deadline'],
    checkBeforeTrusting: 'That the list leaves out what the client has already sent.',
  }),
  template({
    title: 'Reminder: documents still missing',
    purpose: 'Remind once, kindly, and say what happens otherwise.',
    subject: 'Still missing for {{engagement}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Thank you for what has arrived. Still open are:</p>
<ul><li>{{missing document}}</li></ul>
<p>If we have these by {{due date}}, we keep the date we agreed. Later than that, {{consequence}}. I will ring you on {{call date}} in case it is easier to talk.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['client-advisory'],
    task: 'document request',
    step: 'Remind once, then call',
    tags: ['documents', 'reminder'],
    checkBeforeTrusting: 'That the consequence is true and agreed with the engagement partner.',
  }),
  template({
    title: 'Proposal cover email',
    purpose: 'Say in five sentences why the attached proposal is the right one.',
    subject: 'Our proposal for {{company}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Thank you for asking us. You want {{client goal}}, and you want it by {{goal date}}; the attached proposal is built around that.</p>
<p>We suggest starting with {{first step}}, because {{reason}}. The price on page {{page}} is fixed for that part.</p>
<p>May I walk you and your colleagues through it on {{proposed time}}? Thirty minutes is enough.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['account-management'],
    task: 'proposal',
    step: 'Send it with a cover email',
    tags: ['proposal', 'attachment'],
    checkBeforeTrusting: 'That the price and the page number are those of the attached version.',
  }),
  template({
    title: 'Proposal: a word after two weeks of silence',
    purpose: 'Learn where a proposal stands, and make it easy to say no.',
    subject: 'Your thoughts on our proposal',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Two weeks ago we sent you our proposal for {{engagement}}. Has anything changed on your side?</p>
<p>If the timing is wrong, a date to come back is all I need. If you have chosen someone else, I would be grateful for a sentence on why: we learn from it, and I will not argue.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['account-management'],
    task: 'proposal',
    step: 'Send it with a cover email',
    tags: ['proposal', 'reminder'],
    checkBeforeTrusting: 'That nobody else of the firm has heard from them since.',
  }),
  template({
    title: 'First answer to an unhappy client',
    purpose: 'Show the same day that someone has heard and is looking.',
    subject: 'Your message about {{topic}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Thank you for telling us plainly. I am sorry that {{what happened}} caused you {{effect}}.</p>
<p>I do not want to give you an answer before I know the facts. I am looking at it with {{colleague}} now and will call you by {{call time}} with what we have found and what we propose.</p>
<p>If anything is urgent before then, my direct line is {{phone}}.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['account-management', 'client-advisory'],
    task: 'unhappy client',
    step: 'Write the answer',
    tags: ['complaint', 'same day'],
    checkBeforeTrusting:
      'That it admits no liability and promises nothing the partner has not agreed.',
  }),
];
