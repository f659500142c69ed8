import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { ServerConfig } from './config';
import { createDatabase } from './db/database';
import { startEmbeddedPostgres } from './db/embeddedPostgres';
import { migrate } from './db/migrate';
import { postgresPassword } from './graph/managedIdentity';
import type { Send } from './graph/send';
import { createLog } from './http/log';
import { serveUntilStopped } from './http/serveUntilStopped';
import { createProduct, version, type Product } from './product';
import { rollSecret } from './rollSecret';
import type { Telemetry } from './telemetry/telemetry';

/** The API that runs, of which there may be several on one database. */
export interface RunningServer {
  readonly port: number;
  /**
   * Refuses what comes from now on, finishes what is being answered and delivered, and hands the leases
   * back, all within `stopWithinSeconds`. Asked again it is the same stop.
   */
  stop(): Promise<void>;
}

/** Of the time to stop, what answers may take; the rest is for deliveries. */
const shareForAnswers = 0.4;

/** Brings the database to this version, builds the product and serves it. */
export async function startServer(config: ServerConfig, send: Send): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const postgres = await openPostgres(config);
  const { database } = postgres;
  const telemetry = await openTelemetry(config);
  try {
    await migrate(database);
    await rollSecret(database, config.app);
    const product = await createProduct({
      ...{ config: config.app, database, send, log },
      ...(telemetry && { telemetry }),
    });
    const server = await serveUntilStopped(product.app.http.fetch, config.port);
    const { port } = server.address() as AddressInfo;
    await product.start();
    log.tell('listening', { port });
    const stopMs = config.stopWithinSeconds * 1000;
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      log.tell('stopping', {});
      const begun = Date.now();
      await server.stop(stopMs * shareForAnswers);
      const isFinished = await finish(product, stopMs - (Date.now() - begun));
      if (!isFinished) log.tell('leftUnfinished', {});
      await telemetry?.close();
      await postgres.close();
      log.tell('stopped', {});
    };
    return { port, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await postgres.close();
    throw error;
  }
}

/** Whether all work in the background came to its end; its leases are free either way. */
async function finish(product: Product, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, withinMs, false);
  });
  const isFinished = await Promise.race([product.stop().then(() => true), late]);
  clearTimeout(timer);
  if (!isFinished) await product.handBack();
  return isFinished;
}

/** Loaded only where somebody listens. */
async function openTelemetry({ telemetryEndpoint }: ServerConfig): Promise<Telemetry | undefined> {
  if (telemetryEndpoint === null) return undefined;
  const { createOpenTelemetry } = await import('./telemetry/openTelemetry');
  return createOpenTelemetry(telemetryEndpoint, version);
}

/** The database of the settings, and what lets it go. */
export async function openPostgres({ database: place }: ServerConfig) {
  if ('url' in place) {
    const { url, managedIdentityClientId: clientId } = place;
    const database = createDatabase(
      url,
      clientId === undefined ? {} : { password: postgresPassword(clientId) },
    );
    return { database, close: () => database.end() };
  }
  await mkdir(place.folder, { recursive: true });
  const postgres = await startEmbeddedPostgres({ folder: place.folder });
  const database = createDatabase(postgres.connectionString);
  return {
    database,
    close: async () => {
      await database.end();
      await postgres.close();
    },
  };
}
