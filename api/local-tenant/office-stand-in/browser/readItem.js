import { refuse } from './asyncCalls.js';
import { createCustomProperties } from './keptValues.js';
import { createNotificationMessages } from './notificationMessages.js';
import { officeErrors } from './officeErrors.js';

/** "The string is limited to 32 KB": counted as UTF-8, in which it is longest. */
const longestReplyBody = 32 * 1024;

/**
 * `mailbox.item` while a message is read: its people and subject are there at once, its body can be
 * read and not written, and there is neither session data nor anything else of a draft.
 * @param {(tail: unknown[], work: (options: Record<string, any>) => unknown) => void} run
 * @param {import('./hostPort.js').HostPort} host
 * @param {{ id: string, subject: string, from: object, to: object[], cc: object[], sentAt: string }} kept
 * @param {{ isCurrent: () => boolean, canReply: boolean }} state
 */
export function createReadItem(run, host, kept, { isCurrent, canReply }) {
  /** @param {string} name @param {unknown} [args] */
  const call = async (name, args) => {
    if (!isCurrent()) refuse(officeErrors.itemChanged);
    return host.call(name, args);
  };
  /** Throws what is no reply form before anything is shown, as both methods do. @param {unknown} formData */
  const replyBody = (formData) => {
    // Outlook on phones has no reply forms for add-ins.
    if (!canReply) refuse(officeErrors.notSupported);
    const htmlBody =
      typeof formData === 'string'
        ? formData
        : /** @type {{ htmlBody?: unknown } | null} */ (formData)?.htmlBody;
    if (typeof htmlBody !== 'string') return refuse(officeErrors.invalidArgument);
    if (utf8Length(htmlBody) > longestReplyBody) refuse(officeErrors.dataExceedsMaximumSize);
    return htmlBody;
  };

  return {
    itemType: 'message',
    itemClass: 'IPM.Note',
    itemId: kept.id,
    conversationId: `conversation-${kept.id}`,
    dateTimeCreated: new Date(kept.sentAt),
    subject: kept.subject,
    normalizedSubject: kept.subject.replace(/^(?:(?:re|fw|fwd):\s*)+/i, ''),
    from: kept.from,
    sender: kept.from,
    to: kept.to,
    cc: kept.cc,
    attachments: [],
    body: {
      /** @param {unknown} coercionType @param {unknown[]} tail */
      getAsync: (coercionType, ...tail) => {
        run(tail, () => {
          if (coercionType !== 'text' && coercionType !== 'html') {
            return refuse(officeErrors.invalidArgument);
          }
          return call('body.get', { as: coercionType });
        });
      },
    },
    notificationMessages: createNotificationMessages(run, call),
    /** @param {unknown} formData */
    displayReplyForm: (formData) => {
      void call('replyForm.display', { htmlBody: replyBody(formData) });
    },
    /** @param {unknown} formData @param {unknown[]} tail */
    displayReplyFormAsync: (formData, ...tail) => {
      const htmlBody = replyBody(formData);
      run(tail, () => call('replyForm.display', { htmlBody }));
    },
    /** @param {unknown[]} tail */
    loadCustomPropertiesAsync: (...tail) => {
      run(tail, async () => createCustomProperties(run, call, await call('customProperties.get')));
    },
  };
}

/** @param {string} text */
function utf8Length(text) {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
