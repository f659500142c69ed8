import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Another process has this folder open. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

const answerWithinMs = 2_000;

/**
 * Makes this process the one owner of a folder until `release` is called or the process ends in
 * any way: the sign of ownership is a listening socket, and the kernel takes it from the dead.
 */
export async function ownFolder(folder: string): Promise<{ release: () => Promise<void> }> {
  const address = addressOf(folder);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(String(process.pid));
  });
  await listenOn(server, address, folder);
  // Owning a folder is no reason to stay alive.
  server.unref();
  return {
    release: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

/**
 * On Linux an abstract socket: it has no file that could be left behind. Elsewhere a socket file
 * in the folder, which a dead owner leaves but nobody answers on.
 */
function addressOf(folder: string): string {
  if (process.platform !== 'linux') return join(folder, 'owner.sock');
  return `\0last-mile/${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
}

async function listenOn(server: Server, address: string, folder: string): Promise<void> {
  try {
    await listen(server, address);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const owner = await askOwner(address);
    if (owner === undefined && !address.startsWith('\0')) {
      await rm(address, { force: true });
      await listen(server, address);
      return;
    }
    throw new FolderInUse(
      `The folder ${folder} is in use by another Last Mile (process ${owner ?? 'unknown'}). ` +
        'Stop that one first, or start with another folder (--data).',
    );
  }
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function askOwner(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address);
    socket.setTimeout(answerWithinMs, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answer || undefined);
    });
  });
}
