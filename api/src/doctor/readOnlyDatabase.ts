import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerConfig } from '../config';
import { createDatabase, type Database } from '../db/database';
import { postgresPassword } from '../graph/managedIdentity';

/** Longer statements are given up: the doctor never keeps a busy database busier. */
const statementMs = 5_000;

/**
 * The database of a deployment, in which nothing can be written: PostgreSQL itself refuses. A data
 * folder's server is never started, only found where it runs.
 */
export async function openReadOnly(where: ServerConfig['database']): Promise<Database> {
  const address = new URL('url' in where ? where.url : await findRunning(where.folder));
  const given = address.searchParams.get('options') ?? '';
  const readOnly = `-c default_transaction_read_only=on -c statement_timeout=${statementMs}`;
  address.searchParams.set('options', `${given} ${readOnly}`.trim());
  const identity = 'url' in where ? where.managedIdentityClientId : undefined;
  return createDatabase(address.href, {
    maxConnections: 3,
    ...(identity === undefined ? {} : { password: postgresPassword(identity) }),
  });
}

/** Where the server of a data folder listens; a folder in which none runs leads to nobody. */
async function findRunning(folder: string): Promise<string> {
  const postmaster = join(folder, 'postgres', 'data', 'postmaster.pid');
  const lines = await readFile(postmaster, 'utf8').catch(() => '');
  // PostgreSQL writes where its socket is into the fifth line.
  const socket = lines.split('\n')[4] ?? folder;
  return `postgresql://last_mile@localhost/last_mile?host=${encodeURIComponent(socket)}`;
}
