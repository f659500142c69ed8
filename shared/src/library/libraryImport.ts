import * as z from 'zod/mini';
import { issueAt, issuesOf, type IssueCode } from '../issue';
import { issueMeaning, type Issue } from '../problem';
import { clientKey, instant, isStorable, multiLine, multiLineLimit, singleLine } from '../text';
import { itemPlaceholder, itemSource } from './contentParts';
import { libraryItemKinds } from './facets';

const atMost = (length: number) => z.string().check(z.maxLength(length));

const words = z.array(singleLine).check(z.maxLength(100));

const parts = <Part extends z.core.$ZodType>(part: Part) =>
  z.array(part, { error: 'exportedParts' satisfies IssueCode }).check(z.maxLength(100));

/** One row to import. The body is kept byte for byte; what is left out is empty. */
export const importRow = z.strictObject({
  /** The row's number in the person's file, 1 for the first row after the header. */
  row: z.number().check(z.int(), z.minimum(1)),
  kind: z.enum(libraryItemKinds, { error: 'itemKind' satisfies IssueCode }),
  title: singleLine,
  purpose: atMost(10_000),
  body: multiLine,
  /** The author's name as the file gives it; empty when it gives none. */
  author: atMost(255),
  /** Where it came from, a web address; empty when the file gives none. */
  sourceUrl: z.string().check(
    z.maxLength(2_000),
    z.refine((url) => url === '' || /^https?:\/\//i.test(url), {
      error: 'webAddress' satisfies IssueCode,
    }),
  ),
  subject: z.optional(atMost(2_000)),
  /** Ids or names of job families. */
  jobFamilies: z.optional(words),
  /** Name of the task, for a file that has not its key. */
  task: z.optional(singleLine),
  taskKey: z.optional(clientKey),
  stepKey: z.optional(singleLine),
  assistant: z.optional(singleLine),
  language: z.optional(singleLine),
  tags: z.optional(words),
  checkBeforeTrusting: z.optional(atMost(10_000)),
  placeholders: z.optional(parts(itemPlaceholder)),
  exampleOutput: z.optional(atMost(multiLineLimit)),
  sources: z.optional(parts(itemSource)),
  translationOf: z.optional(clientKey),
});
export type ImportRow = z.infer<typeof importRow>;

/** Most rows in one request; a longer file is sent in several. */
export const importRowsPerRequest = 200;

/** A batch of rows. Each row is checked by itself: a bad one is named, the good ones are kept. */
export const importRequest = z.strictObject({
  /** Made by the client for the whole import, so that it can be taken back as a whole. */
  importKey: z.optional(clientKey),
  rows: z.array(z.unknown()).check(z.minLength(1), z.maxLength(importRowsPerRequest)),
});
export type ImportRequest = z.infer<typeof importRequest>;

/** What is wrong with a row, and in which column; `row` as a field is the row as a whole. */
export const importIssue = z.object({
  row: z.number(),
  field: z.string(),
  ...issueMeaning,
});
export type ImportIssue = z.infer<typeof importIssue>;

/** Asks which rows say nearly what the library has already. */
export const likenessRequest = z.strictObject({
  rows: z
    .array(z.strictObject({ row: z.number().check(z.int(), z.minimum(1)), text: z.string() }))
    .check(z.minLength(1), z.maxLength(importRowsPerRequest)),
});
export type LikenessRequest = z.infer<typeof likenessRequest>;

/** A row and the item its text is most like. */
export const likeItem = z.object({
  row: z.number(),
  clientKey,
  title: z.string(),
  /** Share of common trigrams, from `alikeFrom` to 1. */
  likeness: z.number(),
});
export type LikeItem = z.infer<typeof likeItem>;

export const likenessResponse = z.object({ alike: z.array(likeItem) });
export type LikenessResponse = z.infer<typeof likenessResponse>;

/** An import that can still be taken back. */
export const pastImport = z.object({
  importKey: clientKey,
  at: instant,
  importedBy: z.object({ userId: z.string(), name: z.nullable(z.string()) }),
  /** Name of the programme it came from; null for a file. */
  from: z._default(z.nullable(z.string()), null),
  /** How many of its drafts are still there. */
  items: z.number(),
});
export type PastImport = z.infer<typeof pastImport>;

export const pastImportsResponse = z.object({ imports: z.array(pastImport) });
export type PastImportsResponse = z.infer<typeof pastImportsResponse>;

export const importRemovalRequest = z.strictObject({ importKey: clientKey });

/** What one step of taking an import back did; ask again while something is left. */
export const importRemovalResponse = z.object({
  removed: z.number(),
  /** Items somebody has changed or published since: they stay. */
  kept: z.array(z.object({ clientKey, title: z.string() })),
  left: z.number(),
});
export type ImportRemovalResponse = z.infer<typeof importRemovalResponse>;

export const exportFormats = ['csv', 'xlsx', 'md'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportQuery = z.strictObject({ format: z.enum(exportFormats) });

export const importResponse = z.object({
  /** Rows that became drafts now. */
  imported: z.number(),
  /** Rows that were in the library already, by title and text. */
  known: z.number(),
  refused: z.array(importIssue),
});
export type ImportResponse = z.infer<typeof importResponse>;

/** A row that can be imported, or every reason why it cannot. */
export function checkImportRow(candidate: unknown): { row: ImportRow } | { issues: ImportIssue[] } {
  const row = rowNumber(candidate);
  const unstorable = Object.entries(candidate ?? {}).filter(
    ([, value]) => typeof value === 'string' && !isStorable(value),
  );
  if (unstorable.length > 0) {
    return { issues: unstorable.map(([field]) => rowIssue(row, issueAt(field, 'notStorable'))) };
  }
  const parsed = importRow.safeParse(candidate);
  if (parsed.success) return { row: parsed.data };
  return { issues: issuesOf(parsed.error).map((issue) => rowIssue(row, issue)) };
}

/** An issue of a row by its number, at the column that the issue's path names. */
export const rowIssue = (row: number, { path, ...meaning }: Issue): ImportIssue => ({
  ...{ row, field: path || 'row' },
  ...meaning,
});

function rowNumber(candidate: unknown): number {
  if (typeof candidate !== 'object' || candidate === null || !('row' in candidate)) return 0;
  return typeof candidate.row === 'number' ? candidate.row : 0;
}
