import { unparse } from 'papaparse';
import type { Cell, Report } from '../panel/report';
import type { Shown } from '../panel/shown';
import { exportTexts as texts } from './exportTexts';
import { weekRangeOf } from './weekRangeOf';

/** What a spreadsheet would take for a formula: such a text gets a leading apostrophe. Numbers are none. */
const formula = /^[=+\-@\t\r]/;
/** Tells Excel that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * Reports as one CSV file (RFC 4180, UTF-8): the programme, the range of weeks and the as-of moment,
 * then each report with its title. It holds what the answer holds and nothing else.
 */
export function toCsv(reports: readonly Report[], shown: Shown): string {
  const { whole, sampleData } = shown;
  const rows: (string | number)[][] = [
    [whole.programmeName],
    [texts.weeks, weekRangeOf(shown)],
    [texts.asOf, whole.asOf],
    ...(sampleData ? [[texts.sampleData]] : []),
    ...reports.flatMap(toRows),
  ];
  return `${byteOrderMark}${unparse(rows, { escapeFormulae: formula })}\r\n`;
}

function toRows({ title, summary, columns, rows }: Report): (string | number)[][] {
  const heads = columns.flatMap(({ title: head, share }) =>
    share === true ? [head, texts.n(head), texts.of(head)] : [head],
  );
  return [
    [],
    [title],
    [summary],
    heads,
    ...rows.map(({ cells }) =>
      cells.flatMap((cell, index) => toFields(cell, columns[index]?.share === true)),
    ),
  ];
}

function toFields({ text, value, people }: Cell, share: boolean): (string | number)[] {
  const field = value ?? text;
  if (!share) return [field];
  return people === undefined ? [field, '', ''] : [field, people.n, people.of];
}
