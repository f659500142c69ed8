import { fillText, type LibraryItem } from '@last-mile/shared/library';
import { toDraftFill } from '@last-mile/shared/on-send';
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
  const content = sanitiser.toContent(body, values);
  const as = await message.insertAtCursor(content);
  await rememberFilling(message, { item, values, at, inserted: { type: as, content: content[as] } })
    // Only the mark in the list and the check on send know less.
    .catch(() => undefined);
  return { as, subject: await writeSubject(message, subject, values, replaceSubject) };
}

/** The draft remembers what it was filled with and for whom; that ends with the draft. */
async function rememberFilling(
  message: ComposeMessage,
  filling: Pick<InsertionRequest, 'item' | 'values' | 'at'> & {
    readonly inserted: { readonly type: 'html' | 'text'; readonly content: string };
  },
): Promise<void> {
  const { to, sender } = await message.read().catch(() => ({ to: [], sender: null }));
  const fill = toDraftFill({
    itemKey: filling.item.clientKey,
    version: filling.item.version,
    at: filling.at.toISOString(),
    inserted: filling.inserted,
    values: filling.values,
    recipients: to,
    sender,
  });
  await message.rememberInserted(fill);
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
