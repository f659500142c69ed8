import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { serverLimits } from '../../src/http/serverLimits';
import type { Product } from '../../src/product';
import { createStandInFiles } from '../office-stand-in/createStandInFiles';

/** Serves the product, with the Office stand-in's files in front of its own. */
export async function listenProduct(
  product: Pick<Product, 'app'>,
  port: number,
  tenantOrigin: string,
): Promise<{ close(): Promise<void> }> {
  const standIn = createStandInFiles({ tenantOrigin });
  const { http } = product.app;
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve(
      {
        fetch: (request, env) => standIn(request) ?? http.fetch(request, env),
        hostname: '127.0.0.1',
        port,
        serverOptions: serverLimits,
      },
      () => {
        resolve(listening as Server);
      },
    );
    listening.once('error', reject);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        // Browsers keep connections open; what is being answered may finish first.
        server.closeIdleConnections();
        setTimeout(() => {
          server.closeAllConnections();
        }, 1_000).unref();
      }),
  };
}
