import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './database';

/** The database was written by a newer version of Last Mile; this one would damage it. */
export class DatabaseTooNew extends Error {
  override readonly name = 'DatabaseTooNew';
}

interface Migration {
  number: number;
  name: string;
  path: string;
}

// Any constant does, as long as every instance asks for the same one.
const migrationLock = 1_274_001;

/**
 * The SQL files lie beside this file in the source and beside the bundle in the build
 * (api/vite.config.ts copies them), so one rule finds them in both.
 */
const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

/**
 * Brings the database to this version: each numbered file once, in order, in its own
 * transaction; instances that start together take turns. Answers the names it applied.
 */
export async function migrate(database: Database, folder = migrationsFolder): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await prepare(database);
  const applied: string[] = [];
  for (const migration of migrations) {
    const sql = await readFile(migration.path, 'utf8');
    if (await applyOnce(database, migrations, migration, sql)) applied.push(migration.name);
  }
  await refuseNewer(database, migrations);
  return applied;
}

/** Whether everything that this version adds to the database is there; what newer versions add may be too. */
export async function isMigrated(
  connection: Pick<Database, 'query'>,
  folder = migrationsFolder,
): Promise<boolean> {
  const numbers = (await readMigrations(folder)).map((migration) => migration.number);
  const done = await connection.query(
    'SELECT number FROM schema_migrations WHERE number = ANY($1)',
    [numbers],
  );
  return done.length === numbers.length;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = names.map((name) => {
    const digits = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (!digits) throw new Error(`${name} is not named NNNN_what_it_adds.sql`);
    return { number: Number(digits), name: name.slice(0, -4), path: join(folder, name) };
  });
  const twice = migrations.find((one, index) => migrations[index - 1]?.number === one.number);
  if (twice) throw new Error(`Two migrations have the number of ${twice.name}`);
  return migrations;
}

async function prepare(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await tx.query(
      `CREATE TABLE IF NOT EXISTS schema_migrations (
         number integer PRIMARY KEY,
         name text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
  });
}

async function applyOnce(
  database: Database,
  known: readonly Migration[],
  migration: Migration,
  sql: string,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await refuseNewer(tx, known);
    const [done] = await tx.query<{ name: string }>(
      'SELECT name FROM schema_migrations WHERE number = $1',
      [migration.number],
    );
    if (done && done.name !== migration.name) {
      throw new Error(`Migration ${done.name} of the database is called ${migration.name} here`);
    }
    if (done) return false;
    // Without parameters, so that one file may hold several statements.
    await tx.query(sql);
    await tx.query('INSERT INTO schema_migrations (number, name) VALUES ($1, $2)', [
      migration.number,
      migration.name,
    ]);
    return true;
  });
}

/** What lies between the database and this version: reads alone, and names migrations. */
export async function migrationState(
  database: Pick<Database, 'query'>,
  folder = migrationsFolder,
): Promise<{ missing: string[]; unknown: string[] }> {
  const migrations = await readMigrations(folder);
  const [made] = await database.query<{ name: string | null }>(
    `SELECT to_regclass('schema_migrations')::text AS name`,
  );
  const applied = made?.name == null ? [] : await readApplied(database);
  return {
    missing: migrations
      .filter(({ number }) => !applied.some((row) => row.number === number))
      .map(({ name }) => name),
    unknown: unknownIn(applied, migrations),
  };
}

interface Applied {
  number: number;
  name: string;
}

const readApplied = (connection: Pick<Database, 'query'>) =>
  connection.query<Applied>('SELECT number, name FROM schema_migrations ORDER BY number');

function unknownIn(applied: readonly Applied[], known: readonly Migration[]): string[] {
  const numbers = new Set(known.map((migration) => migration.number));
  return applied.filter((row) => !numbers.has(row.number)).map((row) => row.name);
}

async function refuseNewer(
  connection: Pick<Database, 'query'>,
  known: readonly Migration[],
): Promise<void> {
  const unknown = unknownIn(await readApplied(connection), known);
  if (unknown.length > 0) {
    throw new DatabaseTooNew(
      `This database belongs to a newer version of Last Mile (it has ${unknown.join(', ')}). ` +
        'Start that version, or use another folder or database.',
    );
  }
}
