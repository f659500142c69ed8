import { mkdir } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { ConfigError, readConfig, type ServerConfig } from './config';
import { createDatabase } from './db/database';
import { startEmbeddedPostgres } from './db/embeddedPostgres';
import { migrate } from './db/migrate';
import { createLog } from './http/log';
import { createProduct } from './product';

/** Starts the API for a real tenant and stops it in order; the only file that does things by itself. */
async function main(config: ServerConfig): Promise<void> {
  const log = createLog(config.logLevel);
  const postgres = await openPostgres(config);
  const database = createDatabase(postgres.connectionString);
  await migrate(database);
  const send = (request: Request) => fetch(request);
  const product = await createProduct({ config: config.app, database, send, log });
  const server = serve({ fetch: product.app.http.fetch, port: config.port });
  await product.start();
  log.info({ port: config.port }, 'the API listens');

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    log.info('stopping');
    server.close(() => {
      void product
        .stop()
        .then(() => database.end())
        .then(() => postgres.close());
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function openPostgres({ database }: ServerConfig) {
  if ('url' in database) {
    return { connectionString: database.url, close: () => Promise.resolve() };
  }
  await mkdir(database.folder, { recursive: true });
  return startEmbeddedPostgres({ folder: database.folder });
}

try {
  await main(readConfig(process.env));
} catch (error) {
  const known = error instanceof ConfigError;
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
