import { template, type StarterItem } from './starterItem';

const delivery = ['operations-delivery'];
const finance = ['people-finance'];

/** Email templates for delivery, people and finance. */
export const deliveryTemplates: readonly StarterItem[] = [
  template({
    title: 'Invite to a project kick-off',
    purpose: 'Everyone comes knowing why, and brings what is needed.',
    subject: 'Kick-off {{project}} on {{kick-off date}}',
    body: `
<p>Dear {{recipient name}},</p>
<p>We start {{project}} on {{kick-off date}} at {{time}}, {{place}}. In sixty minutes we want to agree three things: what success looks like, who decides what, and when we meet.</p>
<p>Please bring {{what to bring}}. If you cannot come, send someone who may decide for you.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: delivery,
    task: 'project start',
    step: 'Invite everyone who decides',
    tags: ['kick-off', 'meeting'],
    checkBeforeTrusting: 'Time zone and place.',
  }),
  template({
    title: 'Delay notice with a new date',
    purpose: 'Tell a client about a delay before they notice it, with a plan.',
    subject: '{{deliverable}}: new date {{new date}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>I have to move {{deliverable}} from {{old date}} to <strong>{{new date}}</strong>. The reason is {{reason}}.</p>
<p>What this means for you: {{effect}}. To keep the rest on time, {{what we do}}.</p>
<p>I know this is not what you planned with. If the new date does not work, please call me today on {{phone}} and we will look at what can come first.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: delivery,
    task: 'status report',
    step: 'Walk the client through anything that is red',
    tags: ['delay', 'deadline'],
    checkBeforeTrusting: 'That the team has confirmed the new date, in writing.',
  }),
  template({
    title: 'Weekly status report',
    purpose: 'One screen a week: what moved, what did not, what we need.',
    subject: '{{project}}: status {{date}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p><strong>Overall: {{status colour}}.</strong> {{one sentence}}</p>
<ul><li><strong>Done:</strong> {{done}}</li><li><strong>Next week:</strong> {{next}}</li><li><strong>Worries us:</strong> {{risk}}</li></ul>
<p><strong>We need from you:</strong> {{request}} by {{due date}}.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: delivery,
    task: 'status report',
    step: 'Write the report',
    tags: ['status', 'weekly'],
    checkBeforeTrusting: 'That the colour is the one the team agreed on, not a kinder one.',
  }),
  template({
    title: 'Confirm a change of scope',
    purpose: 'Get a yes in writing before work beyond the contract starts.',
    subject: 'For your decision: {{change}}',
    body: `
<p>Dear {{recipient first name}},</p>
<p>You asked us to {{change}}. It is not part of our agreement of {{contract date}}, so I would like your decision before we begin.</p>
<ul><li>Effort: {{effort}}</li><li>Price: {{price}}</li><li>Effect on the date: {{date effect}}</li></ul>
<p>If you agree, please answer “agreed” by {{due date}}. If you would rather leave it, nothing changes.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: ['operations-delivery', 'account-management'],
    task: 'change of scope',
    step: 'Ask for the decision in writing',
    tags: ['scope', 'decision'],
    checkBeforeTrusting: 'Price and effort against the estimate the delivery manager signed off.',
  }),
  template({
    title: 'Invoice reminder, first and friendly',
    purpose: 'Assume it was overlooked, and make paying easy.',
    subject: 'Invoice {{invoice number}}: a friendly reminder',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Our invoice <strong>{{invoice number}}</strong> of {{invoice date}} over {{amount}} was due on {{due date}}. It may have been overlooked, so a copy is attached.</p>
<p>If it has been paid meanwhile, please ignore this note. If something on it needs mending, tell me and I will see to it today.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: finance,
    task: 'overdue invoice',
    step: 'Send it to the person who pays',
    tags: ['invoice', 'reminder'],
    checkBeforeTrusting: 'The ledger of today: a payment may have arrived this morning.',
  }),
  template({
    title: 'Invoice reminder, second and clear',
    purpose: 'Ask for a date, and keep the door open.',
    subject: 'Invoice {{invoice number}}: please give us a date',
    body: `
<p>Dear {{recipient first name}},</p>
<p>Invoice <strong>{{invoice number}}</strong> over {{amount}} is now {{days overdue}} days overdue, and I have not had an answer to my note of {{first reminder date}}.</p>
<p>Please tell me by {{answer date}} when you will pay, or what keeps you from it. If it helps, we can agree on two payments.</p>
<p>Kind regards,<br>{{sender name}}</p>`,
    jobFamilies: finance,
    task: 'overdue invoice',
    step: 'Send it to the person who pays',
    tags: ['invoice', 'reminder', 'second'],
    checkBeforeTrusting: 'That the account manager knows you are sending this.',
  }),
];
