import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The database at a `postgres://…` address, or the one running in a data folder of `npm start`. */
export async function databaseAddress(where: string): Promise<string> {
  if (where.includes('://')) return where;
  const postmaster = join(where, 'postgres', 'data', 'postmaster.pid');
  const lines = await readFile(postmaster, 'utf8').catch(() => {
    throw new Error(`Nothing is running in ${where}: start it, or say which database to recount.`);
  });
  // PostgreSQL writes where its socket is into the fifth line.
  const socket = lines.split('\n')[4] ?? '';
  return `postgresql://last_mile@localhost/last_mile?host=${encodeURIComponent(socket)}`;
}
