import { isOwnHeader, type FileLines } from '@last-mile/shared/library-exchange';
import { isTooWide, mostRows, withoutBlankEnd, type ImportFileProblem } from './importLimits';

/** Ways a CSV file separates its columns; Excel writes semicolons where a comma is the decimal sign. */
export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/**
 * Reads CSV. Nothing is trimmed and no line ending inside a cell is changed. A separator that is not
 * given is told from the text.
 */
export async function readCsv(
  text: string,
  separator?: Separator,
): Promise<(FileLines & { separator: Separator }) | { problem: ImportFileProblem }> {
  const { parse } = (await import('papaparse')).default;
  // Told from what is not blank: a blank line has one column, whatever separates the others.
  const beginning = parse<string[]>(text, {
    delimitersToGuess: [...separators],
    skipEmptyLines: 'greedy',
    preview: 10,
  });
  const delimiter = separator ?? beginning.meta.delimiter;
  const parsed = parse<string[]>(text, {
    delimiter,
    skipEmptyLines: false,
    // One more than header and rows: enough to know that there are too many.
    preview: mostRows + 2,
  });
  const [header = [], ...rows] = parsed.data;
  if (rows.length > mostRows) return { problem: 'tooManyRows' };
  if (isTooWide(header)) return { problem: 'tooWide' };
  return {
    separator: separators.find((known) => known === delimiter) ?? ',',
    header,
    lines: withoutBlankEnd(rows),
    unclosed: new Set(
      parsed.errors.flatMap(({ type, row }) =>
        type === 'Quotes' && row !== undefined ? [row] : [],
      ),
    ),
    written: isOwnHeader(header) ? 'asCells' : 'byOthers',
  };
}
