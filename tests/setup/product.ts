import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The whole product, started as a person starts it. */
export interface Product {
  /** The local tenant: host pages, and the loopback of Graph and Entra. */
  readonly hostOrigin: string;
  /** The product itself: API, tab and pane. */
  readonly origin: string;
  readonly folder: string;
  readonly processId: number;
  /** Everything printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does and waits until it is gone; gives the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

export interface ProductOptions {
  /** Folder of an earlier start; without it a fresh one is made and removed by {@link Product.stop}. */
  readonly folder?: string;
  readonly port?: number;
  readonly arguments?: readonly string[];
}

/** Longest wait for a start: a fresh machine builds the apps first. */
const startWithinMs = 110_000;

/** `npm start` on a folder of its own and two free ports; resolves when it says it is ready. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'last-mile-product-')));
  const port = options.port ?? (await freePorts());
  const child = spawn(
    process.execPath,
    [
      'api/local-tenant/start.mjs',
      '--port',
      String(port),
      '--data',
      folder,
      ...(options.arguments ?? []),
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  const collect = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));

  const product: Product = {
    hostOrigin: `http://localhost:${port}`,
    origin: `http://localhost:${port + 1}`,
    folder,
    processId: child.pid ?? 0,
    output: () => printed,
    async stop() {
      child.kill('SIGINT');
      const code = await exited;
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
  await answering(`${product.origin}/api/health`, child, () => printed);
  return product;
}

/** Resolves once the address answers 200; rejects with what was printed when the process ends first. */
async function answering(address: string, child: ChildProcess, printed: () => string) {
  const deadline = Date.now() + startWithinMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The product ended:\n${printed()}`);
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The product was not ready in time:\n${printed()}`);
}

/**
 * Where ports are taken from: below those that systems give to outgoing connections, which would take
 * one between the choice and the start.
 */
const portsFrom = 15_000;
const portsUntil = 32_000;
const given = new Set<number>();

/** A port that is free together with the next one, and is given once. */
export async function freePorts(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = randomInt(portsFrom / 2, portsUntil / 2) * 2;
    if (given.has(port)) continue;
    if ((await isFree(port)) && (await isFree(port + 1))) {
      given.add(port);
      return port;
    }
  }
  throw new Error('No two neighbouring ports are free.');
}

function isFree(port: number) {
  return new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}
