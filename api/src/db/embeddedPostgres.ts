import { chown, mkdir, mkdtemp, readFile, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ownFolder } from './folderOwner';
import { findPostgres } from './postgresBinaries';
import { readPostmaster, runToEnd, startPostmaster, stopPostmaster } from './postmaster';
import { chooseLaunch, chooseUser, type Launch } from './unprivileged';

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  connectionString: string;
  /** The postmaster's process id; its children are the server's other processes. */
  processId: number;
  close(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** The data folder of Last Mile; the database lies in `<folder>/postgres`. */
  folder: string;
  /** `false` only for throw-away databases of tests: a power cut may then lose data. */
  durable?: boolean;
  maxConnections?: number;
}

const majorVersion = '18';
const databaseName = 'last_mile';
const userName = 'last_mile';

/**
 * Starts the PostgreSQL that came with npm on a folder, alone and reachable by a Unix socket only.
 * A second owner of the folder is refused; what a killed owner left running is stopped first.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  await mkdir(options.folder, { recursive: true });
  const folder = await realpath(options.folder);
  const owner = await ownFolder(folder);
  try {
    return await startOwned(folder, options, owner.release);
  } catch (error) {
    await owner.release();
    throw error;
  }
}

async function startOwned(
  folder: string,
  options: EmbeddedPostgresOptions,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const home = join(folder, 'postgres');
  const data = join(home, 'data');
  await stopOrphan(data);

  const user = await chooseUser(home);
  // Short, because a Unix socket's path may have 107 characters and a checkout's may have more.
  const runFolder = await mkdtemp(join(tmpdir(), 'last-mile-'));
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    const { initdb, postgres, environment } = await findPostgres(runFolder);
    if (user) await Promise.all([home, runFolder].map((path) => chown(path, user.uid, user.gid)));
    const launch = chooseLaunch(user, postgres, home);
    // Nothing of the caller's PG… or locale variables may change what the server does.
    const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC', ...environment };
    await initialise(launch, initdb, data, options.durable ?? true, env);
    const settings = serverSettings(runFolder, options);
    const server = await startPostmaster(launch, postgres, data, settings, env);
    await createDatabaseOnce(runFolder);
    return {
      connectionString: connectionString(runFolder, databaseName),
      processId: server.processId,
      async close() {
        await server.stop();
        await rm(runFolder, { recursive: true, force: true });
        await release();
      },
    };
  } catch (error) {
    // Tidying up must not hide why it did not start.
    await stopOrphan(data).catch(() => undefined);
    await rm(runFolder, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

/** A server whose Node was killed still holds the folder; so does its lock file after a crash. */
async function stopOrphan(data: string): Promise<void> {
  const orphan = await readPostmaster(data);
  if (!orphan) return;
  await stopPostmaster(orphan.processId, data);
  // In a container the same small process ids come back, and PostgreSQL takes a stranger with
  // the noted id for itself. We hold the folder, so the file can only be stale.
  await rm(join(data, 'postmaster.pid'), { force: true });
  if (orphan.socketFolder.startsWith(join(tmpdir(), 'last-mile-'))) {
    await rm(orphan.socketFolder, { recursive: true, force: true });
  }
}

/** Small and quiet: one laptop, one API. What is not named here is PostgreSQL's default. */
function serverSettings(socketFolder: string, options: EmbeddedPostgresOptions) {
  const durable = options.durable ?? true;
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    shared_buffers: '64MB',
    max_connections: options.maxConnections ?? 50,
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    // Nobody follows this server: a table that is made whole is flushed, and not logged besides.
    wal_level: 'minimal',
    max_wal_senders: 0,
    io_method: 'sync', // no extra processes for reading ahead in a small database
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'fatal',
    log_min_error_statement: 'panic', // statements may hold what people wrote
  };
}

async function initialise(
  launch: Launch,
  initdb: string,
  data: string,
  durable: boolean,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version?.trim() === majorVersion) return;
  if (version !== undefined) {
    throw new Error(
      `${data} was written by PostgreSQL ${version.trim()}, this version of Last Mile brings ` +
        `${majorVersion}. Start the version that wrote it, or use another folder (--data).`,
    );
  }
  // An initdb that was killed leaves files but no cluster: only a finished one gets the name.
  const unfinished = `${data}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await runToEnd(
    launch(
      initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${userName}`,
        '--auth=trust', // the socket's folder admits nobody but its owner and root
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      { cwd: '/', env, stdio: ['ignore', 'ignore', 'pipe'] },
    ),
    'initdb',
  );
  await rename(unfinished, data);
}

async function createDatabaseOnce(socketFolder: string): Promise<void> {
  const client = new pg.Client(connectionString(socketFolder, 'postgres'));
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      databaseName,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}

function connectionString(socketFolder: string, database: string): string {
  return `postgresql://${userName}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
}
