import * as z from 'zod/mini';
import { multiLine, singleLine } from '../text';
import { libraryItemKind } from './libraryItem';

/** One row to import. The body is kept byte for byte. */
export const importRow = z.strictObject({
  /** The row's number in the person's file, 1 for the first row after the header. */
  row: z.number().check(z.int(), z.minimum(1)),
  kind: libraryItemKind,
  title: singleLine,
  purpose: z.string().check(z.maxLength(10_000, 'Use at most 10000 characters.')),
  body: multiLine,
  /** The author's name as the file gives it; empty when it gives none. */
  author: z.string().check(z.maxLength(255, 'Use at most 255 characters.')),
  /** Where it came from, a web address; empty when the file gives none. */
  sourceUrl: z.string().check(
    z.maxLength(2_000, 'Use at most 2000 characters.'),
    z.refine((url) => url === '' || /^https?:\/\//i.test(url), {
      error: 'Use an address that starts with http:// or https://.',
    }),
  ),
});
export type ImportRow = z.infer<typeof importRow>;

/** Most rows in one request; a longer file is sent in several. */
export const importRowsPerRequest = 200;

/** A batch of rows. Each row is checked by itself: a bad one is named, the good ones are kept. */
export const importRequest = z.strictObject({
  rows: z
    .array(z.unknown())
    .check(
      z.minLength(1, 'Send at least one row.'),
      z.maxLength(importRowsPerRequest, `Send at most ${importRowsPerRequest} rows at a time.`),
    ),
});
export type ImportRequest = z.infer<typeof importRequest>;

export const importIssue = z.object({
  row: z.number(),
  field: z.string(),
  message: z.string(),
});
export type ImportIssue = z.infer<typeof importIssue>;

export const importResponse = z.object({
  /** Rows that became drafts now. */
  imported: z.number(),
  /** Rows that were in the library already, by title and text. */
  known: z.number(),
  refused: z.array(importIssue),
});
export type ImportResponse = z.infer<typeof importResponse>;

/** The fields a column can be mapped to. */
export const importFields = ['title', 'body', 'purpose', 'author', 'sourceUrl'] as const;
export type ImportField = (typeof importFields)[number];

/** Which column (by its index) feeds which field. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

/** Names under which people keep these columns, best first. */
const columnNames: Record<ImportField, readonly string[]> = {
  title: ['title', 'name', 'prompt title', 'heading'],
  body: ['prompt', 'body', 'text', 'prompt text', 'content', 'instruction'],
  purpose: ['summary', 'purpose', 'description', 'use case', 'goal'],
  author: ['author', 'written by', 'created by', 'owner'],
  sourceUrl: ['source', 'url', 'link', 'source url'],
};

const plainName = (name: string) =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** Maps columns by their names, each column to one field at most; unknown columns stay unmapped. */
export function mapColumns(header: readonly string[]): ColumnMapping {
  const names = header.map(plainName);
  const mapping: Partial<Record<ImportField, number>> = {};
  const taken = new Set<number>();
  for (const field of importFields) {
    for (const name of columnNames[field]) {
      const index = names.findIndex((candidate, at) => candidate === name && !taken.has(at));
      if (index >= 0) {
        mapping[field] = index;
        taken.add(index);
        break;
      }
    }
  }
  return mapping;
}

/**
 * Turns a file's cells into rows to import by `mapping`, and names what is wrong with the others.
 * Pure: the same check runs in the preview and again at the API.
 */
export function toImportRows(
  cells: readonly (readonly string[])[],
  mapping: ColumnMapping,
): { rows: ImportRow[]; refused: ImportIssue[] } {
  const rows: ImportRow[] = [];
  const refused: ImportIssue[] = [];
  cells.forEach((line, index) => {
    const cell = (field: ImportField) => {
      const at = mapping[field];
      return at === undefined ? '' : (line[at] ?? '');
    };
    const checked = checkImportRow({
      row: index + 1,
      kind: 'prompt',
      title: cell('title').trim(),
      purpose: cell('purpose'),
      body: cell('body'),
      author: cell('author').trim(),
      sourceUrl: cell('sourceUrl').trim(),
    });
    if ('issues' in checked) refused.push(...checked.issues);
    else rows.push(checked.row);
  });
  return { rows, refused };
}

/** A row that can be imported, or every reason why it cannot. */
export function checkImportRow(candidate: unknown): { row: ImportRow } | { issues: ImportIssue[] } {
  const parsed = importRow.safeParse(candidate);
  if (parsed.success) return { row: parsed.data };
  const row = rowNumber(candidate);
  return {
    issues: parsed.error.issues.map((issue) => ({
      row,
      field: issue.path.map(String).join('.') || 'row',
      message: issue.message,
    })),
  };
}

function rowNumber(candidate: unknown): number {
  if (typeof candidate !== 'object' || candidate === null || !('row' in candidate)) return 0;
  return typeof candidate.row === 'number' ? candidate.row : 0;
}
