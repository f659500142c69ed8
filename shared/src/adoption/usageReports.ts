import * as z from 'zod/mini';
import { calendarDay, instant } from '../text';
import { copilotReport } from './dashboard';

/** Why Copilot's usage report cannot be looked at, and since when. It is tried again every hour. */
export const copilotTrouble = z.object({
  /** Microsoft Graph does not answer, or what it answers is no usage report. */
  kind: z.enum(['noAnswer', 'notAReport']),
  since: instant,
});
export type CopilotTrouble = z.infer<typeof copilotTrouble>;

/** What is known of the reports that AI use outside Last Mile is counted from. */
export const usageReportsResponse = z.object({
  copilot: copilotReport,
  trouble: z.nullable(copilotTrouble),
  /** When the programme's members were last as in Entra; null before the first time. */
  membersAsOf: z.nullable(instant),
});
export type UsageReportsResponse = z.infer<typeof usageReportsResponse>;

/** The longest usage file that is taken, in bytes. */
export const longestUsageFile = 8 * 1_048_576;

/** Most rows that a receipt names; `refusedRows` counts them all. */
export const refusedRowsNamed = 100;

/** Why nothing of a row is counted. */
export const refusedRowReason = z.enum([
  'userMissing',
  'dateUnreadable',
  'countUnreadable',
  'inTheFuture',
  'tooOld',
  'unknownPerson',
]);
export type RefusedRowReason = z.infer<typeof refusedRowReason>;

/** What became of an uploaded usage file. The same file again accepts nothing: all is known then. */
export const usageUploadReceipt = z.object({
  /** Microsoft's Copilot usage report, or a plain `user,date,count`. */
  format: z.enum(['copilotReport', 'days']),
  /** The report's own day; null for a plain file. */
  reportedOn: z.nullable(calendarDay),
  /** Rows of the file, its header left out. */
  rows: z.number(),
  /** Days of use that were counted now. A person's day is one, whatever the file says of it. */
  accepted: z.number(),
  /** Days that had been counted before. */
  known: z.number(),
  /** Rows that say that there was no use: without a date in the report, or with a count of 0. */
  withoutUse: z.number(),
  /** Distinct people of the file who are not in the programme. */
  unknownPeople: z.number(),
  /** Rows of which nothing is counted. `row` is as a spreadsheet numbers them: the header is 1. */
  refused: z.array(z.object({ row: z.number(), reason: refusedRowReason })),
  refusedRows: z.number(),
});
export type UsageUploadReceipt = z.infer<typeof usageUploadReceipt>;
