import {
  refusedRowsNamed,
  type RefusedRowReason,
  type UsageUploadReceipt,
} from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import { countableDays, type ReportedDay } from './reportedDays';
import type { ReportedPeople } from './reportedPeople';
import { readUploadedUsage, type UploadedRow } from './uploadedUsage';
import type { UsageStore } from '../facts/usageStore';

export interface UsageUploadDependencies {
  readonly database: Database;
  readonly usage: Pick<UsageStore, 'recordDays'>;
  /** Everybody in the programme's group; throws Unavailable. */
  readonly membersOf: (
    programme: Programme,
  ) => Promise<ReadonlyMap<string, { readonly userPrincipalName: string }>>;
  readonly reportedPeople: ReportedPeople;
}

export type TakeUsageFile = (
  text: string,
  programme: Programme,
  user: User,
  now: Date,
) => Promise<UsageUploadReceipt>;

type RefusedRow = UsageUploadReceipt['refused'][number];

/**
 * Counts the days of an uploaded file for the people of the uploader's programme: its members, and who
 * was one on that day. Each row is looked
 * at by itself; a day that was counted before, by a report or a file, is known and not counted again.
 */
export function createUsageUpload(dependencies: UsageUploadDependencies): TakeUsageFile {
  const { database, usage, membersOf, reportedPeople } = dependencies;

  return async (text, programme, user, now) => {
    const { format, reportedOn, rows } = readUploadedUsage(text);
    const members = [...(await membersOf(programme))];
    const find = await reportedPeople(
      programme,
      members.map(([userId, { userPrincipalName }]) => ({ userId, userPrincipalName })),
    );
    const kind = format === 'copilotReport' ? 'copilotActive' : 'reportedUse';
    const { timeZone } = programme;
    const range = countableDays(timeZone, now);
    const strangers = new Set<string>();
    const refused: RefusedRow[] = [];
    const days: ReportedDay[] = [];
    const refuse = ({ number }: UploadedRow, reason: RefusedRowReason) => {
      refused.push({ row: number, reason });
    };
    let withoutUse = 0;
    for (const row of rows) {
      if ('reason' in row) {
        refuse(row, row.reason);
        continue;
      }
      const personOn = find(row.user);
      const own = row.days.flatMap((day): ReportedDay[] => {
        const person = personOn?.(day);
        return person ? [{ person, day, kind }] : [];
      });
      const told = own.filter(({ day }) => day >= range.oldest && day <= range.newest);
      if (personOn && row.days.length === 0) withoutUse += 1;
      else if (own.length === 0) {
        strangers.add(row.user);
        refuse(row, 'unknownPerson');
      } else if (told.length === 0) {
        refuse(row, own.some(({ day }) => day > range.newest) ? 'inTheFuture' : 'tooOld');
      } else days.push(...told);
    }
    const counted = await usage.recordDays(days, timeZone, now);
    const { accepted, known } = counted;
    await database.transaction((tx) =>
      recordAudit(tx, {
        at: now,
        actorId: user.userId,
        action: 'adoption.usageUploaded',
        subject: programme.clientKey,
        programmeKey: programme.clientKey,
        details: { format, rows: rows.length, accepted, known, refused: refused.length },
      }),
    );
    return {
      ...{ format, reportedOn, rows: rows.length, accepted, known, withoutUse },
      // Who is in the group since a moment ago has no subject yet.
      unknownPeople: strangers.size + counted.unknownPeople,
      refused: mostTelling(refused).slice(0, refusedRowsNamed),
      refusedRows: refused.length,
    };
  };
}

/** A report of the whole tenant has many strangers: what can be mended in the file comes first. */
function mostTelling(refused: readonly RefusedRow[]): RefusedRow[] {
  const isStranger = ({ reason }: RefusedRow) => reason === 'unknownPerson';
  return [...refused.filter((row) => !isStranger(row)), ...refused.filter(isStranger)];
}
