/** Ways a CSV file separates its columns; Excel writes semicolons where a comma is the decimal sign. */
export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** A CSV file as read: its header and its cells, every cell exactly as its author wrote it. */
export interface ImportFile {
  readonly name: string;
  readonly separator: Separator;
  readonly header: readonly string[];
  /** One line for each row after the header, blank ones included, so that row numbers stay true. */
  readonly lines: readonly (readonly string[])[];
  /** Numbers of the rows (1 after the header) whose quotes do not close. */
  readonly unclosed: ReadonlySet<number>;
}

/** Why a file cannot be read at all. */
export type ImportFileProblem = 'notUtf8' | 'empty' | 'tooLarge';

/** Longest file that is read, in bytes: a library of ten thousand prompts is a fraction of it. */
const largestFile = 50 * 1024 * 1024;

/**
 * Reads a CSV file. Nothing is trimmed and no line ending inside a cell is changed; a byte order mark
 * is not part of the first name. A file in another encoding is refused, not guessed at.
 */
export async function readImportFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  separator?: Separator,
): Promise<ImportFile | { problem: ImportFileProblem }> {
  if (file.size > largestFile) return { problem: 'tooLarge' };
  const text = decodeUtf8(await file.arrayBuffer());
  if (text === undefined) return { problem: 'notUtf8' };
  const { parse } = (await import('papaparse')).default;
  const parsed = parse<string[]>(text, {
    delimiter: separator ?? '',
    delimitersToGuess: [...separators],
    skipEmptyLines: false,
  });
  const [header, ...rows] = parsed.data;
  if (header === undefined || header.every((name) => name.trim() === '')) {
    return { problem: 'empty' };
  }
  // The line break at the end of a file is not a row.
  const lines = rows.length > 0 && isBlank(rows.at(-1)) ? rows.slice(0, -1) : rows;
  return {
    name: file.name,
    separator: separators.find((known) => known === parsed.meta.delimiter) ?? ',',
    header,
    lines,
    unclosed: new Set(
      parsed.errors.flatMap(({ type, row }) =>
        type === 'Quotes' && row !== undefined ? [row] : [],
      ),
    ),
  };
}

/** Whether a line has nothing in any column. */
export function isBlank(line: readonly string[] | undefined): boolean {
  return line?.every((cell) => cell.trim() === '') === true;
}

/** Undefined when the bytes are not UTF-8. The byte order mark is taken off. */
function decodeUtf8(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
