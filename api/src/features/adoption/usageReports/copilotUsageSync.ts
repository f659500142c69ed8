import type { Programme } from '@last-mile/shared/programme';
import type { CopilotReportAnswer } from '../../../graph/copilotReports';
import { GraphError } from '../../../graph/graphError';
import { asHolder } from '../../../sync/asHolder';
import type { Lease } from '../../../sync/lease';
import { repeatedly } from '../../../sync/repeatedly';
import type { CopilotReportStatus } from './copilotReportStatus';
import {
  NotAUsageReport,
  parseUsageCsv,
  readUsageRows,
  type CopilotUsageRow,
} from './copilotUsageReport';
import type { ReportedDay } from './reportedDays';
import type { NamedMember, ReportedPeople } from './reportedPeople';
import type { UsageStore } from '../facts/usageStore';

export interface CopilotUsageSyncDependencies {
  readonly lease: Lease;
  readonly status: CopilotReportStatus;
  readonly usage: Pick<UsageStore, 'recordDays'>;
  readonly programmes: () => Promise<readonly Programme[]>;
  /** The people of the programme's Entra group, under the names they sign in with now. */
  readonly readMembers: (programme: Programme) => Promise<readonly NamedMember[]>;
  readonly reportedPeople: ReportedPeople;
  /** Takes over who joined, so that their days are not those of strangers. */
  readonly syncMembers: () => Promise<void>;
  readonly readReport: () => Promise<CopilotReportAnswer>;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

export interface CopilotUsageSync {
  /**
   * Looks at the report, unless today's was counted or another instance is looking. Throws what
   * kept it from looking, once the status says so.
   */
  run(): Promise<void>;
  /** Runs now and then again and again; the answer stops it and waits for a run under way. */
  start(everyMs: number): () => Promise<void>;
}

/** Less than a day, so that a report that comes a little earlier than yesterday's is not missed. */
const countedHoldsMs = 20 * 60 * 60_000;

/**
 * Counts the days on which Copilot's daily usage report saw the people of the programmes. The dates
 * that a report names are days of activity; nothing is concluded from a date that it does not name,
 * so a report that is late, missing or read twice changes no fact (design 5, decision 0009).
 */
export function createCopilotUsageSync(
  dependencies: CopilotUsageSyncDependencies,
): CopilotUsageSync {
  const { lease, status, syncMembers, readReport, now, onError } = dependencies;

  async function look(): Promise<void> {
    const countedAt = await status.countedAt();
    if (countedAt && now().getTime() - countedAt.getTime() < countedHoldsMs) return;
    const answer = await readReport();
    if (answer.kind === 'refused') {
      await status.keep({ state: 'refused', detail: answer.permission }, now());
      return;
    }
    const report = answer.kind === 'csv' ? parseUsageCsv(answer.text) : readUsageRows(answer.rows);
    if (report.kind === 'empty') {
      await status.keep({ state: 'none' }, now());
      return;
    }
    const { reportedOn } = report;
    if (report.kind === 'named') {
      await syncMembers();
      // Somebody is not known yet, because another instance is at it: the next look counts them.
      if (!(await count(report.rows, dependencies))) return;
    }
    // After the facts: a process that stops between the two reads the same report again.
    await status.keep(
      { state: report.kind === 'named' ? 'known' : 'concealed', reportedOn },
      now(),
    );
  }

  async function keepTrouble(error: unknown): Promise<void> {
    if (error instanceof NotAUsageReport) await status.keepTrouble('notAReport', now());
    if (error instanceof GraphError) await status.keepTrouble('noAnswer', now());
  }

  const run = () =>
    asHolder(lease, async () => {
      try {
        await look();
        return true;
      } catch (error) {
        await keepTrouble(error);
        throw error;
      }
    });

  return { run, start: (everyMs) => repeatedly(run, everyMs, onError) };
}

/** Answers whether everybody was known. Days of people who were in no programme are left alone. */
async function count(
  rows: readonly CopilotUsageRow[],
  dependencies: CopilotUsageSyncDependencies,
): Promise<boolean> {
  const { usage, programmes, readMembers, reportedPeople, now } = dependencies;
  let unknown = 0;
  for (const programme of await programmes()) {
    const find = await reportedPeople(programme, await readMembers(programme));
    const days = rows.flatMap(({ userPrincipalName, activeOn }) => {
      const personOn = activeOn.length > 0 ? find(userPrincipalName) : undefined;
      return activeOn.flatMap((day): ReportedDay[] => {
        const person = personOn?.(day);
        return person ? [{ person, day, kind: 'copilotActive' }] : [];
      });
    });
    const { unknownPeople } = await usage.recordDays(days, programme.timeZone, now());
    unknown += unknownPeople;
  }
  return unknown === 0;
}
