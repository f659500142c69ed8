import { smallestGroupShown } from '@last-mile/shared/adoption';
import type { Database, Transaction } from '../../../db/database';
import { actionsOfWeek, answersOfWeek, draftsOfWeek } from './rollUpSql';
import { countAndKeep } from '../publication/shownWeeks';
import { notifyUsageChanged } from '../facts/usageVersion';
import { countsLock } from './countsLock';

/** A roll-up per week and what it is made of. */
interface RollUp {
  readonly table: string;
  readonly fact: string;
  /** What its rows are about, besides the week. */
  readonly key: string;
  readonly figures: string;
}

const rollUps: readonly RollUp[] = [
  {
    ...{ table: 'subject_week', fact: 'usage_event' },
    ...{ key: 'subject_id', figures: actionsOfWeek },
  },
  {
    ...{ table: 'subject_draft_week', fact: 'draft_observation' },
    ...{ key: 'subject_id, task_key, item_key', figures: draftsOfWeek },
  },
  {
    ...{ table: 'subject_redo_week', fact: 'redo_answer' },
    ...{ key: 'subject_id, item_key', figures: answersOfWeek },
  },
];

/**
 * Makes all roll-ups again from the facts, in one transaction. Weeks whose facts have begun to
 * expire stay as they are, and late facts that wait for company go on waiting. Nothing is counted
 * meanwhile.
 */
export async function rebuildRollUps(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [countsLock]);
    await tx.query('LOCK TABLE usage_event, draft_observation, redo_answer IN SHARE MODE');
    // Grouped in memory: the people of one week fit, and to sort their facts takes twice as long.
    await tx.query(`SELECT set_config('work_mem', '128MB', true),
                           set_config('hash_mem_multiplier', '8', true),
                           set_config('enable_sort', 'off', true),
                           set_config('maintenance_work_mem', '256MB', true)`);
    await addUsedItems(tx);
    for (const rollUp of rollUps) await rebuild(tx, rollUp);
    await makeTable(
      tx,
      'SELECT subject_id, min(week) AS week FROM subject_week GROUP BY subject_id',
    );
    await replaceTable(tx, 'subject_first');
    await tx.query('ANALYZE subject_week, subject_first, subject_draft_week, subject_redo_week');
    await countShown(tx);
    await tx.query('DELETE FROM kept_window');
    await notifyUsageChanged(tx);
  });
}

/**
 * Lets processes take whole queries of a union each, rather than parts of every single one; what is
 * one query, and the keys, they do in parts.
 */
async function shareQueries(tx: Transaction, whole: boolean): Promise<void> {
  const scans = whole ? `'1TB'` : 'DEFAULT';
  const costs = whole ? '0' : 'DEFAULT';
  await tx.query(`SET LOCAL min_parallel_table_scan_size TO ${scans}`);
  await tx.query(`SET LOCAL min_parallel_index_scan_size TO ${scans}`);
  await tx.query(`SET LOCAL parallel_setup_cost TO ${costs}`);
  await tx.query(`SET LOCAL parallel_tuple_cost TO ${costs}`);
}

/** A week at a time: the people of one week fit in a small part of memory. */
async function rebuild(tx: Transaction, { table, fact, key, figures }: RollUp) {
  // Where facts came since the last vacuum, the index does not know the weeks: each week's query
  // would read all of them.
  await tx.query('SELECT brin_summarize_new_values($1)', [`${fact}_when`]);
  const weeks = await weeksToRebuild(tx, table, fact);
  const waits = await tx.query('SELECT 1 FROM held_fact LIMIT 1');
  const counted = waits.length === 0 ? fact : `(${withoutHeld(fact)}) AS counted`;
  const queries = weeks.map(
    (week) =>
      `(SELECT week, ${key}, ${figures} FROM ${counted}
         WHERE week = '${week}' GROUP BY week, ${key})`,
  );
  const since = weeks[0] ?? 'infinity';
  const stays = `(SELECT * FROM ${table} WHERE week < '${since}')`;
  await shareQueries(tx, true);
  await makeTable(tx, [stays, ...queries].join(' UNION ALL '));
  await shareQueries(tx, false);
  await replaceTable(tx, table);
}

/** The facts that do not wait; of an action that counts, its item may wait by itself. */
function withoutHeld(fact: string): string {
  const waits = (held: string) => `EXISTS (
    SELECT FROM held_fact AS held WHERE held.fact = '${held}'
       AND held.subject_id = each.subject_id AND held.client_key = each.client_key)`;
  const columns =
    fact === 'usage_event'
      ? `week, subject_id, kind, surface, CASE WHEN NOT ${waits('item_use')} THEN item_key END AS item_key`
      : '*';
  return `SELECT ${columns} FROM ${fact} AS each WHERE NOT ${waits(fact)}`;
}

/** The weeks whose facts are complete: all of them, unless there are roll-ups of older ones. */
async function weeksToRebuild(tx: Transaction, table: string, fact: string): Promise<string[]> {
  const rows = await tx.query<{ week: string }>(
    `WITH kept AS (SELECT min(week) AS first, max(week) AS last FROM ${fact})
     SELECT to_char(week, 'YYYY-MM-DD') AS week
       FROM kept, generate_series(first, last, interval '7 days') AS week
      WHERE week > first OR NOT EXISTS (SELECT FROM ${table} WHERE ${table}.week < first)
      ORDER BY week`,
  );
  return rows.map(({ week }) => week);
}

/** A new table, because only one that is made whole is made in parallel. */
async function makeTable(tx: Transaction, select: string): Promise<void> {
  await tx.query(`CREATE TABLE rebuilt WITH (fillfactor = 85) AS ${select}`);
}

/** Gives it an old one's name and constraints. */
async function replaceTable(tx: Transaction, table: string): Promise<void> {
  const required = await tx.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND attnotnull AND NOT attisdropped`,
    [table],
  );
  const constraints = await tx.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u')`,
    [table],
  );
  await tx.query(`DROP TABLE ${table}`);
  await tx.query(`ALTER TABLE rebuilt RENAME TO ${table}`);
  const changes = [
    ...required.map(({ name }) => `ALTER COLUMN ${name} SET NOT NULL`),
    ...constraints.map(({ name, definition }) => `ADD CONSTRAINT ${name} ${definition}`),
  ];
  await tx.query(`ALTER TABLE ${table} ${changes.join(', ')}`);
}

/** The keys come here in between: an insert from a query has that query worked on by one process. */
async function addUsedItems(tx: Transaction): Promise<void> {
  const used = await tx.query<{ key: string }>(
    'SELECT item_key AS key FROM usage_event WHERE item_key IS NOT NULL GROUP BY item_key',
  );
  await tx.query('INSERT INTO used_item SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [
    used.map(({ key }) => key),
  ]);
}

async function countShown(tx: Transaction): Promise<void> {
  const rows = await tx.query<{ programmeKey: string; weeks: string[] }>(
    `SELECT programme_key AS "programmeKey",
            array_agg(to_char(week, 'YYYY-MM-DD') ORDER BY week) AS weeks
       FROM shown_week GROUP BY programme_key`,
  );
  for (const { programmeKey, weeks } of rows) {
    await countAndKeep(tx, programmeKey, weeks, smallestGroupShown);
  }
}
