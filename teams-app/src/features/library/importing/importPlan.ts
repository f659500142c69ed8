import { issueAt } from '@last-mile/shared/issue';
import {
  importRowsPerRequest,
  rowIssue,
  type ImportIssue,
  type ImportRow,
} from '@last-mile/shared/library';
import {
  toImportRows,
  type ColumnMapping,
  type FileLines,
} from '@last-mile/shared/library-exchange';
import { isBlank } from './importLimits';

/** What would be imported of a file, and what not, with the reason. */
export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  readonly refused: readonly ImportIssue[];
}

/** The rows to import by `mapping`. Blank lines are no rows; a row whose quotes never close is refused. */
export function planImport(file: FileLines, mapping: ColumnMapping): ImportPlan {
  const { rows, refused } = toImportRows(file, mapping);
  return {
    rows: rows.filter(({ row }) => !file.unclosed.has(row)),
    refused: [
      ...refused.filter(({ row }) => !file.unclosed.has(row) && !isBlank(file.lines[row - 1])),
      ...[...file.unclosed].map((row) => rowIssue(row, issueAt('', 'unclosedText'))),
    ].sort((one, other) => one.row - other.row),
  };
}

/** Characters of JSON in one request: well under what the API takes, and quick enough to show progress. */
const largestBatch = 200_000;

/** A short import is sent in small steps, so that progress is seen; a long one in few requests. */
function rowsPerBatch(rows: number): number {
  return Math.min(importRowsPerRequest, Math.max(25, Math.ceil(rows / 40)));
}

/** The rows in requests of a bearable size, in order; a long row goes alone. */
export function toBatches(rows: readonly ImportRow[]): ImportRow[][] {
  const most = rowsPerBatch(rows.length);
  const batches: ImportRow[][] = [];
  let batch: ImportRow[] = [];
  let size = 0;
  for (const row of rows) {
    const rowSize = JSON.stringify(row).length;
    if (batch.length > 0 && (batch.length >= most || size + rowSize > largestBatch)) {
      batches.push(batch);
      batch = [];
      size = 0;
    }
    batch.push(row);
    size += rowSize;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
