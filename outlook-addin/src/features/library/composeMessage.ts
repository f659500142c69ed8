import type { DraftFill, MessageBody } from '@last-mile/shared/on-send';

/** A person on a message, as Outlook knows them. */
export interface MessagePerson {
  readonly displayName: string;
  readonly emailAddress: string;
}

/** What the message began as. */
export type Composing = 'new' | 'reply' | 'forward';

/** What the pane reads of the message being written. It stays on the device. */
export interface MessageContext {
  readonly to: readonly MessagePerson[];
  /** Whom it is sent as: the person, or a shared mailbox they chose. */
  readonly sender: MessagePerson | null;
  readonly subject: string;
  readonly composing: Composing;
  /** Whether something in the body is selected, which an insertion would replace. */
  readonly hasSelection: boolean;
  /** Key of the task the person, or the latest template, said it is for; null for none. */
  readonly taskKey: string | null;
}

/** Where a template goes: at the cursor, in place of what is selected, or above everything. */
export const insertionPlaces = ['cursor', 'selection', 'start'] as const;
export type InsertionPlace = (typeof insertionPlaces)[number];

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
  hasSelection(): Promise<boolean>;
  /**
   * Inserts as HTML or, in a plain-text message, as text; says which it was. Outlook replaces what is
   * selected wherever it is told to insert at the cursor.
   */
  insert(
    content: { readonly html: string; readonly text: string },
    place: InsertionPlace,
  ): Promise<'html' | 'text'>;
  /**
   * The body in its own format: `whole`, or in a reply, where Outlook groups by conversation, only the
   * `reply` without the thread below it.
   */
  readBody(part: 'reply' | 'whole'): Promise<MessageBody>;
  /** Puts this in place of what `readBody('reply')` gives; a thread that is not part of it stays untouched. */
  replaceBody(body: MessageBody): Promise<void>;
  setSubject(subject: string): Promise<void>;
  /** Sets the subject unless there is one by now. */
  setSubjectIfEmpty(subject: string): Promise<'set' | 'kept'>;
  /** Templates inserted into this message so far, kept in the draft's session data. */
  inserted(): Promise<readonly DraftFill[]>;
  rememberInserted(fill: DraftFill): Promise<void>;
  forgetInserted(fill: DraftFill): Promise<void>;
  /** Says which mapped task the message is for; null for none. Ends with the draft. */
  rememberTask(taskKey: string | null): Promise<void>;
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
