import { readMarkdown, type FileLines } from '@last-mile/shared/library-exchange';
import { readCsv, type Separator } from './importCsv';
import { largestFile, mostRows, type ImportFileProblem } from './importLimits';
import { decodeText, type Encoding } from './importText';
import { readXlsx } from './importXlsx';

/** A file as read: its header and its cells, every cell exactly as its author wrote it. */
export interface ImportFile extends FileLines {
  readonly name: string;
  /** What separates the columns; null where the format says it. */
  readonly separator: Separator | null;
  /** How its characters were read; null where the format says it. */
  readonly encoding: Encoding | null;
}

/**
 * Reads a CSV, Excel or Markdown file, told apart by what they hold and by name. What cannot be read
 * right is refused with the reason; nothing is guessed that the preview does not show.
 */
export async function readImportFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  separator?: Separator,
): Promise<ImportFile | { problem: ImportFileProblem }> {
  if (file.size > largestFile) return { problem: 'tooLarge' };
  const read = await readLines(file.name, new Uint8Array(await file.arrayBuffer()), separator);
  if ('problem' in read) return read;
  if (read.header.every((name) => name.trim() === '')) return { problem: 'empty' };
  if (read.lines.length > mostRows) return { problem: 'tooManyRows' };
  return { name: file.name, ...read };
}

type ReadLines = Omit<ImportFile, 'name'> | { problem: ImportFileProblem };

async function readLines(
  name: string,
  bytes: Uint8Array,
  separator: Separator | undefined,
): Promise<ReadLines> {
  if (beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const read = await readXlsx(bytes);
    return 'problem' in read ? read : { ...read, separator: null, encoding: null };
  }
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { problem: 'oldExcel' };
  const decoded = decodeText(bytes);
  if (!decoded) return { problem: 'noText' };
  const { text, encoding } = decoded;
  if (/\.(?:md|markdown)$/i.test(name)) {
    const read = readMarkdown(text);
    return read.lines.length === 0 ? { problem: 'empty' } : { ...read, separator: null, encoding };
  }
  const read = await readCsv(text, separator);
  return 'problem' in read ? read : { ...read, encoding };
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte);
