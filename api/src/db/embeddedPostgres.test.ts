import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase } from './database';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embeddedPostgres';
import { FolderInUse } from './folderOwner';

interface Started {
  child: ChildProcess;
  connectionString: string;
  processId: number;
}

describe('the PostgreSQL that comes with npm', { timeout: 60_000 }, () => {
  let folder: string;
  const children: ChildProcess[] = [];
  let server: EmbeddedPostgres | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
    if (!server && existsSync(join(folder, 'postgres', 'data', 'PG_VERSION'))) {
      // Stops what a killed child left behind.
      server = await startEmbeddedPostgres({ folder });
    }
    await server?.close();
    server = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  /** A real second process that owns the folder and writes one committed line. */
  async function startInChild(env: NodeJS.ProcessEnv = process.env): Promise<Started> {
    const module = (name: string) => JSON.stringify(join(import.meta.dirname, `${name}.ts`));
    const code = `
      import { startEmbeddedPostgres } from ${module('embeddedPostgres')};
      import { createDatabase } from ${module('database')};
      const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} });
      const database = createDatabase(server.connectionString);
      await database.query('CREATE TABLE IF NOT EXISTS note (said text)');
      await database.query("INSERT INTO note VALUES ('committed')");
      process.on('SIGTERM', async () => {
        await database.end();
        await server.close();
        process.exit(0);
      });
      console.log(JSON.stringify(server));
      setInterval(() => undefined, 1000);`;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', code],
      { stdio: ['ignore', 'pipe', 'inherit'], env },
    );
    children.push(child);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, ...(JSON.parse(line.toString()) as Omit<Started, 'child'>) };
  }

  async function notes(connectionString: string): Promise<unknown[]> {
    const database = createDatabase(connectionString);
    try {
      return await database.query('SELECT said FROM note');
    } finally {
      await database.end();
    }
  }

  test('keeps its data over a clean stop and leaves no process and no socket', async () => {
    const first = await startInChild();
    first.child.kill('SIGTERM');
    await once(first.child, 'exit');
    // It is there for a moment after its end, until the system has taken note of it.
    await expect.poll(() => isAlive(first.processId)).toBe(false);
    const socketFolder = new URL(first.connectionString).searchParams.get('host')!;
    await expect(readdir(socketFolder)).rejects.toThrow('ENOENT');

    server = await startEmbeddedPostgres({ folder });
    expect(await notes(server.connectionString)).toEqual([{ said: 'committed' }]);
  });

  test('a second start on the same folder is refused and says who has it', async () => {
    const first = await startInChild();
    const second = startEmbeddedPostgres({ folder });
    await expect(second).rejects.toThrow(FolderInUse);
    await expect(second).rejects.toThrow(
      `is in use by another Last Mile (process ${first.child.pid!})`,
    );
    expect(await notes(first.connectionString)).toEqual([{ said: 'committed' }]);
  });

  test('two starts at the same moment: one gets the folder', async () => {
    const both = await Promise.allSettled(
      [1, 2].map(() => startEmbeddedPostgres({ folder, durable: false })),
    );
    server = both.find((outcome) => outcome.status === 'fulfilled')?.value;
    const refused = both.find((outcome) => outcome.status === 'rejected');
    expect(server).toBeDefined();
    expect(refused?.reason).toBeInstanceOf(FolderInUse);
  });

  test('kill -9 of Node shuts its server down as well', async () => {
    const first = await startInChild();
    await kill(first.child);
    await expect.poll(() => isAlive(first.processId), { timeout: 5_000 }).toBe(false);
  });

  test('a server that a killed Node left behind is stopped, and nothing committed is lost', async () => {
    // Without setpriv on the path nothing ties the server to its owner, and nothing lets it pass
    // through a closed folder.
    await chmod(folder, 0o755);
    const first = await startInChild({ ...process.env, PATH: '/nowhere' });
    await kill(first.child);
    expect(isAlive(first.processId)).toBe(true);

    server = await startEmbeddedPostgres({ folder });
    expect(isAlive(first.processId)).toBe(false);
    expect(await notes(server.connectionString)).toEqual([{ said: 'committed' }]);
  });

  test('after kill -9 of Node and of the server, as in a power cut, it recovers', async () => {
    const first = await startInChild();
    process.kill(first.processId, 'SIGKILL');
    await kill(first.child);

    server = await startEmbeddedPostgres({ folder });
    expect(await notes(server.connectionString)).toEqual([{ said: 'committed' }]);
  });

  test('a stranger who has the process id of a dead server does not stop it from starting', async () => {
    server = await startEmbeddedPostgres({ folder, durable: false });
    const path = join(folder, 'postgres', 'data', 'postmaster.pid');
    const noted = await readFile(path, 'utf8');
    await server.close();
    await writeFile(path, noted.replace(/^\d+/, String(process.pid)));
    server = await startEmbeddedPostgres({ folder });
    expect(isAlive(server.processId)).toBe(true);
  });

  test('works in a home folder that is closed to everyone else', async () => {
    await chmod(folder, 0o700);
    const inside = join(folder, 'checkout', '.data');
    await mkdir(inside, { recursive: true });
    const closed = await startEmbeddedPostgres({ folder: inside });
    const database = createDatabase(closed.connectionString);
    expect(await database.query('SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await database.query('SHOW fsync')).toEqual([{ fsync: 'on' }]);
    await database.end();
    await closed.close();
  });

  test('a folder of another PostgreSQL version is refused in words', async () => {
    const data = join(folder, 'postgres', 'data');
    await mkdir(data, { recursive: true });
    await writeFile(join(data, 'PG_VERSION'), '19\n');
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow('written by PostgreSQL 19');
    await rm(data, { recursive: true });
  });

  test('an initdb that was interrupted is begun again', async () => {
    const unfinished = join(folder, 'postgres', 'data.new');
    await mkdir(unfinished, { recursive: true });
    await writeFile(join(unfinished, 'PG_VERSION'), '18\n');
    server = await startEmbeddedPostgres({ folder, durable: false });
    expect(isAlive(server.processId)).toBe(true);
  });
});

/** A process that has ended but that nobody has waited for yet still has an id; it is not alive. */
function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')')).startsWith(') Z');
  } catch {
    return false;
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
