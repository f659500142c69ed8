import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { later } from './errors';
import { apiHeaders } from './perimeter';
import { serverLimits } from './serverLimits';

type Fetch = Parameters<typeof serve>[0]['fetch'];

export interface StoppableServer {
  address(): ReturnType<Server['address']>;
  /**
   * From now on every request but the one whether we are alive is refused, and told when to come again;
   * resolves when what was being answered is answered, or cut off after `withinMs`.
   */
  stop(withinMs: number): Promise<void>;
}

const lookEveryMs = 50;

/** Listens on `port` (0 takes any that is free) on every address; throws where the port is taken. */
export async function serveUntilStopped(fetch: Fetch, port: number): Promise<StoppableServer> {
  let isStopping = false;
  const answer: Fetch = (request, env) => {
    const isAlive = new URL(request.url).pathname === '/api/health';
    return isStopping && !isAlive ? refusal() : fetch(request, env);
  };
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve({ fetch: answer, port, serverOptions: serverLimits }, () => {
      listening.off('error', reject);
      resolve(listening as Server);
    });
    listening.once('error', reject);
  });
  return {
    address: () => server.address(),
    async stop(withinMs) {
      isStopping = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      // Browsers and load balancers keep connections open that nothing is answered on.
      const idle = setInterval(() => {
        server.closeIdleConnections();
      }, lookEveryMs);
      const cut = setTimeout(() => {
        server.closeAllConnections();
      }, withinMs);
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
    },
  };
}

/** To a connection that is closed with it, so that the next attempt reaches another instance. */
function refusal(): Response {
  const { status, problem, headers } = later(503, 'stopping', 1);
  return Response.json(problem, {
    status,
    headers: { ...apiHeaders, ...headers, Connection: 'close' },
  });
}
