import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Database } from '../../api/src/db/database';

/** DuckDB in memory, beside the product's PostgreSQL and on the same rows. */
export interface DuckDb {
  run(sql: string): Promise<void>;
  query<Row extends object>(sql: string): Promise<Row[]>;
  /** Adds to a table what a statement of PostgreSQL answers. */
  take(table: string, statement: string): Promise<void>;
  close(): void;
}

/** The facts, and what the dashboard could be counted from each time. */
const tables = `
  CREATE TABLE usage_event (client_key uuid, subject_id uuid, kind text, "at" timestamptz, week date,
                            item_key uuid, version integer, surface text);
  CREATE TABLE draft_observation (client_key uuid, subject_id uuid, "at" timestamptz, week date,
                                  minutes double, task_key uuid, item_key uuid, version integer,
                                  kept_share double, paragraphs text);
  CREATE TABLE redo_answer (client_key uuid, subject_id uuid, "at" timestamptz, week date,
                            item_key uuid, version integer, redo boolean);
  CREATE TABLE membership_span (programme_key uuid, subject_id uuid, department text,
                                job_family text, valid_from date, valid_to date);
  CREATE TABLE held_fact (subject_id uuid, week date, fact text, client_key uuid)`;

/** The columns of each kind of fact; what the migrations order differently is named. */
export const factColumns = 'client_key, subject_id, kind, "at", week, item_key, version, surface';
export const draftColumns =
  'client_key, subject_id, "at", week, minutes, task_key, item_key, version, kept_share, paragraphs';
export const answerColumns = 'client_key, subject_id, "at", week, item_key, version, redo';

/** Starts empty. */
export async function createDuckDb(database: Database): Promise<DuckDb> {
  const folder = await serverFolder(database);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const run = async (sql: string) => {
    await connection.run(sql);
  };
  await run(tables);
  return {
    run,
    async query<Row extends object>(sql: string) {
      const answer = await connection.runAndReadAll(sql);
      return answer.getRowObjectsJson() as unknown as Row[];
    },
    async take(table, statement) {
      const file = join(folder, `${table}.csv`);
      await database.query(`COPY (${statement}) TO '${file}' (FORMAT csv)`);
      await run(
        `COPY ${table} FROM '${file}' (FORMAT csv, HEADER false, DELIMITER ',', QUOTE '"', AUTO_DETECT false)`,
      );
      await rm(file);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Where PostgreSQL's server may read and write files, and so may this process. */
export async function serverFolder(database: Database): Promise<string> {
  const [row] = await database.query<{ data: string }>(
    `SELECT current_setting('data_directory') AS data`,
  );
  if (row === undefined) throw new Error('PostgreSQL does not say where its data lies.');
  return dirname(row.data);
}
