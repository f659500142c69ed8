import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { BareOrder, ServerReady } from './loadTargets';

/** The least a Hono server can do: each route answers the very bytes the product answered. */
process.once('message', ({ order }: { order: BareOrder }) => {
  const app = new Hono();
  for (const { method, path, status, headers, body } of order.answers) {
    const bytes = new TextEncoder().encode(body);
    if (method === 'GET') {
      app.get(path, () => new Response(bytes, { status, headers }));
    } else {
      app.post(path, async (c) => {
        // A post is read to its end before it is answered, as any server must.
        await c.req.text();
        return new Response(bytes, { status, headers });
      });
    }
  }
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
    const ready: ServerReady = { origin: `http://127.0.0.1:${port}` };
    process.send?.(ready);
  });
  process.once('SIGTERM', () => {
    server.close();
    process.exit(0);
  });
});
