import type { RefusedRowReason, UsageUploadReceipt } from '@last-mile/shared/adoption';
import type { CalendarDay } from '@last-mile/shared/calendar';
import { issueAt, type IssueCode } from '@last-mile/shared/issue';
import { calendarDay } from '@last-mile/shared/text';
import { InvalidRequest, RuleRefused } from '../../../http/refusals';
import { isConcealedName, isUsageReport, toUsageReport } from './copilotUsageReport';
import { parseUsageTable, type UsageRow, type UsageTable } from './usageTable';

/** One row of an uploaded file: on which days it saw whom use AI, or why it cannot be told. */
export type UploadedRow = {
  readonly number: number;
  /** Lower case: the name somebody signs in with, or their object id. */
  readonly user: string;
} & ({ readonly days: readonly CalendarDay[] } | { readonly reason: RefusedRowReason });

export interface UploadedUsage {
  readonly format: UsageUploadReceipt['format'];
  readonly reportedOn: CalendarDay | null;
  readonly rows: readonly UploadedRow[];
}

/**
 * Reads an uploaded file: Microsoft's Copilot usage report in either version, or a plain
 * `user,date,count`, whose columns may come in any order and letter case. `count` is how often
 * somebody used AI that day. A day is kept as one fact whatever its count (decision 0009), so that
 * a file cannot make anybody look busier than a report that tells days only; 0 is no use.
 *
 * Refusals name columns and rows, never what is written in them.
 */
export function readUploadedUsage(text: string): UploadedUsage {
  const table = parseUsageTable(text);
  if (isUsageReport(table)) return readReport(table);
  const userColumn = ['user', 'userprincipalname'].find((name) => table.columns.has(name));
  if (userColumn === undefined || !table.columns.has('date') || !table.columns.has('count')) {
    throw unusable('usageColumns');
  }
  if (table.rows.length === 0) throw unusable('noRows');
  const rows = table.rows.map(({ number, row }) => readDay(number, row, userColumn));
  if (rows.some(({ user }) => isConcealedName(user))) throw new RuleRefused('concealedNames');
  return { format: 'days', reportedOn: null, rows };
}

function readReport(table: UsageTable): UploadedUsage {
  const report = toUsageReport(table);
  if (report.kind === 'empty') throw unusable('noRows');
  if (report.kind === 'concealed') throw new RuleRefused('concealedNames');
  const rows = report.rows.map(({ number, userPrincipalName, activeOn }): UploadedRow => ({
    ...{ number, user: userPrincipalName },
    ...(userPrincipalName === '' ? { reason: 'userMissing' } : { days: activeOn }),
  }));
  return { format: 'copilotReport', reportedOn: report.reportedOn, rows };
}

function readDay(number: number, row: UsageRow, userColumn: string): UploadedRow {
  const user = (row.get(userColumn) ?? '').toLowerCase();
  const day = calendarDay.safeParse(row.get('date'));
  const count = row.get('count') ?? '';
  if (user === '') return { number, user, reason: 'userMissing' };
  if (!day.success) return { number, user, reason: 'dateUnreadable' };
  if (!/^\d{1,9}$/.test(count)) return { number, user, reason: 'countUnreadable' };
  return { number, user, days: Number(count) > 0 ? [day.data] : [] };
}

const unusable = (code: IssueCode) => new InvalidRequest([issueAt('body', code)]);
