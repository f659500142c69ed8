import {
  copiedFrom,
  itemBasis,
  itemOrigins,
  itemPlaceholder,
  itemSource,
  laterContent,
  libraryContent,
  libraryItemKinds,
  libraryItemStatuses,
  type CopiedFrom,
  type ItemBasis,
  type ItemOrigin,
  type LibraryContent,
  type LibraryItemStatus,
} from '@last-mile/shared/library';
import { clientKey } from '@last-mile/shared/text';
import * as z from 'zod/mini';
import type { FieldValue, Fields, ListDefinition } from '../../sync/listDefinition';

/**
 * The Library list. Lists of words are kept one a line, so that people can edit them in SharePoint;
 * what has parts of its own (placeholders, sources, the item it was copied from) is kept as JSON.
 */
export const libraryList: ListDefinition = {
  name: 'Library',
  readBy: 'programme',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'Kind', type: 'choice', choices: libraryItemKinds, indexed: true },
    { name: 'Purpose', type: 'multilineText' },
    { name: 'Body', type: 'multilineText' },
    { name: 'Subject', type: 'multilineText' },
    { name: 'JobFamilies', type: 'multilineText', displayName: 'Job families' },
    { name: 'TaskKey', type: 'text', displayName: 'Task', indexed: true },
    { name: 'StepKey', type: 'text', displayName: 'Step of the task' },
    { name: 'Assistant', type: 'text' },
    { name: 'Language', type: 'text' },
    { name: 'Tags', type: 'multilineText' },
    {
      name: 'CheckBeforeTrusting',
      type: 'multilineText',
      displayName: 'Check before trusting the output',
    },
    { name: 'Placeholders', type: 'multilineText', displayName: 'Placeholders (JSON)' },
    { name: 'ExampleOutput', type: 'multilineText', displayName: 'Example of good output' },
    { name: 'Sources', type: 'multilineText', displayName: 'Rests on (JSON)' },
    { name: 'Status', type: 'choice', choices: libraryItemStatuses, indexed: true },
    { name: 'AuthorId', type: 'text', displayName: 'Author (object id)', indexed: true },
    { name: 'AuthorName', type: 'text', displayName: 'Author outside the organisation' },
    { name: 'ImportedBy', type: 'text', displayName: 'Imported by (object id)' },
    { name: 'SourceUrl', type: 'multilineText', displayName: 'Source' },
    { name: 'Origin', type: 'choice', choices: itemOrigins, displayName: 'Came by being' },
    { name: 'SessionKey', type: 'text', displayName: 'Build session' },
    { name: 'CopiedFrom', type: 'multilineText', displayName: 'Copied from (JSON)' },
    { name: 'EditorIds', type: 'multilineText', displayName: 'Text changed by (object ids)' },
    { name: 'EditedVersion', type: 'number', displayName: 'Text changed since version' },
    { name: 'OwnerId', type: 'text', displayName: 'Owner (object id)', indexed: true },
    { name: 'TranslationOf', type: 'text', displayName: 'Translation of', indexed: true },
    { name: 'BasedOn', type: 'text', displayName: 'Own variant of', indexed: true },
    { name: 'OriginalVersion', type: 'number', displayName: 'Version of the original' },
    { name: 'ReturnNote', type: 'multilineText', displayName: 'Given back because' },
    { name: 'ReturnedBy', type: 'text', displayName: 'Given back by (object id)' },
    { name: 'ReviewOn', type: 'text', displayName: 'Review on', indexed: true },
    { name: 'Version', type: 'number' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
  ],
};

/** What the list knows of an item besides its text. */
export interface LibraryRecord {
  readonly status: LibraryItemStatus;
  readonly authorId: string | null;
  /** Name as the source gave it; never the name of a person of the tenant. */
  readonly authorName: string | null;
  readonly importedBy: string | null;
  readonly sourceUrl: string | null;
  /** Null where the column says nothing: made before it existed, or by hand. */
  readonly origin: ItemOrigin | null;
  readonly sessionKey: string | null;
  readonly copiedFrom: CopiedFrom | null;
  /** Who changed the text, for a database that was restored; they stay when it is approved. */
  readonly editorIds: readonly string[];
  /** The version that they changed. */
  readonly editedVersion: number | null;
  readonly ownerId: string | null;
  readonly translationOf: string | null;
  /** Set on a person's own variant. */
  readonly basedOn: ItemBasis | null;
  /** For a translation: the version of the original that it says. */
  readonly originalVersion: number | null;
  /** Why a reviewer gave the text back, until it is handed in again. */
  readonly returnNote: string | null;
  readonly returnedBy: string | null;
  readonly reviewOn: string | null;
  readonly version: number;
  /** Null: it serves every programme. */
  readonly programmeKey: string | null;
}

/** A draft as it begins; `known` says what is not so for every one. */
export function draftRecord(
  known: Pick<LibraryRecord, 'programmeKey' | 'origin'> & Partial<LibraryRecord>,
): LibraryRecord {
  return {
    status: 'draft',
    authorId: null,
    authorName: null,
    importedBy: null,
    sourceUrl: null,
    sessionKey: null,
    copiedFrom: null,
    editorIds: [],
    editedVersion: null,
    ownerId: null,
    translationOf: null,
    basedOn: null,
    originalVersion: null,
    returnNote: null,
    returnedBy: null,
    reviewOn: null,
    version: 0,
    ...known,
  };
}

/** The columns of a text. */
export function contentFields(content: LibraryContent): Fields {
  return {
    Title: content.title,
    Kind: content.kind,
    Purpose: content.purpose || null,
    Body: content.body,
    Subject: content.subject,
    JobFamilies: lines(content.jobFamilies),
    TaskKey: content.taskKey,
    Assistant: content.assistant,
    Language: content.language,
    Tags: lines(content.tags),
    CheckBeforeTrusting: content.checkBeforeTrusting || null,
    StepKey: content.stepKey,
    Placeholders: json(content.placeholders),
    ExampleOutput: content.exampleOutput || null,
    Sources: json(content.sources),
  };
}

/** The columns beside the text. */
export function recordFields(record: LibraryRecord): Fields {
  return {
    Status: record.status,
    AuthorId: record.authorId,
    AuthorName: record.authorName,
    ImportedBy: record.importedBy,
    SourceUrl: record.sourceUrl,
    Origin: record.origin,
    SessionKey: record.sessionKey,
    CopiedFrom: record.copiedFrom && JSON.stringify(record.copiedFrom),
    EditorIds: lines(record.editorIds),
    EditedVersion: record.editedVersion,
    OwnerId: record.ownerId,
    TranslationOf: record.translationOf,
    BasedOn: record.basedOn?.clientKey ?? null,
    OriginalVersion: record.basedOn?.version ?? record.originalVersion,
    ReturnNote: record.returnNote,
    ReturnedBy: record.returnedBy,
    ReviewOn: record.reviewOn,
    Version: record.version,
    ProgrammeKey: record.programmeKey,
  };
}

/** The text of an item as it stands in the list, and whether people left it complete. */
export function toContent(fields: Fields): { content: LibraryContent; complete: boolean } {
  const placeholders = parts(fields['Placeholders'], itemPlaceholder);
  const sources = parts(fields['Sources'], itemSource);
  const content = {
    kind: fields['Kind'] === 'template' ? ('template' as const) : ('prompt' as const),
    title: text(fields['Title']),
    purpose: text(fields['Purpose']),
    body: text(fields['Body']),
    subject: textOrNull(fields['Subject']),
    jobFamilies: words(fields['JobFamilies']),
    taskKey: textOrNull(fields['TaskKey'])?.toLowerCase() ?? null,
    assistant: textOrNull(fields['Assistant']),
    language: text(fields['Language']) || 'und',
    tags: words(fields['Tags']),
    checkBeforeTrusting: text(fields['CheckBeforeTrusting']),
    stepKey: textOrNull(fields['StepKey']),
    placeholders: placeholders ?? laterContent.placeholders,
    exampleOutput: text(fields['ExampleOutput']),
    sources: sources ?? laterContent.sources,
  };
  const parsed = libraryContent.safeParse(content);
  const legible = placeholders !== undefined && sources !== undefined;
  if (parsed.success) return { content: parsed.data, complete: legible };
  // SharePoint takes what we would refuse; it is still shown to champions, who can mend it there.
  const { shape } = libraryContent;
  return {
    content: {
      ...content,
      title: shape.title.safeParse(content.title).data ?? '(no title)',
      body: shape.body.safeParse(content.body).data ?? '(empty)',
      taskKey: shape.taskKey.safeParse(content.taskKey).data ?? null,
    },
    complete: false,
  };
}

export function toRecord(fields: Fields): LibraryRecord {
  const reviewOn = textOrNull(fields['ReviewOn']);
  const originalVersion = whole(fields['OriginalVersion']);
  const basedOn = itemBasis.safeParse({
    clientKey: fields['BasedOn'],
    version: originalVersion,
  });
  return {
    status: libraryItemStatuses.find((status) => status === fields['Status']) ?? 'draft',
    authorId: textOrNull(fields['AuthorId']),
    authorName: textOrNull(fields['AuthorName']),
    importedBy: textOrNull(fields['ImportedBy']),
    sourceUrl: textOrNull(fields['SourceUrl']),
    origin: itemOrigins.find((origin) => origin === fields['Origin']) ?? null,
    sessionKey: key(fields['SessionKey']),
    copiedFrom: asWritten(textOrNull(fields['CopiedFrom']), copiedFrom) ?? null,
    editorIds: words(fields['EditorIds']).map((userId) => userId.toLowerCase()),
    editedVersion: whole(fields['EditedVersion']),
    ownerId: textOrNull(fields['OwnerId']),
    translationOf: key(fields['TranslationOf']),
    basedOn: basedOn.data ?? null,
    originalVersion: basedOn.success ? null : originalVersion,
    returnNote: textOrNull(fields['ReturnNote']),
    returnedBy: textOrNull(fields['ReturnedBy']),
    reviewOn: reviewOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(reviewOn) ? reviewOn : null,
    version: typeof fields['Version'] === 'number' ? fields['Version'] : 0,
    programmeKey: textOrNull(fields['ProgrammeKey']),
  };
}

function parts<Part extends z.ZodMiniType>(value: FieldValue | undefined, part: Part) {
  const json = textOrNull(value);
  return json === null ? [] : asWritten(json, z.array(part));
}

/** What is kept as JSON, `undefined` where it is none or not of the shape any more. */
function asWritten<Shape extends z.ZodMiniType>(json: string | null, shape: Shape) {
  if (json === null) return undefined;
  try {
    return shape.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

const json = (values: readonly unknown[]) => (values.length === 0 ? null : JSON.stringify(values));
const key = (value: FieldValue | undefined) =>
  clientKey.safeParse(textOrNull(value)?.toLowerCase()).data ?? null;
const whole = (value: FieldValue | undefined) => (typeof value === 'number' ? value : null);
const lines = (values: readonly string[]) => (values.length === 0 ? null : values.join('\n'));
const text = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '');
const textOrNull = (value: FieldValue | undefined) => text(value) || null;
const words = (value: FieldValue | undefined) =>
  text(value)
    .split(/\r\n|\r|\n/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
