import {
  createIsEligible,
  longestRun,
  tellWeek,
  type Doers,
  type ToldWeek,
} from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import type { Database, Transaction } from '../../../db/database';
import { readSpansOf } from '../people/peopleActivity';
import { countsLock } from '../rollUps/countsLock';
import { eligibleRows } from './eligibleRows';
import { kinds, type Kind } from './toldWeeks';

const timed = `minutes <> '{}'`;
const draftsWhere = (condition: string, part = 'NULL::uuid') =>
  `SELECT subject_id, ${part} AS part FROM ${eligibleRows('subject_draft_week')} AS drafts
    WHERE ${condition}`;

/** Who did it in the weeks `$2` of the programme `$1`, and with or for what. */
const doers: Readonly<Record<Kind, string>> = {
  uses: `SELECT subject_id, item AS part
           FROM ${eligibleRows('subject_week')} AS did, unnest(items) AS item`,
  answers: `SELECT subject_id, item_key AS part
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
  for (const week of await undecided(database, programmeKey, until)) {
    await database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [countsLock]);
      await tx.query(`SELECT set_config('work_mem', '64MB', true),
                             set_config('max_parallel_workers_per_gather', '0', true)`);
      // Another instance may have been faster.
      if (!(await undecided(tx, programmeKey, until)).includes(week)) return;
      for (const kind of kinds) await decide(tx, programmeKey, week, kind, minimum);
      await tx.query(
        'UPDATE shown_week SET in_windows = true WHERE programme_key = $1 AND week = $2',
        [programmeKey, week],
      );
    });
  }
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
  week: string,
  kind: Kind,
  minimum: number,
): Promise<void> {
  const parts = new Map<string, Doers>();
  let others: Doers = { people: 0, who: [] };
  for (const { part, people, who } of await countDoers(tx, programmeKey, week, kind, minimum)) {
    if (part === null) others = { people, who: who ?? [] };
    else parts.set(part, { people, who: who ?? [] });
  }
  // Where nothing was done by enough people, all are others.
  const all = [...parts.values()].find(({ people }) => people >= minimum) ?? others;
  const before = await readTold(tx, programmeKey, kind, addDays(week, -longestRun));
  const waiting = before.filter(({ run }) => run === null);
  const few = [...waiting, all, ...parts.values()].flatMap(({ who }) => who);
  const isEligible = createIsEligible(await readSpansOf(tx, programmeKey, few));
  const told = tellWeek(before, { week, all, parts, others: others.people }, minimum, isEligible);
  await keepTold(tx, programmeKey, kind, told);
}

/** How many people did it with or for what, and who, where they are few. */
interface CountedDoers {
  /** Null stands for nothing that has a key, and all that few did it with. */
  readonly part: string | null;
  readonly people: number;
  readonly who: readonly string[] | null;
}

function countDoers(
  tx: Transaction,
  programmeKey: string,
  week: string,
  kind: Kind,
  minimum: number,
): Promise<CountedDoers[]> {
  return tx.query<CountedDoers>(
    `WITH doers AS MATERIALIZED (SELECT DISTINCT subject_id, part FROM (${doers[kind]}) AS each),
          parts AS MATERIALIZED (SELECT part, count(*) AS people FROM doers
                                  WHERE part IS NOT NULL GROUP BY part),
          rare AS MATERIALIZED (SELECT part FROM parts WHERE people < $3),
          others AS MATERIALIZED (
            SELECT DISTINCT subject_id FROM doers
             WHERE part IS NULL OR part IN (SELECT part FROM rare)),
          apart AS (SELECT count(*) AS people FROM others)
     SELECT part, people, NULL AS who FROM parts WHERE people >= $3
     UNION ALL
     SELECT part, count(*), array_agg(subject_id) FROM doers JOIN rare USING (part) GROUP BY part
     UNION ALL
     SELECT NULL, people, CASE WHEN people < $3 THEN ARRAY(SELECT subject_id FROM others) END
       FROM apart WHERE people > 0`,
    [programmeKey, [week], minimum],
  );
}

/** How weeks from `since` on are told: a run takes in none before it. */
function readTold(
  tx: Transaction,
  programmeKey: string,
  kind: Kind,
  since: string,
): Promise<ToldWeek[]> {
  return tx.query<ToldWeek>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, part, who, others,
            CASE WHEN run_from IS NOT NULL
                 THEN json_build_object('from', run_from, 'to', run_to) END AS run
       FROM told_week WHERE programme_key = $1 AND kind = $2 AND week >= $3`,
    [programmeKey, kind, since],
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
