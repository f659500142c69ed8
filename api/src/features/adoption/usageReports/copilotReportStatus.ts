import type { CopilotReport, CopilotTrouble } from '@last-mile/shared/adoption';
import type { CalendarDay } from '@last-mile/shared/calendar';
import type { Database } from '../../../db/database';
import { notifyUsageChanged } from '../facts/usageVersion';

/** How a look at the report went; `none` is a report without rows. */
type CopilotLook = Exclude<CopilotReport, { state: 'known' }> | KnownLook;

interface KnownLook {
  readonly state: 'known';
  readonly reportedOn: CalendarDay;
}

/** What is known of Copilot's usage reports, and since when. */
export interface CopilotReportStatus {
  /** Keeps how the look at `at` went; a report that could be counted is a snapshot of its day. */
  keep(look: CopilotLook, at: Date): Promise<void>;
  /** Keeps that no look was possible; what was known before stays known. */
  keepTrouble(kind: CopilotTrouble['kind'], at: Date): Promise<void>;
  /**
   * How it stands, for the dashboard. Missing are those of the 28 days up to the newest report of
   * which none was read: days between that day and today are not late yet.
   */
  read(): Promise<CopilotReport>;
  /** Why it cannot be looked at, and since when; null when the last look was possible. */
  trouble(): Promise<CopilotTrouble | null>;
  /** When the newest report was first counted; null when the last look did not get that far. */
  countedAt(): Promise<Date | null>;
}

interface Row {
  readonly state: 'refused' | 'concealed' | 'known';
  readonly detail: string | null;
  readonly reportedOn: string | null;
  readonly missingDays: number;
}

/** Kept in the database, one row for the deployment and one for each day reported. */
export function createCopilotReportStatus(database: Database): CopilotReportStatus {
  return {
    async keep(look, at) {
      await database.transaction(async (tx) => {
        await tx.query('DELETE FROM copilot_trouble');
        if (look.state === 'none') {
          await tx.query(`DELETE FROM copilot_report_status WHERE state <> 'known'`);
        } else {
          await tx.query(
            `INSERT INTO copilot_report_status (state, detail, reported_on, looked_at)
             VALUES ($1, $2, $3, $4)
             ON CONFLICT (only_row) DO UPDATE SET state = excluded.state, detail = excluded.detail,
               reported_on = excluded.reported_on, looked_at = excluded.looked_at`,
            [
              look.state,
              look.state === 'refused' ? look.detail : null,
              look.state === 'refused' ? null : look.reportedOn,
              at,
            ],
          );
        }
        if (look.state === 'known') {
          await tx.query(
            `INSERT INTO copilot_snapshot (reported_on, counted_at) VALUES ($1, $2)
             ON CONFLICT DO NOTHING`,
            [look.reportedOn, at],
          );
        }
        await notifyUsageChanged(tx);
      });
    },

    async keepTrouble(kind, at) {
      await database.query(
        `INSERT INTO copilot_trouble (kind, since) VALUES ($1, $2)
         ON CONFLICT (only_row) DO UPDATE SET kind = excluded.kind, since = excluded.since
          WHERE copilot_trouble.kind <> excluded.kind`,
        [kind, at],
      );
    },

    async read() {
      const [row] = await database.query<Row>(
        `SELECT state, detail, newest::text AS "reportedOn",
                28 - (SELECT count(*)::int FROM copilot_snapshot
                       WHERE reported_on > newest - 28 AND reported_on <= newest) AS "missingDays"
           FROM copilot_report_status,
                LATERAL (SELECT CASE state WHEN 'known'
                           THEN (SELECT max(reported_on) FROM copilot_snapshot)
                           ELSE reported_on END AS newest) AS of_newest`,
      );
      if (!row) return { state: 'none' };
      const { state, detail, reportedOn, missingDays } = row;
      if (state === 'refused') return { state, detail: detail ?? '' };
      if (state === 'concealed') return { state, reportedOn: reportedOn ?? '' };
      return { state, reportedOn: reportedOn ?? '', missingDays };
    },

    async trouble() {
      const [row] = await database.query<{ kind: CopilotTrouble['kind']; since: Date }>(
        'SELECT kind, since FROM copilot_trouble',
      );
      return row ? { kind: row.kind, since: row.since.toISOString() } : null;
    },

    async countedAt() {
      const [row] = await database.query<{ at: Date | null }>(
        `SELECT max(counted_at) AS at FROM copilot_snapshot, copilot_report_status
          WHERE state = 'known'`,
      );
      return row?.at ?? null;
    },
  };
}
