import type { Transaction } from '../../db/database';
import { columnOf, personWeek, weekFlags, type WeekFlag } from './personWeek';

/** The fixed ways in which the eligible are divided; they are never crossed. */
export const partitions = ['department', 'jobFamily', 'cohort'] as const;
export type Partition = (typeof partitions)[number];

/** How many of everybody eligible in a week. */
export interface WeekTotal extends Readonly<Record<WeekFlag, number>> {
  readonly week: string;
  readonly eligible: number;
  /** Eligible now and not the week before, and the other way round. */
  readonly joined: number;
  readonly left: number;
}

/** How many of one group of a partition. */
export interface GroupTotal {
  readonly week: string;
  readonly partition: Partition;
  readonly name: string;
  readonly eligible: number;
  readonly active: number;
}

interface Counted extends Omit<WeekTotal, 'joined' | 'left'> {
  readonly partition: Partition | null;
  readonly name: string;
}

/** Weeks of a programme counted from the roll-ups per person. */
export async function countWeeks(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<{ totals: WeekTotal[]; groups: GroupTotal[] }> {
  if (weeks.length === 0) return { totals: [], groups: [] };
  // A query for each week, so that several processes can share them.
  const counted = await tx.query<Counted>(
    weeks.map((_, index) => countWeek(`$${index + 2}`)).join(' UNION ALL '),
    [programmeKey, ...weeks],
  );
  const moves = await countMoves(tx, programmeKey, weeks);
  const totals = weeks.map((week): WeekTotal => {
    const total = counted.find((row) => row.week === week && row.partition === null);
    const { joined = 0, left = 0 } = moves.find((row) => row.week === week) ?? {};
    const flags = weekFlags.map((flag) => [flag, total?.[flag] ?? 0]);
    return {
      ...(Object.fromEntries(flags) as Record<WeekFlag, number>),
      ...{ week, eligible: total?.eligible ?? 0, joined, left },
    };
  });
  const groups = counted.flatMap(({ week, partition, name, eligible, active }) =>
    partition === null ? [] : [{ week, partition, name, eligible, active }],
  );
  return { totals, groups };
}

const flagCounts = weekFlags
  .map((flag) => `count(*) FILTER (WHERE "${columnOf(flag)}") AS "${flag}"`)
  .join(', ');

const countWeek = (week: string) => `(
  SELECT to_char(week, 'YYYY-MM-DD') AS week,
         CASE GROUPING(department, job_family, cohort)
           WHEN 3 THEN 'department' WHEN 5 THEN 'jobFamily' WHEN 6 THEN 'cohort' END AS partition,
         coalesce(department, job_family, cohort) AS name, count(*) AS eligible, ${flagCounts}
    FROM (${personWeek(`(SELECT ${week}::date AS week)`)}) AS person
   GROUP BY GROUPING SETS ((week), (week, department), (week, job_family), (week, cohort)))`;

function countMoves(tx: Transaction, programmeKey: string, weeks: readonly string[]) {
  return tx.query<{ week: string; joined: number; left: number }>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week,
            count(*) FILTER (WHERE now AND NOT before) AS joined,
            count(*) FILTER (WHERE before AND NOT now) AS left
       FROM (SELECT asked.week,
                    bool_or(valid_from <= asked.week + 6
                            AND (valid_to IS NULL OR valid_to > asked.week + 6)) AS now,
                    bool_or(valid_from <= asked.week - 1
                            AND (valid_to IS NULL OR valid_to > asked.week - 1)) AS before
               FROM unnest($2::date[]) AS asked(week)
               JOIN membership_span
                 ON programme_key = $1 AND valid_from <= asked.week + 6
                AND (valid_to IS NULL OR valid_to > asked.week - 1)
                AND NOT (valid_from <= asked.week - 1
                         AND (valid_to IS NULL OR valid_to > asked.week + 6))
              GROUP BY asked.week, subject_id) AS person
      GROUP BY week`,
    [programmeKey, weeks],
  );
}
