import type { Database, Transaction } from '../../../db/database';
import { lockCounts } from '../rollUps/countsLock';
import { outdateWindows } from '../windows/keptWindows';
import { readHeld } from '../lateFacts/heldFacts';
import { letLateFactsIn } from '../lateFacts/letIn';
import {
  countAndKeep,
  readShown,
  type ShownGroup,
  type ShownWeek,
} from '../publication/shownWeeks';

export interface WeekCounts {
  /** What these weeks of the programme say (their Mondays, all of them over). */
  read(
    programmeKey: string,
    mondays: readonly string[],
    when: CountedWhen,
  ): Promise<{ weeks: ShownWeek[]; groups: ShownGroup[] }>;
  /** The first Monday of a week with members; undefined before the first synchronisation. */
  firstWeek(programmeKey: string): Promise<string | undefined>;
}

/** When it is, and the Monday of the last closed week. */
interface CountedWhen {
  readonly now: Date;
  readonly closedUntil: string | null;
}

/**
 * Weeks counted once, when they are first asked for, and read from then on. Late facts change them
 * in company only (decision 0009, publication 4); nothing else does.
 */
export function createWeekCounts(database: Database, smallestGroup: number): WeekCounts {
  return {
    async read(programmeKey, mondays, when) {
      if (mondays.length === 0) return { weeks: [], groups: [] };
      const shown = await readShown(database, programmeKey, mondays, 'current');
      if (shown.isCurrent && shown.weeks.length === mondays.length) return shown;
      return database.transaction(async (tx) => {
        await bringUpToDate(tx, programmeKey, mondays, when);
        return readShown(tx, programmeKey, mondays, 'all');
      });
    },

    async firstWeek(programmeKey) {
      const [row] = await database.query<{ week: string | null }>(
        {
          name: 'read first week',
          text: `SELECT to_char(date_trunc('week', min(valid_from)), 'YYYY-MM-DD') AS week
                   FROM membership_span WHERE programme_key = $1`,
        },
        [programmeKey],
      );
      return row?.week ?? undefined;
    },
  };

  async function bringUpToDate(
    tx: Transaction,
    programmeKey: string,
    mondays: readonly string[],
    { now, closedUntil }: CountedWhen,
  ): Promise<void> {
    // Sent together, and done one after the other: none hangs on what another answers.
    const [, missed, late, missing] = await Promise.all([
      lockCounts(tx),
      takeMissed(tx),
      readHeld(tx),
      notCounted(tx, programmeKey, mondays),
    ]);
    await countMissed(tx, missed, smallestGroup);
    await letLateFactsIn(tx, late, smallestGroup, now, closedUntil);
    await countAndKeep(tx, programmeKey, missing, smallestGroup);
  }
}

async function notCounted(tx: Transaction, programmeKey: string, mondays: readonly string[]) {
  const rows = await tx.query<{ week: string }>(
    {
      name: 'read weeks not counted',
      text: `
        SELECT to_char(week, 'YYYY-MM-DD') AS week FROM unnest($2::date[]) AS wanted(week)
         WHERE NOT EXISTS (SELECT FROM shown_week AS known
                            WHERE known.programme_key = $1 AND known.week = wanted.week)`,
    },
    [programmeKey, mondays],
  );
  return rows.map(({ week }) => week);
}

/** Weeks of a programme that a fact slipped past. */
interface Missed {
  readonly programmeKey: string;
  readonly weeks: readonly string[];
}

/**
 * Takes the marks of facts that slipped past a count: such a fact was added at once because its week
 * had not been shown, and somebody counted that week before the fact was committed. A mark is taken
 * only once it is visible, and then so is the fact it was made with.
 */
function takeMissed(tx: Transaction): Promise<Missed[]> {
  return tx.query<Missed>({
    name: 'take missed weeks',
    text: `
     WITH missed AS (DELETE FROM week_change RETURNING programme_key, week)
     SELECT programme_key AS "programmeKey", array_agg(to_char(week, 'YYYY-MM-DD') ORDER BY week) AS weeks
       FROM shown_week
       JOIN (SELECT programme_key, min(week) AS first FROM missed GROUP BY programme_key) AS since
            USING (programme_key)
      WHERE week >= first GROUP BY programme_key`,
  });
}

async function countMissed(
  tx: Transaction,
  missed: readonly Missed[],
  minimum: number,
): Promise<void> {
  for (const { programmeKey, weeks } of missed) {
    await countAndKeep(tx, programmeKey, weeks, minimum);
    await outdateWindows(tx, programmeKey, weeks[0] ?? 'infinity');
  }
}
