import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../api/src/db/database';
import { answerColumns, draftColumns, factColumns, serverFolder, type DuckDb } from './duckDb';

/** Beside the 900 people of the sample: 200,000 in all. */
const peopleCount = 199_100;

/** Of a thousand people, how many act in a week; 1 to 8 times each. Makes 12 million in 25 weeks. */
const activeOfThousand = 535;

/**
 * Lets a programme have grown: people who were members all the time, and what they did in these
 * weeks. The same in every run, because everything is a hash of a number. DuckDB makes the rows and
 * keeps them, PostgreSQL takes them over as raw facts; no roll-up is made.
 */
export async function growHistory(
  database: Database,
  duckDb: DuckDb,
  programmeKey: string,
  mondays: readonly string[],
): Promise<void> {
  const folder = await serverFolder(database);
  const [first] = mondays;
  if (first === undefined) throw new Error('There is no week to fill.');
  await duckDb.run(
    `CREATE TABLE grown AS
       SELECT n, CAST(md5('person ' || n) AS uuid) AS subject_id
         FROM range(${peopleCount}) AS each(n)`,
  );
  await duckDb.run(
    `INSERT INTO membership_span
       SELECT '${programmeKey}', subject_id, 'Department ' || (n % 60), 'Family ' || (n % 8),
              DATE '${first}', NULL FROM grown`,
  );
  const give = async (table: string, columns: string, rows: string) => {
    const file = join(folder, `grown-${table}.csv`);
    await duckDb.run(`COPY (${rows}) TO '${file}' (FORMAT csv, HEADER false)`);
    await database.query(`COPY ${table} (${columns}) FROM '${file}' (FORMAT csv)`);
    await rm(file);
  };
  await give(
    'membership_span',
    spanColumns,
    `SELECT ${spanColumns} FROM membership_span
    WHERE subject_id IN (SELECT subject_id FROM grown)`,
  );
  await duckDb.run(`CREATE TABLE used AS ${await itemsAndTasks(database)}`);
  for (const { table, columns, rowsOf } of facts) {
    // An index that is made afterwards is made in a fraction of the time.
    await database.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_pkey`);
    for (const monday of mondays) {
      await duckDb.run(`CREATE OR REPLACE TABLE grown_week AS ${rowsOf(monday)}`);
      await give(table, columns, `SELECT ${columns} FROM grown_week`);
      await duckDb.run(`INSERT INTO ${table} SELECT ${columns} FROM grown_week`);
    }
    await database.transaction(async (tx) => {
      await tx.query(`SELECT set_config('maintenance_work_mem', '512MB', true)`);
      await tx.query(`ALTER TABLE ${table} ADD PRIMARY KEY (subject_id, client_key)`);
    });
    await database.query(`ANALYZE ${table}`);
  }
  await database.query('ANALYZE membership_span');
}

const spanColumns = 'programme_key, subject_id, department, job_family, valid_from, valid_to';

const facts: readonly {
  readonly table: string;
  readonly columns: string;
  readonly rowsOf: (monday: string) => string;
}[] = [
  { table: 'usage_event', columns: factColumns, rowsOf: actionsOf },
  { table: 'draft_observation', columns: draftColumns, rowsOf: draftsOf },
  { table: 'redo_answer', columns: answerColumns, rowsOf: answersOf },
];

/** The templates the sample's people drafted with, and the tasks they drafted for, each with a number. */
async function itemsAndTasks(database: Database): Promise<string> {
  const keysOf = async (column: string) => {
    const rows = await database.query<{ key: string }>(
      `SELECT DISTINCT ${column} AS key FROM draft_observation
        WHERE ${column} IS NOT NULL ORDER BY key`,
    );
    return `[${rows.map(({ key }) => `CAST('${key}' AS uuid)`).join(', ')}]`;
  };
  return `SELECT ${await keysOf('item_key')} AS items, ${await keysOf('task_key')} AS tasks`;
}

/** A number below `limit` that hangs on who it is, the week and what it is for. */
const below = (limit: number | string, monday: string, what: string) =>
  `CAST(hash(n, e, '${monday}', '${what}') % ${limit} AS integer)`;

/** On one of the five working days, between 8 and 18 o'clock. */
const momentIn = (monday: string) => `
  TIMESTAMPTZ '${monday} 08:00:00+00' + to_days(${below(5, monday, 'day')})
    + to_seconds(${below(36_000, monday, 'second')})`;

const actsIn = (monday: string) => `hash(n, '${monday}') % 1000 < ${activeOfThousand}`;

const keyOf = (what: string, monday: string) =>
  `CAST(md5('${what} ' || n || ' ${monday} ' || e) AS uuid)`;

/** What the people of `grown` did in a week. */
function actionsOf(monday: string): string {
  return `
    SELECT ${keyOf('event', monday)} AS client_key, subject_id,
           ['promptCopied', 'promptOpened', 'templateInserted'][1 + ${below(3, monday, 'kind')}]
             AS kind,
           ${momentIn(monday)} AS "at", DATE '${monday}' AS week,
           CAST(md5('item ' || ${below(300, monday, 'item')}) AS uuid) AS item_key, 1 AS version,
           CASE ${below(4, monday, 'surface')} WHEN 0 THEN 'outlook' ELSE 'teams' END AS surface
      FROM grown, range(8) AS each(e)
     WHERE ${actsIn(monday)} AND e <= hash(n, '${monday}', 'often') % 8`;
}

/** None to two drafts of each of them; of a third of these the time was not observed. */
function draftsOf(monday: string): string {
  const oneOf = (keys: string) => `${keys}[1 + ${below(`len(${keys})`, monday, keys)}]`;
  return `
    SELECT *, CASE WHEN item_key IS NULL THEN NULL ELSE 1 END AS version,
           CASE WHEN item_key IS NULL THEN NULL ELSE kept / 100.0 END AS kept_share,
           CASE WHEN item_key IS NULL THEN NULL ELSE '{kept,rewritten,deleted}' END AS paragraphs
      FROM (SELECT ${keyOf('draft', monday)} AS client_key, subject_id,
                   ${momentIn(monday)} AS "at", DATE '${monday}' AS week,
                   CASE ${below(3, monday, 'observed')} WHEN 0 THEN NULL
                        ELSE 1 + ${below(590, monday, 'tenths')} / 10.0 END AS minutes,
                   CASE ${below(2, monday, 'task')} WHEN 0 THEN ${oneOf('tasks')} END AS task_key,
                   CASE ${below(2, monday, 'template')} WHEN 0 THEN ${oneOf('items')} END
                     AS item_key,
                   ${below(101, monday, 'kept')} AS kept
              FROM grown, used, range(2) AS each(e)
             WHERE ${actsIn(monday)} AND e < hash(n, '${monday}', 'drafts') % 3) AS draft`;
}

/** Of every tenth of them an answer. */
function answersOf(monday: string): string {
  return `
    SELECT ${keyOf('answer', monday)} AS client_key, subject_id, ${momentIn(monday)} AS "at",
           DATE '${monday}' AS week, items[1 + ${below('len(items)', monday, 'answered')}] AS item_key,
           1 AS version, ${below(5, monday, 'redo')} = 0 AS redo
      FROM grown, used, range(1) AS each(e)
     WHERE ${actsIn(monday)} AND hash(n, '${monday}', 'answers') % 10 = 0`;
}
