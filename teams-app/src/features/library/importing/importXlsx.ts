import { isOwnHeader, joinLongCells, type FileLines } from '@last-mile/shared/library-exchange';
import {
  isTooWide,
  largestWorkbook,
  mostRows,
  withoutBlankEnd,
  type ImportFileProblem,
} from './importLimits';
import { unpackedSize } from './zipDirectory';

/**
 * Reads the first sheet of an Excel workbook, row by row, so that neither a bomb nor a far-off cell
 * takes more memory than a large library would (docs/decisions/0016). A formula is taken for the
 * value it last showed; nothing in the file is worked out and no link in it followed.
 */
export async function readXlsx(
  bytes: Uint8Array,
): Promise<FileLines | { problem: ImportFileProblem }> {
  const size = unpackedSize(bytes);
  if (size === undefined) return { problem: 'notExcel' };
  if (size > largestWorkbook) return { problem: 'tooLarge' };
  const { streamXlsxRows } = await import('hucre/xlsx');
  const lines: string[][] = [];
  try {
    let first: number | undefined;
    for await (const { index, values } of streamXlsxRows(bytes)) {
      if (isTooWide(values)) return { problem: 'tooWide' };
      first ??= index;
      if (index - first > mostRows) return { problem: 'tooManyRows' };
      // Rows that are blank are left out of the file, and keep their numbers.
      while (lines.length < index - first) lines.push([]);
      lines.push(values.map(toText));
    }
  } catch {
    return { problem: 'notExcel' };
  }
  const [header = [], ...rows] = lines;
  const joined = joinLongCells(header, withoutBlankEnd(rows));
  return {
    ...joined,
    unclosed: new Set(),
    written: isOwnHeader(header) ? 'asCells' : 'byOthers',
  };
}

/** A cell as it reads; a date as ISO 8601. */
function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Date ? value.toISOString() : '';
}
