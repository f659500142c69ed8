import { askTenant, currentTheme, element } from './page.js';

/** @type {Record<import('./page.js').Theme, object>} the colours Office tells a pane of */
const officeThemes = {
  default: toOfficeTheme('#ffffff', '#242424', false),
  dark: toOfficeTheme('#292929', '#f5f5f5', true),
  contrast: toOfficeTheme('#000000', '#ffffff', true),
};

/**
 * @typedef {object} Mailbox what the pane may ask the page about
 * @property {any} data the page's data
 * @property {ReturnType<typeof import('./composeBody.js').createComposeBody>} body
 * @property {Record<'to' | 'cc', { all: () => import('./recipients.js').Recipient[] }>} recipients
 * @property {HTMLInputElement} subject
 * @property {() => { name: string, size: number }[]} attachments
 * @property {() => import('./drafts.js').Draft | null} draft
 * @property {import('./brokeredSignIn.js').Broker} broker
 * @property {'pane' | 'events'} runtime what asks: the task pane, or the runtime of the events
 * @property {() => void} ready the runtime of the events takes them from now on
 * @property {(id: number, completion: any) => void} completed an event was completed; null for failed
 */

/**
 * Carries out one call of the `Office` stand-in on the page's message.
 * @param {string} name
 * @param {any} args
 * @param {Mailbox} mailbox
 * @returns {unknown}
 */
export function answerOffice(name, args, mailbox) {
  const { data, body, subject } = mailbox;
  const draft = mailbox.draft();
  if (name === 'hello') return hello(mailbox);
  if (name === 'launchEvents.ready') return mailbox.ready();
  if (name === 'launchEvent.completed') return mailbox.completed(args.id, args.completion);
  if (name === 'launchEvent.failed') return mailbox.completed(args.id, null);
  if (name === 'nestedAppAuth') return mailbox.broker.answer(args);
  if (name === 'roamingSettings.set') return keepRoamingSettings(args, data);
  if (draft === null) throw new Error('No message is being written.');
  switch (name) {
    case 'body.getType':
      return body.type();
    case 'body.get':
      return body.read(args.as, args.withThread);
    case 'body.insert':
      return body.insert(args.data, args.as, args.at);
    case 'subject.get':
      return subject.value;
    case 'subject.set':
      subject.value = args.subject;
      return undefined;
    case 'recipients.get':
      // The page has no line for blind copies.
      if (args.field === 'bcc') return [];
      return mailbox.recipients[/** @type {'to' | 'cc'} */ (args.field)].all().map(toDetails);
    case 'from.get':
      return toDetails({ displayName: data.person.displayName, emailAddress: data.person.mail });
    case 'attachments.get':
      return mailbox.attachments().map(toAttachment);
    case 'initializationContext.get':
      return draft.context;
    case 'composeType.get':
      return { composeType: draft.composeType, coercionType: body.type() };
    case 'notifications.set':
      return showNotifications(args);
    case 'session.get':
      return draft.session;
    case 'session.set':
      draft.session = args;
      return undefined;
    case 'customProperties.get':
      return draft.properties;
    case 'customProperties.set':
      draft.properties = args;
      return undefined;
    default:
      throw new Error(`The host page does not know ${name}.`);
  }
}

export function currentOfficeTheme() {
  return officeThemes[currentTheme()];
}

/** @param {{ id: string } | null} draft */
export function toItem(draft) {
  return draft === null ? null : { id: draft.id };
}

/** @param {Mailbox} mailbox */
function hello({ data, draft, runtime }) {
  const { person } = data;
  return {
    runtime,
    item: toItem(draft()),
    userProfile: {
      displayName: person.displayName,
      emailAddress: person.mail,
      accountType: 'office365',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    language: person.locale,
    officeTheme: currentOfficeTheme(),
    roamingSettings: data.roamingSettings,
    partitionKey: person.id,
  };
}

/** @param {object} settings @param {any} data */
async function keepRoamingSettings(settings, data) {
  const address = '/hosts/outlook/roaming-settings';
  const response = await askTenant(address, { method: 'PUT', body: settings });
  if (!response.ok) throw new Error('The settings could not be kept.');
  data.roamingSettings = settings;
}

/** @param {import('./recipients.js').Recipient} recipient */
function toDetails({ displayName, emailAddress }) {
  return { displayName, emailAddress, recipientType: 'other', appointmentResponse: 'none' };
}

/** @param {{ name: string, size: number }} file @param {number} at */
function toAttachment({ name, size }, at) {
  return { id: `attachment-${at}`, name, size, attachmentType: 'file', isInline: false };
}

/** @param {{ key: string, message: string, type: string }[]} messages */
function showNotifications(messages) {
  element('notifications').replaceChildren(
    ...messages.map(({ message, type }) => {
      const line = document.createElement('li');
      line.dataset['type'] = type;
      line.textContent = message;
      return line;
    }),
  );
}

/** @param {string} background @param {string} foreground @param {boolean} isDarkTheme */
function toOfficeTheme(background, foreground, isDarkTheme) {
  return {
    bodyBackgroundColor: background,
    bodyForegroundColor: foreground,
    controlBackgroundColor: background,
    controlForegroundColor: foreground,
    isDarkTheme,
  };
}
