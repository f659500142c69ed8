import { tellWeek, type Doers, type ToldWeek } from '@last-mile/shared/adoption';
import type { Database, Transaction } from '../../../db/database';
import { countsLock } from '../rollUps/countsLock';
import { eligibleRows } from './eligibleRows';
import { kinds, type Kind } from './toldWeeks';

const timed = `minutes <> '{}'`;
const draftsWhere = (condition: string, part = 'NULL::uuid') =>
  `SELECT week, subject_id, ${part} AS part FROM ${eligibleRows('subject_draft_week')} AS drafts
    WHERE ${condition}`;

/** Who did it in the weeks `$2` of the programme `$1`, and with or for what. */
const doers: Readonly<Record<Kind, string>> = {
  uses: `SELECT week, subject_id, item AS part
           FROM ${eligibleRows('subject_week')} AS did, unnest(items) AS item`,
  answers: `SELECT week, subject_id, item_key AS part
              FROM ${eligibleRows('subject_redo_week')} AS told`,
  keptShares: draftsWhere(`kept_shares <> '{}'`, 'item_key'),
  drafts: draftsWhere('true'),
  timedDrafts: draftsWhere(timed),
  withTemplate: draftsWhere(`${timed} AND item_key IS NOT NULL`, 'task_key'),
  withoutTemplate: draftsWhere(`${timed} AND item_key IS NULL`, 'task_key'),
};

/**
 * Decides how the weeks up to `until` are told that no figure over several weeks has taken in yet, in
 * order. Late facts of such a week wait for company from then on; nothing is let in meanwhile.
 */
export async function decideWeeks(
  database: Database,
  programmeKey: string,
  until: string,
  minimum: number,
): Promise<void> {
  if ((await undecided(database, programmeKey, until)).length === 0) return;
  await database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [countsLock]);
    await tx.query(`SELECT set_config('work_mem', '64MB', true),
                           set_config('max_parallel_workers_per_gather', '0', true)`);
    const weeks = await undecided(tx, programmeKey, until);
    for (const kind of kinds) await decide(tx, programmeKey, weeks, kind, minimum);
    await tx.query(
      `UPDATE shown_week SET in_windows = true WHERE programme_key = $1 AND week = ANY ($2::date[])`,
      [programmeKey, weeks],
    );
  });
}

async function undecided(tx: Transaction, programmeKey: string, until: string): Promise<string[]> {
  const rows = await tx.query<{ week: string }>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week FROM shown_week
      WHERE programme_key = $1 AND week <= $2 AND NOT in_windows ORDER BY shown_week.week`,
    [programmeKey, until],
  );
  return rows.map(({ week }) => week);
}

async function decide(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  kind: Kind,
  minimum: number,
): Promise<void> {
  const counted = await countDoers(tx, programmeKey, weeks, kind, minimum);
  const told = new Map<string, ToldWeek>();
  const keep = (each: ToldWeek) => told.set(`${each.week} ${each.part ?? ''}`, each);
  for (const each of await readTold(tx, programmeKey, kind)) keep(each);
  const changed = new Map<string, ToldWeek>();
  for (const week of weeks) {
    const parts = new Map<string, Doers>();
    let others: Doers = { people: 0, who: [] };
    for (const { part, people, who } of counted.filter((each) => each.week === week)) {
      if (part === null) others = { people, who: who ?? [] };
      else parts.set(part, { people, who: who ?? [] });
    }
    // Where nothing was done by enough people, all are others.
    const all = [...parts.values()].find(({ people }) => people >= minimum) ?? others;
    const ofWeek = { week, all, parts, others: others.people };
    for (const each of tellWeek([...told.values()], ofWeek, minimum)) {
      keep(each);
      changed.set(`${each.week} ${each.part ?? ''}`, each);
    }
  }
  await keepTold(tx, programmeKey, kind, [...changed.values()]);
}

/** How many people did it in a week with or for what, and who, where they are few. */
interface CountedDoers {
  readonly week: string;
  /** Null stands for nothing that has a key, and all that few did it with. */
  readonly part: string | null;
  readonly people: number;
  readonly who: readonly string[] | null;
}

function countDoers(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  kind: Kind,
  minimum: number,
): Promise<CountedDoers[]> {
  return tx.query<CountedDoers>(
    `WITH doers AS MATERIALIZED (SELECT DISTINCT week, subject_id, part FROM (${doers[kind]}) AS each),
          parts AS MATERIALIZED (SELECT week, part, count(*) AS people FROM doers
                                  WHERE part IS NOT NULL GROUP BY week, part),
          few AS (SELECT week, part, count(*) AS people, array_agg(subject_id) AS who
                    FROM doers JOIN parts USING (week, part)
                   WHERE parts.people < $3 GROUP BY week, part),
          others AS MATERIALIZED (
            SELECT DISTINCT week, subject_id FROM doers
             WHERE NOT EXISTS (SELECT FROM parts
                                WHERE parts.week = doers.week AND parts.part = doers.part
                                  AND parts.people >= $3)),
          apart AS (SELECT week, count(*) AS people FROM others GROUP BY week)
     SELECT to_char(week, 'YYYY-MM-DD') AS week, part, people, who
       FROM (SELECT week, part, people, NULL AS who FROM parts WHERE people >= $3
             UNION ALL SELECT * FROM few
             UNION ALL
             SELECT week, NULL, people,
                    CASE WHEN people < $3 THEN ARRAY(SELECT subject_id FROM others
                                                      WHERE others.week = apart.week) END
               FROM apart) AS counted`,
    [programmeKey, weeks, minimum],
  );
}

function readTold(tx: Transaction, programmeKey: string, kind: Kind): Promise<ToldWeek[]> {
  return tx.query<ToldWeek>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, part, who, others,
            CASE WHEN run_from IS NOT NULL
                 THEN json_build_object('from', run_from, 'to', run_to) END AS run
       FROM told_week WHERE programme_key = $1 AND kind = $2`,
    [programmeKey, kind],
  );
}

async function keepTold(
  tx: Transaction,
  programmeKey: string,
  kind: Kind,
  told: readonly ToldWeek[],
): Promise<void> {
  await tx.query(
    `INSERT INTO told_week (programme_key, kind, week, part, who, others, run_from, run_to)
     SELECT $1, $2, week, part, who::uuid[], others, run_from, run_to
       FROM unnest($3::date[], $4::uuid[], $5::text[], $6::int[], $7::date[], $8::date[])
              AS told(week, part, who, others, run_from, run_to)
     ON CONFLICT (programme_key, week, kind, part) DO UPDATE
        SET who = excluded.who, others = excluded.others,
            run_from = excluded.run_from, run_to = excluded.run_to`,
    [
      ...[programmeKey, kind],
      told.map(({ week }) => week),
      told.map(({ part }) => part),
      told.map(({ who }) => `{${who.join(',')}}`),
      told.map(({ others }) => others),
      told.map(({ run }) => run?.from ?? null),
      told.map(({ run }) => run?.to ?? null),
    ],
  );
}
