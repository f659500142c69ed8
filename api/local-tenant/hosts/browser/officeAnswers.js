import { answerMailbox, showNotifications, toDetails } from './mailboxAnswers.js';

/**
 * @typedef {object} WrittenMessage what the pane may ask of the message being written
 * @property {ReturnType<typeof import('./composeBody.js').createComposeBody>} body
 * @property {Record<'to' | 'cc', { all: () => import('./recipients.js').Recipient[] }>} recipients
 * @property {HTMLInputElement} subject
 * @property {() => import('./recipients.js').Recipient} from who it is sent as: the person, or a shared mailbox
 * @property {(as: 'html' | 'text') => { data: string, sourceProperty: 'body' | 'subject' } | null} selected
 * @property {() => { name: string, size: number }[]} attachments
 * @property {() => import('./drafts.js').Draft | null} draft
 * @property {() => void} ready the runtime of the events takes them from now on
 * @property {(id: number, completion: any) => void} completed an event was completed; null for failed
 */

/** @typedef {import('./mailboxAnswers.js').AnyMailbox & WrittenMessage} Mailbox */

/**
 * Carries out one call of the `Office` stand-in on the page's message.
 * @param {string} name
 * @param {any} args
 * @param {Mailbox} mailbox
 * @returns {unknown}
 */
export function answerOffice(name, args, mailbox) {
  const { body, subject } = mailbox;
  const draft = mailbox.draft();
  const answered = answerMailbox(name, args, mailbox);
  if (answered !== null) return answered.value;
  if (name === 'launchEvents.ready') return mailbox.ready();
  if (name === 'launchEvent.completed') return mailbox.completed(args.id, args.completion);
  if (name === 'launchEvent.failed') return mailbox.completed(args.id, null);
  if (draft === null) throw new Error('No message is being written.');
  switch (name) {
    case 'body.getType':
      return body.type();
    case 'body.get':
      return body.read(args.as, args.withThread);
    case 'body.insert':
      return body.insert(args.data, args.as, args.at, args.keepsThread);
    case 'selection.get':
      return mailbox.selected(args.as);
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
      return toDetails(mailbox.from());
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

/** @param {{ id: string } | null} draft */
export function toItem(draft) {
  return draft === null ? null : { id: draft.id };
}

/** @param {{ name: string, size: number }} file @param {number} at */
function toAttachment({ name, size }, at) {
  return { id: `attachment-${at}`, name, size, attachmentType: 'file', isInline: false };
}
