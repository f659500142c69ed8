import { MessageCallFailed, type MessagePerson } from '../features/library/composeMessage';
import type { ReadMessage } from '../features/library/readMessage';
import type { RunOfficeCall } from './officeCalls';

/** Most bytes of HTML a reply form takes (contracts E, "new-form body 32 KB"). */
const replyLimit = 32 * 1024;

export interface ReadMessageOptions {
  readonly call: RunOfficeCall;
  /** Whose mailbox it is; null where Outlook does not tell. */
  readonly reader: MessagePerson | null;
  readonly supports: (set: string, version: string) => boolean;
  readonly onPhone: boolean;
}

/** Whether the item is a message that is read: its subject is there at once, and cannot be written. */
export function isBeingRead(item: Office.Item | null | undefined): item is Office.MessageRead {
  return typeof (item as Partial<Office.MessageRead> | null | undefined)?.subject === 'string';
}

/** The message as the library reads it. An answer to one's own message goes to whom that went. */
export function createReadMessage(
  item: Office.MessageRead,
  key: string,
  { call, reader, supports, onPhone }: ReadMessageOptions,
): ReadMessage {
  const from = toPeople([item.from]);
  const isOwn = from.some(({ emailAddress }) => isSame(emailAddress, reader?.emailAddress));
  const reply = async (htmlBody: string) => {
    if (new TextEncoder().encode(htmlBody).length > replyLimit) {
      throw new MessageCallFailed('tooLong');
    }
    await call<unknown>((done) => {
      if (supports('Mailbox', '1.9')) item.displayReplyFormAsync({ htmlBody }, done);
      else {
        // The older way throws or works; it has no answer.
        item.displayReplyForm({ htmlBody });
        done({ status: 'succeeded', value: undefined });
      }
    });
  };
  return {
    key,
    answer: {
      to: isOwn ? toPeople(item.to) : from,
      sender: reader,
      subject: item.subject,
      composing: 'reply',
      hasSelection: false,
      taskKey: null,
    },
    reply: onPhone ? null : reply,
  };
}

function toPeople(details: readonly Partial<MessagePerson>[]): MessagePerson[] {
  return details
    .map(({ displayName = '', emailAddress = '' }) => ({ displayName, emailAddress }))
    .filter(({ displayName, emailAddress }) => displayName !== '' || emailAddress !== '');
}

const isSame = (one: string, other: string | undefined) =>
  one.toLowerCase() === other?.toLowerCase();
