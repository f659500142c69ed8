import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalTenant } from './localTenant';

/** More than Graph takes, so that its own 413 is what callers meet. */
const largestBody = 16 * 1024 * 1024;

export interface LoopbackServer {
  readonly origin: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves a local tenant on 127.0.0.1: Graph and Entra under their host names as paths, `/control/` where
 * it is enabled, and `pages` (the host pages) for the rest. A request the tenant drops loses its socket,
 * as a caller of a real service would see it.
 */
export async function listenLocalTenant(options: {
  tenant: LocalTenant;
  /** 0 takes any free port. */
  port: number;
  pages?: (request: Request) => Promise<Response | undefined>;
}): Promise<LoopbackServer> {
  const { tenant, pages } = options;
  const server = createServer((incoming, outgoing) => {
    void respond(incoming, outgoing);
  });

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const request = await toRequest(incoming);
      if (!request) {
        outgoing.writeHead(413).end();
        return;
      }
      const page = isTenantPath(request) ? undefined : await pages?.(request);
      await write(page ?? (await tenant.send(request)), outgoing);
    } catch {
      incoming.socket.destroy();
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const tenantPath =
  /^\/(?:graph\.microsoft\.com|login\.microsoftonline\.com|reports\.office\.com|control)\//;

const isTenantPath = (request: Request) => tenantPath.test(new URL(request.url).pathname);

async function toRequest(incoming: IncomingMessage): Promise<Request | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  const headers = new Headers();
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '');
  }
  const method = incoming.method ?? 'GET';
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`);
  return new Request(url, {
    method,
    headers,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) }),
  });
}

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const headers: [string, string][] = [...response.headers].filter(
    ([name]) => name !== 'set-cookie',
  );
  const cookies = response.headers.getSetCookie();
  for (const [name, value] of headers) outgoing.setHeader(name, value);
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.writeHead(response.status, { 'content-length': body.length });
  outgoing.end(body);
}
