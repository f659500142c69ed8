import { refuse } from './asyncCalls.js';
import { createEventHandlers } from './eventHandlers.js';
import { createCustomProperties, createSessionData } from './keptValues.js';
import { createMessageBody } from './messageBody.js';
import { createNotificationMessages } from './notificationMessages.js';
import { officeEnums } from './officeEnums.js';
import { officeErrors } from './officeErrors.js';

const longestSubject = 255;

/**
 * `mailbox.item` while a message is composed. Calls on an item that is no longer the current one
 * fail, as they do when the person has moved on.
 * @param {(tail: unknown[], work: (options: Record<string, any>) => unknown) => void} run
 * @param {import('./hostPort.js').HostPort} host
 * @param {{ id: string }} kept
 * @param {() => boolean} isCurrent
 */
export function createMailboxItem(run, host, kept, isCurrent) {
  /** @param {string} name @param {unknown} [args] */
  const call = async (name, args) => {
    if (!isCurrent()) refuse(officeErrors.itemChanged);
    return host.call(name, args);
  };
  /** @param {'to' | 'cc' | 'bcc'} field */
  const recipients = (field) => ({
    /** @param {unknown[]} tail */
    getAsync: (...tail) => run(tail, () => call('recipients.get', { field })),
  });

  const { InitializationContextChanged, RecipientsChanged } = officeEnums.EventType;
  const events = createEventHandlers(run, [RecipientsChanged, InitializationContextChanged]);
  host.on('initializationContextChanged', (initializationContextData) => {
    if (isCurrent()) events.raise(InitializationContextChanged, { initializationContextData });
  });
  host.on('recipientsChanged', (changedRecipientFields) => {
    if (isCurrent()) {
      events.raise(RecipientsChanged, { changedRecipientFields });
    }
  });

  return {
    ...events.methods,
    itemType: 'message',
    itemClass: 'IPM.Note',
    conversationId: kept.id,
    to: recipients('to'),
    cc: recipients('cc'),
    bcc: recipients('bcc'),
    from: {
      /** @param {unknown[]} tail */
      getAsync: (...tail) => run(tail, () => call('from.get')),
    },
    subject: {
      /** @param {unknown[]} tail */
      getAsync: (...tail) => run(tail, () => call('subject.get')),
      /** @param {unknown} subject @param {unknown[]} tail */
      setAsync: (subject, ...tail) => {
        run(tail, () => {
          if (typeof subject !== 'string') return refuse(officeErrors.invalidArgument);
          if (subject.length > longestSubject) return refuse(officeErrors.dataExceedsMaximumSize);
          return call('subject.set', { subject });
        });
      },
    },
    body: createMessageBody(run, call),
    notificationMessages: createNotificationMessages(run, call),
    sessionData: createSessionData(run, call),
    /** @param {unknown} coercionType @param {unknown[]} tail */
    getSelectedDataAsync: (coercionType, ...tail) => {
      run(tail, async () => {
        if (coercionType !== 'text' && coercionType !== 'html') {
          return refuse(officeErrors.invalidArgument);
        }
        const selection = await call('selection.get', { as: coercionType });
        return selection ?? refuse(officeErrors.invalidSelection);
      });
    },
    /** @param {unknown[]} tail */
    getAttachmentsAsync: (...tail) => run(tail, () => call('attachments.get')),
    /** @param {unknown[]} tail */
    getInitializationContextAsync: (...tail) => run(tail, () => call('initializationContext.get')),
    /** @param {unknown[]} tail */
    getComposeTypeAsync: (...tail) => run(tail, () => call('composeType.get')),
    /** @param {unknown[]} tail */
    loadCustomPropertiesAsync: (...tail) => {
      run(tail, async () => createCustomProperties(run, call, await call('customProperties.get')));
    },
  };
}
