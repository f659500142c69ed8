import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../api/src/db/database';
import { factColumns, serverFolder, type DuckDb } from './duckDb';

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
  // An index that is made afterwards is made in a fraction of the time.
  await database.query('ALTER TABLE usage_event DROP CONSTRAINT usage_event_pkey');
  for (const monday of mondays) {
    await duckDb.run(`CREATE OR REPLACE TABLE grown_week AS ${actionsOf(monday)}`);
    await give('usage_event', factColumns, `SELECT ${factColumns} FROM grown_week`);
    await duckDb.run(`INSERT INTO usage_event SELECT ${factColumns} FROM grown_week`);
  }
  await database.transaction(async (tx) => {
    await tx.query(`SELECT set_config('maintenance_work_mem', '512MB', true)`);
    await tx.query('ALTER TABLE usage_event ADD PRIMARY KEY (subject_id, client_key)');
  });
  await database.query('ANALYZE usage_event, membership_span');
}

const spanColumns = 'programme_key, subject_id, department, job_family, valid_from, valid_to';

/** What the people of `grown` did in a week: on its five working days, between 8 and 18 o'clock. */
function actionsOf(monday: string): string {
  const below = (limit: number, what: string) =>
    `CAST(hash(n, e, '${monday}', '${what}') % ${limit} AS integer)`;
  return `
    SELECT CAST(md5('event ' || n || ' ${monday} ' || e) AS uuid) AS client_key, subject_id,
           ['promptCopied', 'promptOpened', 'templateInserted'][1 + ${below(3, 'kind')}] AS kind,
           TIMESTAMPTZ '${monday} 08:00:00+00' + to_days(${below(5, 'day')})
             + to_seconds(${below(36_000, 'second')}) AS "at",
           DATE '${monday}' AS week,
           CAST(md5('item ' || ${below(300, 'item')}) AS uuid) AS item_key, 1 AS version,
           CASE ${below(4, 'surface')} WHEN 0 THEN 'outlook' ELSE 'teams' END AS surface
      FROM grown, range(8) AS each(e)
     WHERE hash(n, '${monday}') % 1000 < ${activeOfThousand}
       AND e <= hash(n, '${monday}', 'often') % 8`;
}
