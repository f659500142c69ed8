import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createLoopbackSend } from '../../api/local-tenant/loopbackSend';
import { createStandInFiles } from '../../api/local-tenant/office-stand-in/createStandInFiles';
import { openDataFolder } from '../../api/local-tenant/startup/dataFolder';
import { productConfig } from '../../api/local-tenant/startup/productConfig';
import { createDatabase } from '../../api/src/db/database';
import { startEmbeddedPostgres } from '../../api/src/db/embeddedPostgres';
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
  const config = productConfig(kept, app, { tenantOrigin, productOrigin });
  const product = await createProduct({
    config,
    database: createDatabase(postgres.connectionString),
    send: createLoopbackSend(tenantOrigin),
    log: createLog('warn'),
  });
  await product.start();
  const site = new Hono();
  if (order.emptyPage !== undefined) {
    const pageConfig = { ...config, apiScope: `${config.appIdUri}/access_as_user` };
    site.route('/empty', builtApp(order.emptyPage, 'tab', pageConfig));
  }
  site.route('/', product.app.http);
  const standIn = createStandInFiles({ tenantOrigin });
  serve(
    {
      fetch: (request, env) => standIn(request) ?? site.fetch(request, env),
      hostname: '127.0.0.1',
      port,
    },
    () => {
      const ready: ProductReady = { kind: 'product', origin: productOrigin };
      process.send?.(ready);
    },
  );
}
