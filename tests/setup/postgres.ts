import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../../api/src/db/database';
import { startEmbeddedPostgres } from '../../api/src/db/embeddedPostgres';
import { migrate } from '../../api/src/db/migrate';
import { templateDatabase, testServerVariable } from '../../api/src/db/testDatabase';

interface Shared {
  users: number;
  stop: Promise<() => Promise<void>>;
}

// Two vitest projects of one run load this file twice; the process is what they share.
const shared = globalThis as typeof globalThis & { lastMileTestPostgres?: Shared };

/** Starts one throw-away PostgreSQL for the run, with a migrated template to copy from. */
export async function setup(): Promise<() => Promise<void>> {
  const server = (shared.lastMileTestPostgres ??= { users: 0, stop: startServer() });
  server.users += 1;
  await server.stop;
  return async () => {
    server.users -= 1;
    if (server.users > 0) return;
    delete shared.lastMileTestPostgres;
    await (
      await server.stop
    )();
  };
}

async function startServer(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'last-mile-test-'));
  const server = await startEmbeddedPostgres({ folder, durable: false, maxConnections: 200 });
  const database = createDatabase(server.connectionString, { maxConnections: 2 });
  await database.query(`CREATE DATABASE ${templateDatabase}`);
  await database.end();
  const template = new URL(server.connectionString);
  template.pathname = `/${templateDatabase}`;
  const templated = createDatabase(template.href, { maxConnections: 2 });
  await migrate(templated);
  await templated.end();
  process.env[testServerVariable] = server.connectionString;
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
