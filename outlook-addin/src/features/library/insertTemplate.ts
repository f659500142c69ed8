import { fillText, type LibraryItem } from '@last-mile/shared/library';
import { toDraftFill, type DraftFill, type MessageBody } from '@last-mile/shared/on-send';
import type { ComposeMessage, InsertionPlace, MessageContext } from './composeMessage';
import type { InsertionUndo } from './takeOutTemplate';
import type { TemplateSanitiser } from './templateContent';

export interface InsertionRequest {
  readonly item: Pick<LibraryItem, 'clientKey' | 'version' | 'content'>;
  readonly values: Readonly<Record<string, string>>;
  /** Put the template's subject in place of one that is there. An empty subject is always set. */
  readonly replaceSubject: boolean;
  readonly place: InsertionPlace;
  readonly at: Date;
}

/** Words are selected in the message, and nobody said that they may be replaced. Nothing was inserted. */
export class SelectionInTheWay extends Error {
  constructor() {
    super('Inserting at the cursor would replace what is selected.');
    this.name = 'SelectionInTheWay';
  }
}

export interface Insertion {
  /** How Outlook took it: with formatting, or as plain text. */
  readonly as: 'html' | 'text';
  readonly place: InsertionPlace;
  /** What became of the subject; `none` when the template has none. */
  readonly subject: 'set' | 'kept' | 'failed' | 'none';
  /**
   * What taking it out again needs; null where Outlook did not hand the body over in time, or where it
   * went into the thread below a reply.
   */
  readonly undo: InsertionUndo | null;
}

const subjectLimit = 255;

/** Nobody waits longer than this for their text, in milliseconds, so that it can be taken out again. */
const readAheadMs = 1_000;

/**
 * Puts a filled template into the message, sanitised once more, and says which task the message is
 * for. Throws when the text could not be inserted; a subject that could not be set is only reported, because the text is in by then.
 */
export async function insertTemplate(
  message: ComposeMessage,
  sanitiser: TemplateSanitiser,
  { item, values, replaceSubject, place, at }: InsertionRequest,
): Promise<Insertion> {
  const { body, subject, taskKey } = item.content;
  const content = sanitiser.toContent(body, values);
  const [before, hasSelection] = await Promise.all([
    readSoon(message),
    place === 'cursor' ? message.hasSelection().catch(() => false) : false,
  ]);
  if (hasSelection) throw new SelectionInTheWay();
  const as = await message.insert(content, place);
  const [after, context] = await Promise.all([
    before === null ? null : readSoon(message),
    message.read().catch(() => null),
  ]);
  const inserted = { type: as, content: content[as] };
  const fill = toFill(context, { item, values, at, inserted });
  // Without it only the mark in the list and the check on send know less.
  await message.rememberInserted(fill).catch(() => undefined);
  if (taskKey !== null) await message.rememberTask(taskKey).catch(() => undefined);
  const subjectIs = await writeSubject(message, subject, values, replaceSubject);
  const done = { as, place, subject: subjectIs };
  if (before === null || after === null || before.content === after.content) {
    return { ...done, undo: null };
  }
  const undo: InsertionUndo = {
    type: as,
    body: { before: before.content, after: after.content },
    subject:
      subjectIs === 'set' && context !== null
        ? { before: context.subject, after: filledSubject(subject, values) }
        : null,
    task: taskKey === null ? null : { before: context?.taskKey ?? null, after: taskKey },
    fill,
  };
  return { ...done, undo };
}

/** The body, if Outlook hands it over soon. */
async function readSoon(message: ComposeMessage): Promise<MessageBody | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, readAheadMs, null);
  });
  return Promise.race([message.readBody('reply'), late])
    .catch(() => null)
    .finally(() => {
      clearTimeout(timer);
    });
}

/** What the draft remembers: what it was filled with and for whom. That ends with the draft. */
function toFill(
  context: MessageContext | null,
  filling: Pick<InsertionRequest, 'item' | 'values' | 'at'> & { readonly inserted: MessageBody },
): DraftFill {
  return toDraftFill({
    itemKey: filling.item.clientKey,
    version: filling.item.version,
    at: filling.at.toISOString(),
    inserted: filling.inserted,
    values: filling.values,
    recipients: context?.to ?? [],
    sender: context?.sender ?? null,
  });
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
