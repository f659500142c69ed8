import {
  libraryContent,
  libraryItemKinds,
  libraryItemStatuses,
  type LibraryContent,
  type LibraryItemStatus,
} from '@last-mile/shared/library';
import type { FieldValue, Fields, ListDefinition } from '../../sync/listDefinition';

/** The Library list. Lists of words are kept one a line, so that people can edit them in SharePoint. */
export const libraryList: ListDefinition = {
  name: 'Library',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'Kind', type: 'choice', choices: libraryItemKinds, indexed: true },
    { name: 'Purpose', type: 'multilineText' },
    { name: 'Body', type: 'multilineText' },
    { name: 'Subject', type: 'multilineText' },
    { name: 'JobFamilies', type: 'multilineText', displayName: 'Job families' },
    { name: 'TaskKey', type: 'text', displayName: 'Task', indexed: true },
    { name: 'Assistant', type: 'text' },
    { name: 'Language', type: 'text' },
    { name: 'Tags', type: 'multilineText' },
    {
      name: 'CheckBeforeTrusting',
      type: 'multilineText',
      displayName: 'Check before trusting the output',
    },
    { name: 'Status', type: 'choice', choices: libraryItemStatuses, indexed: true },
    { name: 'AuthorId', type: 'text', displayName: 'Author (object id)', indexed: true },
    { name: 'AuthorName', type: 'text', displayName: 'Author outside the organisation' },
    { name: 'ImportedBy', type: 'text', displayName: 'Imported by (object id)' },
    { name: 'SourceUrl', type: 'multilineText', displayName: 'Source' },
    { name: 'ReviewOn', type: 'text', displayName: 'Review on' },
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
  readonly reviewOn: string | null;
  readonly version: number;
  /** Null: it serves every programme. */
  readonly programmeKey: string | null;
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
    ReviewOn: record.reviewOn,
    Version: record.version,
    ProgrammeKey: record.programmeKey,
  };
}

/** The text of an item as it stands in the list, and whether people left it complete. */
export function toContent(fields: Fields): { content: LibraryContent; complete: boolean } {
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
  };
  const parsed = libraryContent.safeParse(content);
  if (parsed.success) return { content: parsed.data, complete: true };
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
  return {
    status: libraryItemStatuses.find((status) => status === fields['Status']) ?? 'draft',
    authorId: textOrNull(fields['AuthorId']),
    authorName: textOrNull(fields['AuthorName']),
    importedBy: textOrNull(fields['ImportedBy']),
    sourceUrl: textOrNull(fields['SourceUrl']),
    reviewOn: reviewOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(reviewOn) ? reviewOn : null,
    version: typeof fields['Version'] === 'number' ? fields['Version'] : 0,
    programmeKey: textOrNull(fields['ProgrammeKey']),
  };
}

const lines = (values: readonly string[]) => (values.length === 0 ? null : values.join('\n'));
const text = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '');
const textOrNull = (value: FieldValue | undefined) => text(value) || null;
const words = (value: FieldValue | undefined) =>
  text(value)
    .split(/\r\n|\r|\n/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
