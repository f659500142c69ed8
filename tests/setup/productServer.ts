import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createLoopbackSend } from '../../api/local-tenant/loopbackSend';
import { createStandInFiles } from '../../api/local-tenant/office-stand-in/createStandInFiles';
import { openDataFolder } from '../../api/local-tenant/startup/dataFolder';
import { productConfig } from '../../api/local-tenant/startup/productConfig';
import type { AppConfig } from '../../api/src/config';
import { createDatabase } from '../../api/src/db/database';
import { startEmbeddedPostgres } from '../../api/src/db/embeddedPostgres';
import type { AppEnv } from '../../api/src/http/appEnv';
import { builtApp } from '../../api/src/http/builtApp';
import { createLog } from '../../api/src/http/log';
import { createProduct } from '../../api/src/product';
import type { ProductOrder, ProductReady } from './deployment';

process.once('message', ({ order }: { order: ProductOrder }) => {
  void serveProduct(order);
});

async function serveProduct(order: ProductOrder): Promise<void> {
  const { folder, port, tenantOrigin, app } = order;
  const productOrigin = `http://localhost:${port}`;
  const kept = await openDataFolder(folder);
  const postgres = await startEmbeddedPostgres({ folder });
  process.once('SIGTERM', () => {
    // The folder is thrown away: nothing has to be finished, but PostgreSQL must not be left behind.
    void postgres.close().finally(() => process.exit(0));
  });
  const database = createDatabase(postgres.connectionString);
  // One process works on the folder: whoever held a lease before was killed, and is not waited for.
  await database.query('UPDATE lease SET expires_at = now()');
  const config = productConfig(kept, app, { tenantOrigin, productOrigin });
  const product = await createProduct({
    config,
    database,
    send: createLoopbackSend(tenantOrigin),
    log: createLog('warn'),
  });
  await product.start();
  const empty = order.emptyPage === undefined ? undefined : emptyApp(order.emptyPage, config);
  const standIn = createStandInFiles({ tenantOrigin });
  serve(
    {
      fetch: (request, env) =>
        standIn(request) ??
        (empty !== undefined && new URL(request.url).pathname.startsWith('/empty/')
          ? empty.fetch(request, env)
          : product.app.http.fetch(request, env)),
      hostname: '127.0.0.1',
      port,
    },
    () => {
      const ready: ProductReady = {
        kind: 'product',
        origin: productOrigin,
        database: postgres.connectionString,
      };
      process.send?.(ready);
    },
  );
}

/** The empty page, served with the headers, the compression and the caching that the tab gets. */
function emptyApp(folder: string, { appIdUri, ...config }: AppConfig) {
  const apiScope = `${appIdUri}/access_as_user`;
  const { clientId, tenantId, teamsAppId, hostOrigins } = config;
  const page = builtApp(folder, 'tab', { clientId, tenantId, apiScope, teamsAppId, hostOrigins });
  return new Hono<AppEnv>().route('/empty', page);
}
