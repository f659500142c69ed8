import { openDataFolder } from '../../api/local-tenant/startup/dataFolder';
import { productConfig } from '../../api/local-tenant/startup/productConfig';
import {
  startServerInstance,
  type ServerInstance,
} from '../../api/local-tenant/testing/serverInstance';
import { startEmbeddedPostgres } from '../../api/src/db/embeddedPostgres';
import { startTenant, type Deployment, type DeploymentOptions } from './deployment';
import { freePorts } from './product';
import { startRoundRobin } from './roundRobin';

const stopWithinSeconds = 10;

/**
 * The product as a larger organisation runs it: two instances of the server program on one PostgreSQL,
 * behind one address. `killProduct` ends one of them, each in its turn, as a power cut does, and starts
 * another in its place; the other runs on.
 */
export async function startTwoInstances(
  folder: string,
  options: Pick<DeploymentOptions, 'licences'> = {},
): Promise<Deployment> {
  const port = await freePorts();
  const tenant = await startTenant(folder, port, options);
  const postgres = await startEmbeddedPostgres({ folder });
  const roundRobin = await startRoundRobin(port + 1);
  const origin = `http://localhost:${port + 1}`;
  const { origin: tenantOrigin, app } = tenant.ready;
  const config = productConfig(await openDataFolder(folder), app, {
    tenantOrigin,
    productOrigin: origin,
  });
  const start = () =>
    startServerInstance(
      { app: config, database: { url: postgres.connectionString }, stopWithinSeconds },
      tenantOrigin,
    );
  const running: ServerInstance[] = [await start(), await start()];
  const tellWhere = () => {
    roundRobin.use(running.map((instance) => instance.origin));
  };
  tellWhere();
  return {
    tenant: tenant.ready,
    product: { kind: 'product', origin, database: postgres.connectionString },
    async killProduct() {
      await running.shift()?.kill();
      running.push(await start());
      tellWhere();
    },
    async close() {
      await Promise.all(running.map((instance) => instance.stop()));
      await roundRobin.close();
      await postgres.close();
      await tenant.close();
    },
  };
}
