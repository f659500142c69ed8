import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Launch } from './unprivileged';

const startWithinMs = 60_000;
const stopWithinMs = 30_000;
const pollMs = 10;

/** What a postmaster notes about itself in its data folder. */
export interface NotedPostmaster {
  processId: number;
  socketFolder: string;
  ready: boolean;
}

/** Reads `postmaster.pid`; its line order is fixed by PostgreSQL's `pidfile.h`. */
export async function readPostmaster(data: string): Promise<NotedPostmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const lines = text?.split('\n') ?? [];
  const processId = Number(lines[0]);
  if (!Number.isInteger(processId) || processId <= 0) return undefined;
  return { processId, socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/** Starts a server and waits until it takes connections. */
export async function startPostmaster(
  launch: Launch,
  program: string,
  data: string,
  settings: Record<string, string | number>,
  env: NodeJS.ProcessEnv,
): Promise<{ processId: number; stop: () => Promise<void> }> {
  const deadline = Date.now() + startWithinMs;
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  for (;;) {
    // Detached: Ctrl-C goes to the whole foreground group, and the server must outlive the API's
    // last transaction.
    const child = launch(program, ['-D', data, ...args], {
      cwd: '/',
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const outcome = await waitUntilReady(child, data, deadline);
    if (outcome === 'ready') return running(child, data);
    // The last backends of a killed postmaster leave within moments.
    const busy = /shared memory block .* is still in use/.test(outcome.said);
    if (!busy || Date.now() > deadline) {
      throw new Error(`PostgreSQL did not start: ${outcome.said || 'it said nothing'}`);
    }
    await delay(200);
  }
}

function running(child: ChildProcess, data: string) {
  const { pid } = child;
  if (pid === undefined) throw new Error('PostgreSQL has no process id');
  // An exit that skips close() must not leave the server behind; SIGINT is its fast shutdown.
  const onExit = () => child.kill('SIGINT');
  process.once('exit', onExit);
  child.once('exit', () => process.off('exit', onExit));
  return { processId: pid, stop: () => stopPostmaster(pid, data) };
}

async function waitUntilReady(
  child: ChildProcess,
  data: string,
  deadline: number,
): Promise<'ready' | { said: string }> {
  const said = lastWords(child);
  const end = new AbortController();
  for (const event of ['error', 'close']) {
    child.once(event, () => {
      end.abort();
    });
  }
  while (!end.signal.aborted && Date.now() < deadline) {
    const noted = await readPostmaster(data);
    if (noted?.ready && noted.processId === child.pid) {
      detachFrom(child);
      return 'ready';
    }
    await delay(pollMs);
  }
  if (!end.signal.aborted) child.kill('SIGQUIT');
  return { said: said() };
}

/** Keeps the end of what a program says on its error output. */
function lastWords(child: ChildProcess): () => string {
  let text = '';
  child.on('error', (error) => (text += error.message));
  child.stderr?.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-4_000)));
  return () => text.trim();
}

/** A server that runs is no reason for Node to stay alive. */
function detachFrom(child: ChildProcess): void {
  child.unref();
  (child.stderr as { unref?: () => void } | null)?.unref?.();
}

/** Waits for a program and throws what it said when it failed. */
export async function runToEnd(child: ChildProcess, name: string): Promise<void> {
  const said = lastWords(child);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => {
      resolve(null);
    });
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${name} failed: ${said() || `exit code ${code ?? 'none'}`}`);
}

/** Shuts a server down without waiting for its clients, then by force; a stranger is left alone. */
export async function stopPostmaster(processId: number, data: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!(await isPostmasterOf(processId, data))) return;
    process.kill(processId, signal);
    const deadline = Date.now() + stopWithinMs;
    while (Date.now() < deadline) {
      if (!(await isPostmasterOf(processId, data))) return;
      await delay(pollMs);
    }
  }
  throw new Error(`PostgreSQL (process ${processId}) does not stop`);
}

async function isPostmasterOf(processId: number, data: string): Promise<boolean> {
  try {
    process.kill(processId, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  // A zombie has an empty command line, so a dead server nobody has waited for counts as gone.
  const command = await readFile(`/proc/${processId}/cmdline`, 'utf8').catch(() => '');
  return command.split('\0').includes(data);
}
