import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, so that the load and what it measures do not share a thread. */
export interface ChildServer<Ready> {
  readonly ready: Ready;
  /** Asks it to close, and makes sure that it did. */
  close(): Promise<void>;
  /** Ends it as a power cut does, and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts the file at `module` as a child, sends it `order` and waits for its one answer.
 * What the child prints is kept back and shown only when it fails, or ends unasked.
 */
export async function startChild<Ready>(
  module: URL,
  order: unknown,
  isReady: (message: unknown) => message is Ready,
  timeoutMs = 60_000,
): Promise<ChildServer<Ready>> {
  const child = fork(fileURLToPath(module), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = collectOutput(child);
  const exited = once(child, 'exit');
  child.send({ order });
  const answer = await Promise.race([
    once(child, 'message', { signal: AbortSignal.timeout(timeoutMs) }).then(
      ([message]: unknown[]) => message,
    ),
    exited.then(() => undefined),
  ]).catch(() => undefined);
  if (!isReady(answer)) {
    child.kill('SIGKILL');
    throw new Error(`${module.pathname} did not start.\n${said()}`);
  }
  let isAsked = false;
  void exited.then(() => {
    if (!isAsked) process.stderr.write(`${module.pathname} ended unasked.\n${said()}\n`);
  });
  return {
    ready: answer,
    async close() {
      isAsked = true;
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await exited;
      clearTimeout(hard);
    },
    async kill() {
      isAsked = true;
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function collectOutput(child: ChildProcess): () => string {
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      parts.push(part);
      if (parts.length > 200) parts.shift();
    });
  }
  return () => parts.join('');
}
