import { template, type StarterItem } from './starterItem';

const advisers = ['client-advisory', 'account-management'];

/** Email templates for what comes second: after the first answer, the first request, the first yes. */
export const secondTemplates: readonly StarterItem[] = [
  template({
    title: 'Correct something said in a meeting',
    purpose: 'Put a mistake right the same day, before anyone builds on it.',
    subject: 'A correction to our meeting of {{meeting date}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>In our meeting on {{meeting date}} I said: {{what I said}}. I have checked since, and it is not so. Right is: {{correction}}.</p>
<p>Nothing else we agreed is touched by it. If you have passed it on already, tell me to whom, and I will write to them myself.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: advisers,
    task: 'meeting follow-up',
    step: 'Write the follow-up email',
    tags: ['meeting', 'correction'],
    checkBeforeTrusting: 'That the correction has been read by whoever knows best.',
  }),
  template({
    title: 'Everything has arrived',
    purpose: 'Thank them once, and say what happens next, so that nobody sends twice.',
    subject: '{{engagement}}: we have everything',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Thank you. All documents for {{engagement}} are here, and we need nothing more from you for now.</p>
<p>Next: {{next steps}}. You will hear from me on {{next contact date}} at the latest.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['client-advisory'],
    task: 'document request',
    step: 'Remind once, then call',
    tags: ['documents', 'thanks'],
    checkBeforeTrusting: 'That every document was opened, not only counted.',
  }),
  template({
    title: 'Decline to propose, and stay welcome',
    purpose: 'Say no early and honestly when the work is not ours to win.',
    subject: 'Your request for a proposal: {{engagement}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Thank you for thinking of us for {{engagement}}. I have read your brief with a colleague, and I would rather tell you today than in three weeks: we are not the right firm for this one. The reason is {{reason}}.</p>
<p>What we can do: {{way on}}. And if things change, I would be glad to hear from you.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['account-management'],
    task: 'proposal',
    step: 'Agree scope and price with the partner',
    tags: ['proposal', 'decline'],
    checkBeforeTrusting: 'That the partner has agreed to say no.',
  }),
  template({
    title: 'What we found, and what we change',
    purpose: 'Close a complaint with the facts, an apology that fits and a change that holds.',
    subject: '{{topic}}: what we found',
    body: `
<p>Dear {{recipient first name}},</p>
<p>I promised you an answer about {{topic}}. This is what happened:</p>
<p>{{what we found}}</p>
<p>It should not have, and I am sorry for {{effect}}. From now on {{change we make}}.</p>
<p>I will call you on {{call date}} to hear whether this settles it for you. If it does not, I want to know.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['account-management', 'client-advisory'],
    task: 'unhappy client',
    step: 'Write the answer',
    tags: ['complaint', 'closing'],
    checkBeforeTrusting: 'Every fact against the timeline, and the apology with the partner.',
  }),
  template({
    title: 'We need your decision',
    purpose: 'Put one decision before a client, with two ways on and a recommendation.',
    subject: '{{project}}: one decision by {{due date}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>{{project}} needs one decision from you by <strong>{{due date}}</strong>: {{choice}}</p>
<ol><li>{{option one}}</li><li>{{option two}}</li></ol>
<p>We recommend {{our recommendation}}. If we hear nothing by {{due date}}, we stop at this point and wait, so that nothing is done that you did not want.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['operations-delivery'],
    task: 'status report',
    step: 'Walk the client through anything that is red',
    tags: ['decision', 'status'],
    checkBeforeTrusting: 'That both ways can really be done, at the price and by the date given.',
  }),
  template({
    title: 'Say no to extra work, with a way on',
    purpose: 'Keep a project within its agreement without shutting the door.',
    subject: 'Your request: {{change}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>You asked whether we could {{change}}. As part of {{agreement}} we cannot: {{reason}}.</p>
<p>What we can do is {{way on}}. If you would like that, tell me by {{answer date}}, and I will send you effort, price and date before anything begins.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['operations-delivery', 'account-management'],
    task: 'change of scope',
    step: 'Describe what is new',
    tags: ['scope', 'decline'],
    checkBeforeTrusting: 'The passage of the agreement it rests on, read by you.',
  }),
  template({
    title: 'Confirm a payment plan',
    purpose: 'Put on paper what was agreed on the phone, in words both sides can keep.',
    subject: 'Invoice {{invoice number}}: our agreement',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Thank you for the open conversation. We agreed on the following for invoice <strong>{{invoice number}}</strong> over {{amount}}:</p>
<ul><li>First payment: {{first instalment}}</li><li>Last payment: {{last instalment}}</li></ul>
<p>As long as the payments arrive on these days, there will be no further reminders. If a day cannot be kept, please tell me before it comes, not after.</p>
<p>If I have noted anything wrongly, tell me by {{answer date}}.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['people-finance'],
    task: 'overdue invoice',
    step: 'Agree a date and note it',
    tags: ['invoice', 'agreement'],
    checkBeforeTrusting: 'Amounts and days against your note of the call.',
  }),
  template({
    title: 'Invite a candidate to an interview',
    purpose: 'Say who, where, how long and what about, so that nobody has to ask.',
    subject: '{{role}}: your interview on {{interview date}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Thank you for your application. We would like to get to know you: on {{interview date}} at {{time}}, {{place}}.</p>
<p>You will meet {{interviewers}}. It takes an hour: half of it about your work, half about your questions. You need not prepare a presentation.</p>
<p>If you need anything to take part well, tell me, and we will arrange it. You will hear from us within five working days afterwards.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['people-finance'],
    task: 'candidates',
    step: 'Write the message',
    tags: ['recruiting', 'invitation'],
    checkBeforeTrusting: 'Time zone, place and the names of the interviewers.',
  }),
];
