import type { CrossedGroup } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import {
  cohortOf,
  columnOf,
  notStarted,
  personWeek,
  weekFlags,
  type WeekFlag,
} from '../rollUps/personWeek';

/** How many of everybody eligible in a week. */
export interface WeekTotal extends Readonly<Record<WeekFlag, number>> {
  readonly week: string;
  readonly eligible: number;
  /** Eligible now and not the week before, and the other way round. */
  readonly joined: number;
  readonly left: number;
}

/** A week counted: everybody, and crossed by all partitions, which is never shown. */
export interface CountedWeek {
  readonly total: WeekTotal;
  readonly crossed: readonly CrossedGroup[];
}

/** A crossed group; without a department everybody, and only then with all flags. */
type Counted = Omit<WeekTotal, 'joined' | 'left'> & {
  readonly department: string | null;
  readonly jobFamily: string;
  readonly cohort: string;
};

/** Weeks of a programme counted from the roll-ups per person. */
export async function countWeeks(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<CountedWeek[]> {
  if (weeks.length === 0) return [];
  // A query for each week, so that several processes can share them.
  const counted = await tx.query<Counted>(
    weeks.map((_, index) => countWeek(`$${index + 2}`)).join(' UNION ALL '),
    [programmeKey, ...weeks],
  );
  const moves = await countMoves(tx, programmeKey, weeks);
  const byWeek = new Map(weeks.map((week): [string, Counted[]] => [week, []]));
  for (const row of counted) byWeek.get(row.week)?.push(row);
  return [...byWeek].map(([week, rows]): CountedWeek => {
    const total = rows.find(({ department }) => department === null);
    const { joined = 0, left = 0 } = moves.find((row) => row.week === week) ?? {};
    const flags = weekFlags.map((flag) => [flag, total?.[flag] ?? 0]);
    return {
      total: {
        ...(Object.fromEntries(flags) as Record<WeekFlag, number>),
        ...{ week, eligible: total?.eligible ?? 0, joined, left },
      },
      crossed: rows.flatMap(({ department, jobFamily, cohort, eligible, active }) =>
        department === null
          ? []
          : [
              {
                ...{ department, jobFamily, eligible, active },
                cohort: cohort === notStarted ? null : cohort,
              },
            ],
      ),
    };
  });
}

const columns = weekFlags.map(columnOf);
const countEach = columns
  .map((name) => `count(*) FILTER (WHERE "${name}") AS "${name}"`)
  .join(', ');
const sumFlags = weekFlags
  .map((flag) => {
    const sum = `sum("${columnOf(flag)}")::bigint`;
    const summed = flag === 'active' ? sum : `CASE GROUPING(department) WHEN 1 THEN ${sum} END`;
    return `${summed} AS "${flag}"`;
  })
  .join(', ');

/** People alike are counted before anything is named or summed up: there are few kinds of them. */
const countWeek = (week: string) => `(
  SELECT to_char(${week}::date, 'YYYY-MM-DD') AS week, department, job_family AS "jobFamily", cohort,
         sum(eligible)::bigint AS eligible, ${sumFlags}
    FROM (SELECT *, ${cohortOf} AS cohort
            FROM (SELECT department, job_family, began, elsewhere, count(*) AS eligible, ${countEach}
                    FROM (${personWeek(`(SELECT ${week}::date AS week)`)}) AS person
                   GROUP BY department, job_family, began, elsewhere) AS alike) AS named
   GROUP BY GROUPING SETS ((), (department, job_family, cohort)))`;

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
               FROM (SELECT * FROM membership_span
                      WHERE programme_key = $1
                        -- Nearly everybody has been there for long, and stays.
                        AND (valid_to IS NOT NULL OR valid_from >= ANY ($2::date[]))) AS span
               JOIN unnest($2::date[]) AS asked(week)
                 ON valid_from <= asked.week + 6
                AND (valid_to IS NULL OR valid_to > asked.week - 1)
                AND NOT (valid_from <= asked.week - 1
                         AND (valid_to IS NULL OR valid_to > asked.week + 6))
              GROUP BY asked.week, subject_id) AS person
      GROUP BY week`,
    [programmeKey, weeks],
  );
}
