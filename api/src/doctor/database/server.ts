import { migrationState } from '../../db/migrate';
import { nameOfFailure } from '../failure';
import { ok, problem, type Check, type Finding } from '../finding';
import type { DatabaseState, Ground } from '../ground';

const nothingWorks = 'the API does not start, and answers nothing';
/** The earliest version that has what the migrations use (`UNIQUE NULLS NOT DISTINCT`). */
const leastMajor = 15;

/** PostgreSQL's and Node's codes for what keeps a database away. */
const known: Readonly<Record<string, { found: string; toDo: string }>> = {
  '28P01': {
    found: 'it refuses the password',
    toDo: 'Put the password of the database’s user into DATABASE_URL.',
  },
  '28000': {
    found: 'it refuses the user',
    toDo: 'Correct the user in DATABASE_URL, or let the database take connections from this address with TLS (?sslmode=require).',
  },
  '3D000': {
    found: 'it has no database of that name',
    toDo: 'Make it (CREATE DATABASE …), or correct the name in DATABASE_URL.',
  },
  '53300': {
    found: 'it takes no more connections',
    toDo: 'Raise max_connections, or run fewer instances.',
  },
};

/** Why the database does not answer, by the code of the failure. */
function judgeAway(failure: string): Finding {
  const reason = known[failure];
  return problem(
    `${reason?.found ?? 'it does not answer'} (${failure})`,
    nothingWorks,
    reason?.toDo ??
      'Start PostgreSQL, and let it take connections from where the API runs (Azure portal → the server → Networking); then compare DATABASE_URL or DATA_FOLDER.',
  );
}

export function judgeVersion(versionNumber: number): Finding {
  const [major, minor] = [Math.floor(versionNumber / 10_000), versionNumber % 10_000];
  if (major >= leastMajor) return ok(`PostgreSQL ${major}.${minor}`);
  return problem(
    `it is PostgreSQL ${major}.${minor}`,
    nothingWorks,
    `Upgrade to PostgreSQL ${leastMajor} or later (Azure portal → the server → Upgrade).`,
  );
}

/** `missing` and `unknown` are names of migrations: not applied yet, and of a newer version. */
function judgeMigrations(state: {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}): Finding {
  if (state.unknown.length > 0) {
    return problem(
      `it was written by a newer version (${state.unknown.join(', ')})`,
      'this version of the API refuses to start',
      'Deploy the newer version again, or restore the backup made before the upgrade (docs/operations.md).',
    );
  }
  if (state.missing.length > 0) {
    return problem(
      `${state.missing.length} not applied, from ${state.missing[0] ?? ''} on`,
      'the API of this version has not started on it yet',
      'Start the API of this version: it brings the database up by itself.',
    );
  }
  return ok('all applied');
}

/** Whether what was committed survives a power cut. */
function judgeDurability(
  state: Pick<DatabaseState, 'fsync' | 'fullPageWrites' | 'synchronousCommit'>,
): Finding {
  const off = [
    ['fsync', state.fsync],
    ['full_page_writes', state.fullPageWrites],
    ['synchronous_commit', state.synchronousCommit],
  ]
    .filter(([, value]) => value === 'off')
    .map(([name]) => name);
  if (off.length === 0) return ok('what is committed is on disk');
  return problem(
    `${off.join(', ')} is off`,
    'what people sent may be lost with the power',
    `Switch on: ALTER SYSTEM SET ${off[0] ?? ''} = on; SELECT pg_reload_conf(); (Azure portal → the server → Server parameters).`,
  );
}

/** Whether every letter of every language can be kept. */
export function judgeEncoding(encoding: string): Finding {
  if (encoding === 'UTF8') return ok('UTF8');
  return problem(
    `its encoding is ${encoding}`,
    'words with letters outside it cannot be kept: they are refused',
    `Make a database WITH ENCODING 'UTF8' TEMPLATE template0, and restore the backup into it.`,
  );
}

const nearlyFull = 0.8;

/** Whether connections are left, and how large the database is. */
export function judgeRoom(
  state: Pick<DatabaseState, 'bytes' | 'connections' | 'maxConnections'>,
): Finding {
  const { connections, maxConnections } = state;
  const used = `${connections} of ${maxConnections} connections`;
  if (connections <= maxConnections * nearlyFull) {
    return ok(`${(state.bytes / 1_000_000).toFixed(0)} MB, ${used}`);
  }
  return problem(
    `${used} are taken`,
    'an instance that needs another one fails',
    'Raise max_connections, or run fewer instances: each takes up to eleven (docs/operations.md).',
  );
}

export const databaseChecks: readonly Check<Ground>[] = [
  {
    id: 'database.version',
    title: 'Database',
    look: ({ database }) =>
      database.result().then(
        ({ versionNumber }) => judgeVersion(versionNumber),
        (error: unknown) => judgeAway(nameOfFailure(error)),
      ),
  },
  {
    id: 'database.migrations',
    title: 'Migrations',
    look: async ({ db }) => judgeMigrations(await migrationState(await db())),
  },
  {
    id: 'database.durability',
    title: 'Commits on disk',
    look: async ({ database }) => judgeDurability(await database.needed()),
  },
  {
    id: 'database.encoding',
    title: 'Encoding',
    look: async ({ database }) => judgeEncoding((await database.needed()).encoding),
  },
  {
    id: 'database.room',
    title: 'Size and connections',
    look: async ({ database }) => judgeRoom(await database.needed()),
  },
];
