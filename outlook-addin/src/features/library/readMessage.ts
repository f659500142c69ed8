import type { MessageContext } from './composeMessage';

/** A message being read, received or sent: all that the library knows of it. */
export interface ReadMessage {
  /** Changes when a pinned pane moves to another message. */
  readonly key: string;
  /** What an answer to it would tell: to whom, from whom, about what. It stays on the device. */
  readonly answer: MessageContext;
  /**
   * Opens a reply form with this HTML above signature and thread. Null where Outlook has none for
   * add-ins, as on phones. Throws `MessageCallFailed`, with `tooLong` over 32 KB.
   */
  readonly reply: ((html: string) => Promise<void>) | null;
}
