import type { DraftFill, MessageBody } from '@last-mile/shared/on-send';
import type { ComposeMessage } from './composeMessage';
import { takenOut, type BodyChange } from './takenOut';

/** What an insertion did to the message. */
export interface InsertionUndo {
  readonly type: MessageBody['type'];
  readonly body: BodyChange;
  /** Null where the subject was left as it was. */
  readonly subject: { readonly before: string; readonly after: string } | null;
  /** The task the message was said to be for; null where the template has none. */
  readonly task: { readonly before: string | null; readonly after: string } | null;
  readonly fill: DraftFill;
}

/**
 * Takes a template out of the message again, and puts back what it took the place of. False, and nothing
 * is touched, when what was inserted is no longer there unchanged. A subject and a task it set go too,
 * unless they were changed since.
 */
export async function takeOutTemplate(
  message: ComposeMessage,
  undo: InsertionUndo,
): Promise<boolean> {
  const now = await message.readBody('reply');
  const content = now.type === undo.type ? takenOut(undo.body, now.content) : null;
  if (content === null) return false;
  await message.replaceBody({ type: undo.type, content });
  // The text is out by now: what follows is only tidied up.
  await restore(message, undo).catch(() => undefined);
  await message.forgetInserted(undo.fill).catch(() => undefined);
  return true;
}

/** Subject and task as they were, where nobody has changed them since. */
async function restore(message: ComposeMessage, { subject, task }: InsertionUndo) {
  const now = await message.read();
  if (now.subject === subject?.after) await message.setSubject(subject.before);
  if (task !== null && now.taskKey === task.after) await message.rememberTask(task.before);
}
