import type { DraftFill, MessageBody } from '@last-mile/shared/on-send';

/** A person on a message, as Outlook knows them. */
export interface MessagePerson {
  readonly displayName: string;
  readonly emailAddress: string;
}

/** What the pane reads of the message being written. It stays on the device. */
export interface MessageContext {
  readonly to: readonly MessagePerson[];
  readonly sender: MessagePerson | null;
  readonly subject: string;
}

/**
 * The message (or meeting) being written: all that the library knows of Outlook. Every call may throw
 * {@link MessageCallFailed}.
 */
export interface ComposeMessage {
  /** Changes when a pinned pane moves to another message. */
  readonly key: string;
  readonly type: 'message' | 'appointment';
  read(): Promise<MessageContext>;
  bodyType(): Promise<'html' | 'text'>;
  /** Inserts where the cursor is, as HTML or, in a plain-text message, as text; says which it was. */
  insertAtCursor(content: {
    readonly html: string;
    readonly text: string;
  }): Promise<'html' | 'text'>;
  /** The whole body in its own format, the thread included. */
  readBody(): Promise<MessageBody>;
  /** Puts this in place of the whole body. */
  replaceBody(body: MessageBody): Promise<void>;
  setSubject(subject: string): Promise<void>;
  /** Sets the subject unless there is one by now. */
  setSubjectIfEmpty(subject: string): Promise<'set' | 'kept'>;
  /** Templates inserted into this message so far, kept in the draft's session data. */
  inserted(): Promise<readonly DraftFill[]>;
  rememberInserted(fill: DraftFill): Promise<void>;
  forgetInserted(fill: DraftFill): Promise<void>;
  /** What was said when the person last tried to send it and came here from there; '' for nothing. */
  sendAlert(): Promise<string>;
  /** Calls back when they come from there once more; returns how to stop. */
  onSendAlert(listener: () => void): () => void;
  /** So many milliseconds more in which nobody can have been at the draft, for the drafting time. */
  addIdle(milliseconds: number): Promise<void>;
  /** Calls back when people are added or removed; returns how to stop. */
  onRecipientsChanged(listener: () => void): () => void;
}

export type MessageCallReason =
  'noAnswer' | 'refused' | 'messageChanged' | 'tooLong' | 'wrongBodyType' | 'notAllowed';

/** Outlook did not do what the pane asked of the message, and why. */
export class MessageCallFailed extends Error {
  readonly reason: MessageCallReason;

  constructor(reason: MessageCallReason, options?: ErrorOptions) {
    super(`Outlook: ${reason}`, options);
    this.name = 'MessageCallFailed';
    this.reason = reason;
  }
}
