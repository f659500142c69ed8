import type { ExportFormat, LibraryItem } from '@last-mile/shared/library';
import {
  cellsNeeded,
  exchangeHeader,
  markdownHead,
  splitHeader,
  splitLongCells,
  toCells,
  toMarkdown,
  toTexts,
  type TaskNames,
} from '@last-mile/shared/library-exchange';
import { writeXlsxStream } from 'hucre/xlsx';
import Papa from 'papaparse';

/** A library as a file: made while it is read, a few items at a time. */
export interface LibraryFile {
  readonly body: ReadableStream<Uint8Array>;
  readonly contentType: string;
  readonly name: string;
}

const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
};

/**
 * The items with all their fields, in a form that an import takes back without loss; with the names
 * of their tasks, for whoever knows not the keys.
 */
export function exportLibrary(
  items: readonly LibraryItem[],
  format: ExportFormat,
  tasks: TaskNames = new Map(),
): LibraryFile {
  const bodies = { csv: csvOf, xlsx: xlsxOf, md: markdownOf };
  return {
    body: bodies[format](items, tasks),
    contentType: contentTypes[format],
    name: `library.${format}`,
  };
}

const itemsAtOnce = 50;

function csvOf(items: readonly LibraryItem[], tasks: TaskNames): ReadableStream<Uint8Array> {
  const lines = (given: readonly (readonly string[])[]) =>
    `${Papa.unparse(given as string[][], { quotes: true, newline: '\r\n' })}\r\n`;
  // Excel takes a file for UTF-8 where it begins with this mark.
  return textStream(`\uFEFF${lines([exchangeHeader])}`, items, (some) =>
    lines(some.map((item) => toCells(item, tasks))),
  );
}

function markdownOf(items: readonly LibraryItem[], tasks: TaskNames): ReadableStream<Uint8Array> {
  return textStream(markdownHead, items, (some) =>
    some.map((item) => toMarkdown(exchangeHeader, toTexts(item, tasks))).join(''),
  );
}

function textStream(
  head: string,
  items: readonly LibraryItem[],
  write: (some: readonly LibraryItem[]) => string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let at = 0;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(head));
    },
    pull(controller) {
      const some = items.slice(at, at + itemsAtOnce);
      at += itemsAtOnce;
      if (some.length === 0) controller.close();
      else controller.enqueue(encoder.encode(write(some)));
    },
  });
}

function xlsxOf(items: readonly LibraryItem[], tasks: TaskNames): ReadableStream<Uint8Array> {
  const needed = cellsNeeded(cellsOf(items, tasks));
  return writeXlsxStream(rowsOf(cellsOf(items, tasks), needed), { name: 'Library' });
}

function* cellsOf(items: readonly LibraryItem[], tasks: TaskNames): Generator<string[]> {
  for (const item of items) yield toCells(item, tasks);
}

function* rowsOf(cells: Iterable<string[]>, needed: readonly number[]): Generator<string[]> {
  yield splitHeader(exchangeHeader, needed.length === 0 ? exchangeHeader.map(() => 1) : needed);
  for (const line of cells) yield splitLongCells(line, needed).map(escapeSheetText);
}

/** `_x0041_` means a character to Excel; the writer leaves such a text as it is (ECMA-376, ST_Xstring). */
const escapeSheetText = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
