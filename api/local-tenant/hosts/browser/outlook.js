import { createBroker } from './brokeredSignIn.js';
import { createComposeBody } from './composeBody.js';
import { draftContent } from './draftContent.js';
import { answerOffice, currentOfficeTheme, toItem } from './officeAnswers.js';
import { askTenant, element, readPageData, startHostBar } from './page.js';
import { createRecipients, suggestContacts } from './recipients.js';
import { createSentItems } from './sentItems.js';
import { createTaskPane } from './taskPane.js';

const data = readPageData();
/** @type {HTMLInputElement} */
const subject = element('subject');
/** @type {HTMLSelectElement} */
const format = element('format');
/** @type {HTMLInputElement} */
const attachFile = element('attach-file');
const body = createComposeBody();
const sentItems = createSentItems();
/** @type {{ name: string, size: number }[]} */
let attachments = [];
/** @type {{ id: string, composeType: string, session: object, properties: object } | null} */
let draft = null;
/** @type {HTMLIFrameElement | undefined} */
let paneFrame;

const recipients = {
  to: createRecipients('to', data.contacts, () => tellPane('recipientsChanged', { to: true })),
  cc: createRecipients('cc', data.contacts, () => tellPane('recipientsChanged', { cc: true })),
};

/** @type {import('./officeAnswers.js').Mailbox} */
const mailbox = {
  data,
  body,
  recipients,
  subject,
  attachments: () => attachments,
  draft: () => draft,
  broker: createBroker(data.person, data.tenantId),
};

window.addEventListener('message', (event) => {
  if (event.source !== paneFrame?.contentWindow || event.origin !== data.productOrigin) return;
  const { kind, id, name, args } = event.data ?? {};
  if (kind !== 'office.call') return;
  new Promise((resolve) => resolve(answerOffice(name, args, mailbox))).then(
    (value) => toPane({ kind: 'office.answer', id, value }),
    (error) => toPane({ kind: 'office.answer', id, error: { message: String(error) } }),
  );
});

suggestContacts(data.contacts);
startHostBar(() => tellPane('themeChanged', currentOfficeTheme()));
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
createTaskPane(data.productOrigin, (frame) => (paneFrame = frame));

/** A new message in the window. @param {'compose' | 'reply'} mode */
function begin(mode) {
  const content = draftContent(mode, data.person, data.contacts);
  draft = {
    id: crypto.randomUUID(),
    composeType: mode === 'reply' ? 'reply' : 'newMail',
    session: {},
    properties: {},
  };
  element('message').hidden = false;
  element('notifications').replaceChildren();
  recipients.to.set(content.to);
  recipients.cc.set([]);
  subject.value = content.subject;
  body.fill(content.html);
  attach([]);
  say('');
  tellPane('itemChanged', toItem(draft));
}

async function send() {
  if (draft === null) return say('There is no message to send.');
  if (recipients.to.all().length + recipients.cc.all().length === 0) {
    recipients.to.focus();
    return say('Add at least one recipient before you send.');
  }
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
  draft = null;
  element('message').hidden = true;
  tellPane('itemChanged', null);
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

/** @param {string} name @param {unknown} detail */
function tellPane(name, detail) {
  toPane({ kind: 'office.event', name, detail });
}

/** @param {object} message */
function toPane(message) {
  paneFrame?.contentWindow?.postMessage(message, data.productOrigin);
}
