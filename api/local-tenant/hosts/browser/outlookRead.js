import { createBroker } from './brokeredSignIn.js';
import { toHtml } from './draftContent.js';
import {
  answerMailbox,
  currentOfficeTheme,
  showNotifications,
  toDetails,
} from './mailboxAnswers.js';
import { element, readPageData, setAddress, startHostBar } from './page.js';
import { openReply } from './replyForm.js';
import { createTaskPane } from './taskPane.js';

const data = readPageData();
const isPhone = data.platform !== 'OfficeOnline';
/** @type {HTMLIFrameElement | undefined} */
let frame;
let message = messageOf(data.messageId);
/** @type {Map<string, object>} custom properties by message */
const properties = new Map();

const mailbox = {
  data,
  item: () => toItem(message),
  broker: createBroker(data.person, data.tenantId),
  runtime: /** @type {const} */ ('pane'),
};

window.addEventListener('message', (event) => {
  if (frame === undefined || event.source !== frame.contentWindow) return;
  if (event.origin !== data.productOrigin) return;
  const { kind, id, name, args } = event.data ?? {};
  if (kind !== 'office.call') return;
  new Promise((resolve) => resolve(answer(name, args))).then(
    (value) => post({ kind: 'office.answer', id, value }),
    (error) => post({ kind: 'office.answer', id, error: { message: String(error) } }),
  );
});

startHostBar(() => tell('themeChanged', currentOfficeTheme()));
if (!isPhone) element('reply').addEventListener('click', () => openReply(message.id));
show();
createTaskPane(data.productOrigin, (opened) => (frame = opened));

/** @param {string} name @param {any} args @returns {unknown} */
function answer(name, args) {
  const answered = answerMailbox(name, args, mailbox);
  if (answered !== null) return answered.value;
  switch (name) {
    case 'body.get':
      return args.as === 'html'
        ? `<html><body>${toHtml(message.paragraphs)}</body></html>`
        : message.paragraphs.join('\n\n');
    case 'replyForm.display':
      return openReply(message.id, args.htmlBody);
    case 'notifications.set':
      return showNotifications(args);
    case 'customProperties.get':
      return properties.get(message.id) ?? {};
    case 'customProperties.set':
      properties.set(message.id, args);
      return undefined;
    default:
      throw new Error(`The host page does not know ${name} of a message that is read.`);
  }
}

/** @param {string} id */
function messageOf(id) {
  return data.messages.find((/** @type {any} */ one) => one.id === id) ?? data.messages[0];
}

/** What the stand-in makes its item from. @param {any} read */
function toItem({ id, subject, from, to, cc, sentAt }) {
  return {
    mode: 'read',
    id,
    subject,
    from: toDetails(from),
    to: to.map(toDetails),
    cc: cc.map(toDetails),
    sentAt,
  };
}

/** The message in the window, and the list of the others. */
function show() {
  const { subject, from, to, cc, paragraphs } = message;
  element('read-subject').textContent = subject;
  element('read-people').replaceChildren(
    ...line('From', [from]),
    ...line('To', to),
    ...(cc.length > 0 ? line('Cc', cc) : []),
  );
  element('read-body').innerHTML = toHtml(paragraphs);
  element('notifications').replaceChildren();
  element('inbox').replaceChildren(...data.messages.map(toEntry));
}

/** @param {string} name @param {import('./recipients.js').Recipient[]} people */
function line(name, people) {
  const term = document.createElement('dt');
  term.textContent = name;
  const value = document.createElement('dd');
  value.textContent = people.map((each) => each.displayName).join('; ');
  return [term, value];
}

/** @param {any} each */
function toEntry(each) {
  const link = document.createElement('a');
  const address = new URL(location.href);
  address.searchParams.set('message', each.id);
  link.href = address.href;
  const from = document.createElement('strong');
  from.textContent = each.from.displayName;
  const subject = document.createElement('span');
  subject.textContent = each.subject;
  link.append(from, subject);
  if (each === message) link.setAttribute('aria-current', 'true');
  // On the web the pane stays pinned from message to message; on phones it ends with the message.
  if (!isPhone) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      turnTo(each);
    });
  }
  const entry = document.createElement('li');
  entry.append(link);
  return entry;
}

/** @param {any} next */
function turnTo(next) {
  message = next;
  setAddress('message', next.id);
  show();
  element('inbox').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  tell('itemChanged', toItem(message));
}

/** @param {string} name @param {unknown} detail */
function tell(name, detail) {
  post({ kind: 'office.event', name, detail });
}

/** @param {object} sent */
function post(sent) {
  frame?.contentWindow?.postMessage(sent, data.productOrigin);
}
