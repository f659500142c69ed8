/** Why a file cannot be read at all. */
export type ImportFileProblem =
  'empty' | 'noText' | 'notExcel' | 'oldExcel' | 'tooLarge' | 'tooManyRows' | 'tooWide';

/** Longest file that is read, in bytes: a library of ten thousand prompts is a fraction of it. */
export const largestFile = 32 * 1024 * 1024;

/** Largest workbook, unpacked, in bytes. */
export const largestWorkbook = 64 * 1024 * 1024;

/** Most rows after the header: twice the largest library. */
export const mostRows = 20_000;

const mostColumns = 200;

/** Whether a row has more columns than any table of prompts. */
export const isTooWide = (row: readonly unknown[]): boolean => row.length > mostColumns;

/** Whether a line has nothing in any column. */
export function isBlank(line: readonly string[] | undefined): boolean {
  return line?.every((cell) => cell.trim() === '') === true;
}

/** The line break at the end of a file is not a row. */
export function withoutBlankEnd(lines: readonly (readonly string[])[]) {
  return lines.length > 0 && isBlank(lines.at(-1)) ? lines.slice(0, -1) : lines;
}
