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
  return copyOf(templateDatabase, options);
}

/**
 * A database as `original` is now, as a backup would bring it back. Connections to the original are cut
 * for the moment of it; whoever listens comes back by itself.
 */
export async function copyTestDatabase({
  connectionString,
}: Pick<TestDatabase, 'connectionString'>): Promise<TestDatabase> {
  const name = new URL(connectionString).pathname.slice(1);
  const server = testServer();
  await onServer(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  try {
    await onServer(
      server,
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    return await copyOf(name, {});
  } finally {
    await onServer(server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  }
}

function testServer(): string {
  const server = process.env[testServerVariable];
  if (!server) throw new Error('No test database server: run under vitest (project api or e2e)');
  return server;
}

async function copyOf(
  template: string,
  options: { maxConnections?: number },
): Promise<TestDatabase> {
  const server = testServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Its files as they are: the server writes them without waiting, and logs no page of them.
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
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
