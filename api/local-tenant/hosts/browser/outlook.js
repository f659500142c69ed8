import { createBroker } from './brokeredSignIn.js';
import { createComposeBody } from './composeBody.js';
import { draftContent } from './draftContent.js';
import { newDraft } from './drafts.js';
import { createEventRuntime } from './eventRuntime.js';
import { currentOfficeTheme } from './mailboxAnswers.js';
import { answerOffice, toItem } from './officeAnswers.js';
import { askTenant, element, readPageData, startHostBar } from './page.js';
import { createRecipients, suggestContacts } from './recipients.js';
import { takeReplyBody } from './replyForm.js';
import { createSentItems } from './sentItems.js';
import { createSmartAlert } from './smartAlert.js';
import { createTaskPane } from './taskPane.js';

const data = readPageData();
/** What an add-in's reply form brought along: the first draft has it, and no other. */
let replyBody = takeReplyBody();
/** @type {HTMLInputElement} */
const subject = element('subject');
/** @type {HTMLSelectElement} */
const format = element('format');
/** @type {HTMLInputElement} */
const attachFile = element('attach-file');
/** @type {HTMLSelectElement} */
const from = element('from');
const body = createComposeBody();
const sentItems = createSentItems();
/** @type {{ name: string, size: number }[]} */
let attachments = [];
/** @type {import('./drafts.js').Draft | null} */
let draft = null;
/** @type {Partial<Record<'pane' | 'events', HTMLIFrameElement>>} the add-in's pages */
const frames = {};
/** @type {Set<'pane' | 'events'>} those that listen: a page that has only begun to load does not */
const listening = new Set();

const recipients = {
  to: createRecipients('to', data.contacts, () => tell('recipientsChanged', { to: true })),
  cc: createRecipients('cc', data.contacts, () => tell('recipientsChanged', { cc: true })),
};

const events = createEventRuntime(data.productOrigin, (frame) => (frames.events = frame));

/** @type {Omit<import('./officeAnswers.js').Mailbox, 'runtime'>} */
const mailbox = {
  data,
  body,
  recipients,
  subject,
  from: () => data.mailboxes[from.selectedIndex],
  selected: (as) => ({ data: body.selected(as), sourceProperty: 'body' }),
  attachments: () => attachments,
  draft: () => draft,
  item: () => toItem(draft),
  broker: createBroker(data.person, data.tenantId),
  ready: events.takesEvents,
  completed: events.completed,
};

window.addEventListener('message', (event) => {
  const runtime = /** @type {const} */ (['pane', 'events']).find(
    (one) => frames[one] !== undefined && event.source === frames[one].contentWindow,
  );
  if (runtime === undefined || event.origin !== data.productOrigin) return;
  const { kind, id, name, args } = event.data ?? {};
  if (kind !== 'office.call') return;
  listening.add(runtime);
  new Promise((resolve) => resolve(answerOffice(name, args, { ...mailbox, runtime }))).then(
    (value) => post(runtime, { kind: 'office.answer', id, value }),
    (error) => post(runtime, { kind: 'office.answer', id, error: { message: String(error) } }),
  );
});

suggestContacts(data.contacts);
startHostBar(() => tell('themeChanged', currentOfficeTheme()));
element('send').addEventListener('click', () => void send());
element('new-message').addEventListener('click', () => begin('compose'));
element('message').addEventListener('submit', (event) => event.preventDefault());
format.addEventListener('change', () => {
  body.setType(format.value === 'text' ? 'text' : 'html');
});
element('attach').addEventListener('click', () => attachFile.click());
attachFile.addEventListener('change', () => {
  const chosen = [...(attachFile.files ?? [])].map(({ name, size }) => ({ name, size }));
  attachFile.value = '';
  attach([...attachments, ...chosen]);
});
void sentItems.refresh();
begin(data.mode);
const pane = createTaskPane(data.productOrigin, (frame) => (frames.pane = frame));
const alert = createSmartAlert({
  commands: {
    templatesButton(contextData) {
      if (draft !== null) draft.context = contextData;
      tell('initializationContextChanged', contextData);
      void pane.open();
    },
  },
});

/** A new message in the window. @param {'compose' | 'reply'} mode */
function begin(mode) {
  const content = draftContent(mode, data.person, { ...data.answered, replyBody });
  replyBody = '';
  events.end();
  draft = newDraft(mode);
  element('message').hidden = false;
  element('notifications').replaceChildren();
  recipients.to.set(content.to);
  recipients.cc.set([]);
  subject.value = content.subject;
  body.fill(content.html);
  attach([]);
  say('');
  tell('itemChanged', toItem(draft));
  void raiseOpened(draft);
}

/** A message that was begun and left before the events' page came never starts them. @param {object} opened */
async function raiseOpened(opened) {
  await events.ready();
  if (opened !== draft) return;
  void events.raise('OnNewMessageCompose');
  void events.raise('OnMessageCompose');
}

/** While the add-in looks at a message, it is not sent a second time. */
let isSending = false;

async function send() {
  if (isSending) return undefined;
  isSending = true;
  try {
    return await trySending();
  } finally {
    isSending = false;
  }
}

async function trySending() {
  if (draft === null) return say('There is no message to send.');
  if (recipients.to.all().length + recipients.cc.all().length === 0) {
    recipients.to.focus();
    return say('Add at least one recipient before you send.');
  }
  const looked = draft;
  if (!(await alert.mayGo(events.raise('OnMessageSend')))) return say('The message was not sent.');
  if (looked !== draft) return say('The message was not sent: you went on to another one.');
  const response = await askTenant('/hosts/outlook/sent', {
    method: 'POST',
    body: {
      to: recipients.to.all(),
      cc: recipients.cc.all(),
      subject: subject.value,
      format: body.type(),
      body: body.content(),
      attachments,
    },
  });
  if (!response.ok) return say('The message could not be sent. Are you still signed in?');
  // Sent: the window closes over it, and a pinned pane is left without an item.
  events.end();
  draft = null;
  element('message').hidden = true;
  tell('itemChanged', null);
  await sentItems.refresh();
  return say('Sent. It is under “Sent items” below.');
}

/** @param {{ name: string, size: number }[]} next */
function attach(next) {
  attachments = next;
  element('attachments').replaceChildren(
    ...attachments.map((file) => {
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = '✕';
      remove.setAttribute('aria-label', `Remove ${file.name}`);
      remove.addEventListener('click', () => attach(attachments.filter((each) => each !== file)));
      const chip = document.createElement('li');
      chip.append(`${file.name} (${Math.ceil(file.size / 1024)} KB)`, remove);
      return chip;
    }),
  );
}

/** @param {string} text */
function say(text) {
  element('mail-state').textContent = text;
}

/** Tells the add-in's pages. @param {string} name @param {unknown} detail */
function tell(name, detail) {
  for (const runtime of listening) post(runtime, { kind: 'office.event', name, detail });
}

/** @param {'pane' | 'events'} runtime @param {object} message */
function post(runtime, message) {
  frames[runtime]?.contentWindow?.postMessage(message, data.productOrigin);
}
