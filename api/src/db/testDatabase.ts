import { randomBytes } from 'node:crypto';
import { createDatabase, type Database } from './database';

/** A fresh database of the current version; `end()` drops it. */
export interface TestDatabase extends Database {
  /** For a child process that works on the same database. */
  connectionString: string;
}

/** Where tests/setup/postgres.ts says which server and template the tests of this run use. */
export const testServerVariable = 'LAST_MILE_TEST_POSTGRES';
export const templateDatabase = 'last_mile_template';

/** Copies the migrated template: a test file starts from an empty, current database in a moment. */
export async function createTestDatabase(
  options: { maxConnections?: number } = {},
): Promise<TestDatabase> {
  const server = process.env[testServerVariable];
  if (!server) throw new Error('No test database server: run under vitest (project api or e2e)');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const connectionString = address.href;
  const database = createDatabase(connectionString, { maxConnections: 5, ...options });
  return {
    ...database,
    connectionString,
    async end() {
      await database.end();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const database = createDatabase(server, { maxConnections: 1 });
  try {
    await database.query(statement);
  } finally {
    await database.end();
  }
}
