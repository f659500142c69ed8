import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** What stands before several instances, as simple as it can be: no health is watched. */
export interface RoundRobin {
  /** Where the instances are from now on. */
  use(origins: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * Sends each request to the next instance, to another one where that cannot be reached. An instance that
 * dies while it answers takes the caller's connection with it: whether it acted nobody can tell.
 */
export async function startRoundRobin(port: number): Promise<RoundRobin> {
  let origins: readonly string[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing).catch(() => incoming.socket.destroy());
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    turn += 1;
    for (let attempt = 0; attempt < origins.length; attempt += 1) {
      const origin = origins[(turn + attempt) % origins.length] ?? '';
      try {
        const answered = await send(origin, incoming, body);
        outgoing.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
        answered.once('error', () => incoming.socket.destroy());
        answered.pipe(outgoing);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
      }
    }
    outgoing.writeHead(503, { 'Content-Type': 'application/json' }).end('{"code":"noInstance"}');
  }

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    use(now) {
      origins = now;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function send(origin: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { method, url = '/', headers } = incoming;
  return new Promise((resolve, reject) => {
    // A connection for each: one that an instance has closed meanwhile would look like its death.
    const asked = ask(`${origin}${url}`, { method: method ?? 'GET', headers, agent: false });
    asked.once('response', resolve);
    asked.once('error', reject);
    asked.end(body);
  });
}
