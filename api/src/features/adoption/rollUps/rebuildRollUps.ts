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

const actions: RollUp = {
  ...{ table: 'subject_week', fact: 'usage_event' },
  ...{ key: 'subject_id', figures: actionsOfWeek },
};
const drafts: RollUp = {
  ...{ table: 'subject_draft_week', fact: 'draft_observation' },
  ...{ key: 'subject_id, task_key, item_key', figures: draftsOfWeek },
};
const answers: RollUp = {
  ...{ table: 'subject_redo_week', fact: 'redo_answer' },
  ...{ key: 'subject_id, item_key', figures: answersOfWeek },
};
const firsts = 'subject_first';
const tables = [actions.table, firsts, drafts.table, answers.table];

/** What a table is called until it is put in place. */
const madeFor = (table: string) => `made_${table}`;
const dropMade = `DROP TABLE IF EXISTS ${tables.map(madeFor).join(', ')}`;

/** The first and the last week that facts are of; null where there are none. */
interface Span {
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * Makes all roll-ups again from the facts and puts them in place at once. Weeks whose facts have
 * begun to expire stay as they are, and late facts that wait for company go on waiting. Nothing is
 * counted meanwhile. Takes two connections.
 */
export async function rebuildRollUps(database: Database): Promise<void> {
  try {
    await database.transaction((tx) => rebuild(database, tx));
  } catch (error) {
    // Rows about people stay nowhere but where they are erased and expire.
    await database.query(dropMade);
    throw error;
  }
}

async function rebuild(database: Database, tx: Transaction): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [countsLock]);
  await tx.query('LOCK TABLE usage_event, draft_observation, redo_answer IN SHARE MODE');
  // Where facts came since the last vacuum, the index does not know the weeks: each week's turn
  // would read all of them.
  for (const { fact } of [actions, drafts, answers]) {
    await tx.query('SELECT brin_summarize_new_values($1)', [`${fact}_when`]);
  }
  // What one that was killed left behind. It is gone before anything of that name is made.
  await database.query(dropMade);
  const used = await addUsedItems(tx);
  // Side by side: what is counted has to be written by one process of each transaction.
  await bothDone(makeActions(tx, used), database.transaction(makeObservations));
  for (const table of tables) await putInPlace(tx, table);
  await countShown(tx);
  await tx.query('DELETE FROM kept_window');
  await notifyUsageChanged(tx);
}

/** Grouped in memory: several facts make a row, and to sort them takes twice as long. */
async function makeActions(tx: Transaction, used: Span): Promise<void> {
  await tx.query(`${memory}, set_config('enable_sort', 'off', true)`);
  await shareQueries(tx, true);
  await fill(tx, actions, used);
  await shareQueries(tx, false);
  await addKeys(tx, actions.table);
  await make(
    tx,
    firsts,
    `SELECT subject_id, min(week) AS week FROM ${madeFor(actions.table)} GROUP BY subject_id`,
  );
  await addKeys(tx, firsts);
}

/**
 * Grouped in the order of their keys, which are half made then: hardly two facts make a row. In one
 * process, because the actions keep the others busy.
 */
async function makeObservations(tx: Transaction): Promise<void> {
  await tx.query(`${memory}, set_config('enable_hashagg', 'off', true),
                  set_config('max_parallel_workers_per_gather', '0', true),
                  set_config('max_parallel_maintenance_workers', '0', true)`);
  for (const rollUp of [drafts, answers]) {
    const [span] = await tx.query<Span>(
      `SELECT min(week)::text AS first, max(week)::text AS last FROM ${rollUp.fact}`,
    );
    await fill(tx, rollUp, span ?? { first: null, last: null });
    await addKeys(tx, rollUp.table);
  }
}

/** For the people of a week, and for a key. */
const memory = `
  SELECT set_config('work_mem', '128MB', true), set_config('hash_mem_multiplier', '8', true),
         set_config('maintenance_work_mem', '512MB', true)`;

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
async function fill(tx: Transaction, { table, fact, key, figures }: RollUp, span: Span) {
  const weeks = await weeksToMake(tx, table, span);
  const waits = await tx.query('SELECT 1 FROM held_fact LIMIT 1');
  const counted = waits.length === 0 ? fact : `(${withoutHeld(fact)}) AS counted`;
  const queries = weeks.map(
    (week) =>
      `(SELECT week, ${key}, ${figures} FROM ${counted}
         WHERE week = '${week}' GROUP BY week, ${key})`,
  );
  const stays = `SELECT * FROM ${table} WHERE week < '${weeks[0] ?? 'infinity'}'`;
  await make(tx, table, [stays, ...queries].join(' UNION ALL '));
}

/** The weeks whose facts are complete: all of them, unless there are roll-ups of older ones. */
async function weeksToMake(tx: Transaction, table: string, { first, last }: Span) {
  const rows = await tx.query<{ week: string }>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week
       FROM generate_series($1::date, $2::date, interval '7 days') AS week
      WHERE week > $1 OR NOT EXISTS (SELECT FROM ${table} WHERE ${table}.week < $1)
      ORDER BY week`,
    [first, last],
  );
  return rows.map(({ week }) => week);
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

/** Makes what is to take a table's place, with its options; vacuum would keep it from being put there. */
async function make(tx: Transaction, table: string, select: string): Promise<void> {
  const [row] = await tx.query<{ options: string }>(
    `SELECT array_to_string(array_append(reloptions, 'autovacuum_enabled=off'), ', ') AS options
       FROM pg_class WHERE oid = $1::regclass`,
    [table],
  );
  await tx.query(`CREATE TABLE ${madeFor(table)} WITH (${row?.options}) AS ${select}`);
}

/** Gives what was made the constraints of the table, and statistics. */
async function addKeys(tx: Transaction, table: string): Promise<void> {
  const required = await tx.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND attnotnull AND NOT attisdropped`,
    [table],
  );
  const changes = [
    ...required.map(({ name }) => `ALTER COLUMN ${name} SET NOT NULL`),
    ...(await keysOf(tx, table)).map(
      ({ name, definition }) => `ADD CONSTRAINT ${madeFor(name)} ${definition}`,
    ),
  ];
  await tx.query(`ALTER TABLE ${madeFor(table)} ${changes.join(', ')}`);
  await tx.query(`ANALYZE ${madeFor(table)}`);
}

/** Gives what was made a table's name, and its keys theirs. */
async function putInPlace(tx: Transaction, table: string): Promise<void> {
  const keys = await keysOf(tx, table);
  await tx.query(`DROP TABLE ${table}`);
  await tx.query(`ALTER TABLE ${madeFor(table)} RESET (autovacuum_enabled)`);
  await tx.query(`ALTER TABLE ${madeFor(table)} RENAME TO ${table}`);
  for (const { name } of keys) {
    await tx.query(`ALTER TABLE ${table} RENAME CONSTRAINT ${madeFor(name)} TO ${name}`);
  }
}

const keysOf = (tx: Transaction, table: string) =>
  tx.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u')`,
    [table],
  );

/** Adds the items somebody has used, and tells the weeks of all actions, in one reading of them. */
async function addUsedItems(tx: Transaction): Promise<Span> {
  const used = await tx.query<{ key: string | null; first: string; last: string }>(
    `SELECT item_key AS key, min(week)::text AS first, max(week)::text AS last
       FROM usage_event GROUP BY item_key`,
  );
  // The keys come here in between: an insert from a query has that query worked on by one process.
  await tx.query('INSERT INTO used_item SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING', [
    used.flatMap(({ key }) => key ?? []),
  ]);
  return {
    first: used.map(({ first }) => first).sort()[0] ?? null,
    last:
      used
        .map(({ last }) => last)
        .sort()
        .at(-1) ?? null,
  };
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

/** Waits for both, also where one fails: nothing goes on behind the caller's back. */
async function bothDone(one: Promise<void>, other: Promise<void>): Promise<void> {
  for (const done of await Promise.allSettled([one, other])) {
    if (done.status === 'rejected') throw done.reason;
  }
}
