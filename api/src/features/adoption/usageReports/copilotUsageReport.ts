import * as z from 'zod/mini';
import type { CalendarDay } from '@last-mile/shared/calendar';
import { calendarDay } from '@last-mile/shared/text';
import {
  columnName,
  parseUsageTable,
  toUsageRow,
  type UsageRow,
  type UsageTable,
} from './usageTable';

/** One licensed person in Copilot's usage report. */
export interface CopilotUsageRow {
  /** The row as a spreadsheet numbers it: the header is 1. */
  readonly number: number;
  /** Lower case, to be compared. */
  readonly userPrincipalName: string;
  /** The distinct days (UTC) on which an app was last used; a day not named says nothing. */
  readonly activeOn: readonly CalendarDay[];
}

/** A usage report, whichever form it came in. */
export type CopilotUsageReport =
  | { readonly kind: 'concealed'; readonly reportedOn: CalendarDay }
  | {
      readonly kind: 'named';
      readonly reportedOn: CalendarDay;
      readonly rows: readonly CopilotUsageRow[];
    }
  /** No row, so not even the day of the report is told. */
  | { readonly kind: 'empty' };

/** What came is not a Copilot usage report. */
export class NotAUsageReport extends Error {
  override readonly name = 'NotAUsageReport';
}

/** What a report cannot do without. */
const neededColumns = ['reportrefreshdate', 'userprincipalname', 'lastactivitydate'];

/** Whether the table has the columns of Copilot's usage report, in whichever version. */
export function isUsageReport({ columns }: Pick<UsageTable, 'columns'>): boolean {
  return neededColumns.every((needed) => columns.has(needed));
}

/** Reads the report's CSV, version 1 or 2. Throws NotAUsageReport where it is none. */
export function parseUsageCsv(text: string): CopilotUsageReport {
  return toUsageReport(parseUsageTable(text));
}

/** Reads the rows of the report's JSON form. Throws NotAUsageReport where they are none. */
export function readUsageRows(records: readonly unknown[]): CopilotUsageReport {
  const parsed = z.array(z.record(z.string(), z.unknown())).safeParse(records);
  if (!parsed.success) throw new NotAUsageReport('A row of the report is no object.');
  const rows = parsed.data.map((record, index) => ({
    number: index + 2,
    row: toUsageRow(record),
  }));
  // A blank value is a value here: the columns are those of the records, not of what they say.
  const names = new Set(parsed.data.flatMap((record) => Object.keys(record)));
  const columns = new Set([...names].map(columnName));
  return records.length === 0 ? { kind: 'empty' } : toUsageReport({ columns, rows });
}

/** The report in a table. Throws NotAUsageReport where it is none. */
export function toUsageReport(table: UsageTable): CopilotUsageReport {
  if (!isUsageReport(table)) throw new NotAUsageReport('The report lacks a column.');
  if (table.rows.length === 0) return { kind: 'empty' };
  const days = table.rows.flatMap(({ row }) => toDay(row.get('reportrefreshdate')));
  const reportedOn = days.toSorted().at(-1);
  if (reportedOn === undefined) throw new NotAUsageReport('The report does not name its day.');
  const rows = table.rows.map(({ number, row }) => ({ number, ...toPerson(row) }));
  return rows.some(({ userPrincipalName }) => isConcealedName(userPrincipalName))
    ? { kind: 'concealed', reportedOn }
    : { kind: 'named', reportedOn, rows };
}

/** Whether a name is one of the 32 hex digits that stand for somebody where names are concealed. */
export function isConcealedName(name: string): boolean {
  return /^[0-9a-f]{32}$/i.test(name);
}

function toPerson(row: UsageRow) {
  const days = [...row].flatMap(([name, value]) =>
    name.endsWith('lastactivitydate') ? toDay(value) : [],
  );
  return {
    userPrincipalName: (row.get('userprincipalname') ?? '').toLowerCase(),
    activeOn: [...new Set(days)].toSorted(),
  };
}

/** A blank is no day, and neither is what cannot be read as one. */
function toDay(text: string | undefined): CalendarDay[] {
  const day = calendarDay.safeParse(text);
  return day.success ? [day.data] : [];
}
