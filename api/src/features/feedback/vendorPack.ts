import type { VendorPackFormat } from '@last-mile/shared/feedback';
import { toCellText } from '@last-mile/shared/library-exchange';
import { calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import Papa from 'papaparse';
import { NotFound } from '../../http/refusals';
import { feedbackContextOf } from './feedbackContext';
import type { Linked, UsesAround } from './linked';
import type { ReadProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';

export interface VendorPackDependencies {
  readonly read: ReadProgrammeFeedback;
  readonly linked: Linked;
  readonly usesAround: UsesAround;
}

/** A file to send to a vendor. */
interface VendorPack {
  readonly body: string;
  readonly contentType: string;
  readonly name: string;
}

export type MakeVendorPack = (
  programme: Programme,
  clientKeys: readonly string[],
  format: VendorPackFormat,
) => Promise<VendorPack>;

/** Puts together what a vendor needs to look into it; nothing of it tells who reported. */
export function createVendorPack(dependencies: VendorPackDependencies): MakeVendorPack {
  return async (programme, clientKeys, format) => {
    const { byKey } = await dependencies.read(programme);
    const reports = await Promise.all(
      clientKeys.map(async (key) => {
        const found = byKey.get(key.toLowerCase());
        if (!found) throw new NotFound();
        return reportOf(dependencies, programme, found);
      }),
    );
    return format === 'csv'
      ? { body: csvOf(reports), contentType: 'text/csv; charset=utf-8', name: 'vendor-pack.csv' }
      : {
          body: textOf(reports),
          contentType: 'text/plain; charset=utf-8',
          name: 'vendor-pack.txt',
        };
  };
}

const columns = [
  'Our reference',
  'What is wrong',
  'Reported on',
  'Seen in',
  'About',
  'What happened',
  'What the assistant wrote',
  'The prompt',
] as const;

/** A report's texts under {@link columns}; what is not known is empty. */
type Report = Readonly<Record<(typeof columns)[number], string>>;

const reasons = {
  wrong: 'It is wrong',
  biased: 'It is biased',
  unhelpful: 'It does not help',
  unsafe: 'It is unsafe',
  other: 'Something else',
} as const;

async function reportOf(
  dependencies: VendorPackDependencies,
  programme: Programme,
  { clientKey, record }: Read,
): Promise<Report> {
  const { title, text } = await feedbackContextOf(dependencies, programme, record);
  return {
    'Our reference': clientKey,
    'What is wrong': record.reason === null ? 'A suggestion' : reasons[record.reason],
    'Reported on': calendarDayIn(new Date(record.submittedAt), programme.timeZone),
    'Seen in': record.surface === 'outlook' ? 'Outlook' : 'Teams',
    About: aboutOf(record, title),
    'What happened': record.text,
    'What the assistant wrote': record.output ?? '',
    'The prompt': text ?? '',
  };
}

function aboutOf({ about }: Read['record'], title: string | null): string {
  switch (about.type) {
    case 'libraryItem': {
      const version = about.version === 0 ? 'a draft' : `version ${about.version}`;
      return `${title ?? 'An item of our library'}, ${version}`;
    }
    case 'workflow':
      return title ?? 'One of our tasks';
    case 'aiOutput':
      return 'What an assistant wrote';
    case 'tool':
      return 'The tool itself';
  }
}

function csvOf(reports: readonly Report[]): string {
  const lines = reports.map((report) => columns.map((column) => toCellText(report[column])));
  // Excel takes a file for UTF-8 where it begins with this mark.
  return `\uFEFF${Papa.unparse([[...columns], ...lines], { quotes: true, newline: '\r\n' })}\r\n`;
}

const blocks = ['What happened', 'What the assistant wrote', 'The prompt'] as const;

function textOf(reports: readonly Report[]): string {
  return `${reports.map(reportText).join('\n\n')}\n`;
}

function reportText(report: Report, index: number): string {
  const short = columns.filter((column) => !(blocks as readonly string[]).includes(column));
  const lines = short.map((column) => `${column}: ${report[column]}`);
  const long = blocks.flatMap((column) =>
    report[column] === '' ? [] : ['', column, '-'.repeat(column.length), report[column]],
  );
  return [`Report ${index + 1}`, '========', ...lines, ...long].join('\n');
}
