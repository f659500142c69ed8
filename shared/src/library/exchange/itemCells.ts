import { issueAt } from '../../issue';
import { checkImportRow, rowIssue, type ImportIssue, type ImportRow } from '../libraryImport';
import type { LibraryItem } from '../libraryItem';
import { exchangeFields, type ColumnMapping, type ExchangeField } from './exchangeFields';
import { fromCellText, toCellText } from './formulaText';

const lines = (words: readonly string[]) => words.join('\n');
const json = (parts: readonly unknown[]) => (parts.length === 0 ? '' : JSON.stringify(parts));

/** The names of the programme's mapped tasks, by their keys. */
export type TaskNames = ReadonlyMap<string, string>;

/** An item as texts under {@link exchangeHeader}; of a published one, the text that was approved. */
export function toTexts(item: LibraryItem, tasks: TaskNames = new Map()): string[] {
  const { content, author } = item;
  const texts: Record<ExchangeField, string> = {
    title: content.title,
    body: content.body,
    purpose: content.purpose,
    author: author.name ?? '',
    sourceUrl: item.sourceUrl ?? '',
    kind: content.kind,
    subject: content.subject ?? '',
    jobFamilies: lines(content.jobFamilies),
    task: tasks.get(content.taskKey ?? '') ?? '',
    taskKey: content.taskKey ?? '',
    stepKey: content.stepKey ?? '',
    assistant: content.assistant ?? '',
    language: content.language,
    tags: lines(content.tags),
    checkBeforeTrusting: content.checkBeforeTrusting,
    placeholders: json(content.placeholders),
    exampleOutput: content.exampleOutput,
    sources: json(content.sources),
    translationOf: item.translationOf ?? '',
  };
  return [
    ...exchangeFields.map((field) => texts[field]),
    ...[item.clientKey, item.status, String(item.version), item.reviewOn ?? '', item.modifiedAt],
  ];
}

/** {@link toTexts} for a spreadsheet: nothing in it is taken for a formula. */
export const toCells = (item: LibraryItem, tasks?: TaskNames): string[] =>
  toTexts(item, tasks).map(toCellText);

/** What a file holds, whatever its format. */
export interface FileLines {
  readonly header: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** Numbers of the rows (1 after the header) whose quotes or fences never close. */
  readonly unclosed: ReadonlySet<number>;
  /** Whether the lines are {@link toCells} or {@link toTexts} of an export, which are kept to the letter. */
  readonly written: 'byOthers' | 'asCells' | 'asTexts';
}

/**
 * Turns a file's cells into rows to import by `mapping`, and names what is wrong with the others.
 * Pure: the same check runs in the preview and again at the API.
 */
export function toImportRows(
  { header, lines: given, written }: Omit<FileLines, 'unclosed'>,
  mapping: ColumnMapping,
): { rows: ImportRow[]; refused: ImportIssue[] } {
  const rows: ImportRow[] = [];
  const refused: ImportIssue[] = [];
  given.forEach((line, index) => {
    const row = index + 1;
    if (line.slice(header.length).some((cell) => cell.trim() !== '')) {
      // Most likely a separator inside a text without quotes: what was cut off would be lost.
      refused.push(rowIssue(row, issueAt('', 'moreColumns', header.length)));
      return;
    }
    const checked = checkImportRow({ row, ...fieldsOf(line, mapping, written) });
    if ('issues' in checked) refused.push(...checked.issues);
    else rows.push(checked.row);
  });
  return { rows, refused };
}

function fieldsOf(
  line: readonly string[],
  mapping: ColumnMapping,
  written: FileLines['written'],
): Record<string, unknown> {
  const text = (field: ExchangeField) => {
    const at = mapping[field];
    const cell = at === undefined ? '' : (line[at] ?? '');
    return written === 'asCells' ? fromCellText(cell) : cell;
  };
  // Others have spaces around a name by accident; ours are there on purpose.
  const name = (field: ExchangeField) =>
    written === 'byOthers' ? text(field).trim() : text(field);
  const words = (field: ExchangeField) =>
    text(field)
      .split(written === 'byOthers' ? /[\r\n;,]+/ : '\n')
      .map((word) => (written === 'byOthers' ? word.trim() : word))
      .filter((word) => word !== '');
  const optional = {
    subject: text('subject'),
    jobFamilies: words('jobFamilies'),
    task: name('task'),
    taskKey: name('taskKey'),
    stepKey: name('stepKey'),
    assistant: name('assistant'),
    language: name('language'),
    tags: words('tags'),
    checkBeforeTrusting: text('checkBeforeTrusting'),
    placeholders: partsIn(text('placeholders')),
    exampleOutput: text('exampleOutput'),
    sources: partsIn(text('sources')),
    translationOf: name('translationOf'),
  };
  return {
    kind: kindNamed(name('kind')),
    title: name('title'),
    purpose: text('purpose'),
    body: text('body'),
    author: name('author'),
    sourceUrl: name('sourceUrl'),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value.length > 0)),
  };
}

/** A file that does not say what its rows are is one of prompts. */
function kindNamed(name: string): string {
  const plain = name.trim().toLowerCase();
  if (plain === '') return 'prompt';
  return plain === 'email template' ? 'template' : plain;
}

/** What an export wrote as JSON; anything else stays the text it is, and is refused as such. */
function partsIn(text: string): readonly unknown[] | string {
  if (text.trim() === '') return [];
  try {
    const parts: unknown = JSON.parse(text);
    return Array.isArray(parts) ? parts : text;
  } catch {
    return text;
  }
}
