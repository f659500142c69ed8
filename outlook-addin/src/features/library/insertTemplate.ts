import { fillText, type LibraryItem } from '@last-mile/shared/library';
import type { ComposeMessage } from './composeMessage';
import type { TemplateSanitiser } from './templateContent';

export interface InsertionRequest {
  readonly item: Pick<LibraryItem, 'clientKey' | 'version' | 'content'>;
  readonly values: Readonly<Record<string, string>>;
  /** Put the template's subject in place of one that is there. An empty subject is always set. */
  readonly replaceSubject: boolean;
  readonly at: Date;
}

export interface Insertion {
  /** How Outlook took it: with formatting, or as plain text. */
  readonly as: 'html' | 'text';
  /** What became of the subject; `none` when the template has none. */
  readonly subject: 'set' | 'kept' | 'failed' | 'none';
}

const subjectLimit = 255;

/**
 * Puts a filled template into the message, sanitised once more. Throws when the text could not be
 * inserted; a subject that could not be set is only reported, because the text is in by then.
 */
export async function insertTemplate(
  message: ComposeMessage,
  sanitiser: TemplateSanitiser,
  { item, values, replaceSubject, at }: InsertionRequest,
): Promise<Insertion> {
  const { body, subject } = item.content;
  const as = await message.insertAtCursor(sanitiser.toContent(body, values));
  await message
    .rememberInserted({
      itemKey: item.clientKey,
      version: item.version,
      at: at.toISOString(),
    })
    // Only the mark in the list is lost.
    .catch(() => undefined);
  return { as, subject: await writeSubject(message, subject, values, replaceSubject) };
}

async function writeSubject(
  message: ComposeMessage,
  subject: string | null,
  values: Readonly<Record<string, string>>,
  replace: boolean,
): Promise<Insertion['subject']> {
  const text = filledSubject(subject, values);
  if (text === '') return 'none';
  try {
    if (!replace) return await message.setSubjectIfEmpty(text);
    await message.setSubject(text);
    return 'set';
  } catch {
    return 'failed';
  }
}

/** The template's subject as one line that Outlook takes; '' when there is none. */
export function filledSubject(
  subject: string | null,
  values: Readonly<Record<string, string>>,
): string {
  return fillText(subject ?? '', values)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, subjectLimit);
}
