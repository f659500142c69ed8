import { join } from 'node:path';
import { createHostPages } from '../../api/local-tenant/hosts/createHostPages';
import { createLocalTenant } from '../../api/local-tenant/localTenant';
import { featuredId } from '../../api/local-tenant/sample/people';
import { programmeGroupId } from '../../api/local-tenant/sample/programme';
import { listenLocalTenant } from '../../api/local-tenant/server';
import { openDataFolder } from '../../api/local-tenant/startup/dataFolder';
import { registerApps } from '../../api/local-tenant/startup/registerApps';
import type { TenantOrder, TenantReady } from './deployment';

/** Everyone takes turns: each has an allowance of requests of their own, and few would use theirs up. */
const people = 900;

process.once('message', ({ order }: { order: TenantOrder }) => {
  void serveTenant(order);
});

async function serveTenant({ folder, port, licences }: TenantOrder): Promise<void> {
  const kept = await openDataFolder(folder);
  const tenant = await createLocalTenant({
    folder: join(folder, 'tenant'),
    controlEnabled: true,
    ...(licences === undefined ? {} : { switches: { licences } }),
  });
  const productOrigin = `http://localhost:${port + 1}`;
  const app = registerApps(tenant.directory, productOrigin, kept.clientSecret);
  const tenantOrigin = `http://localhost:${port}`;
  const server = await listenLocalTenant({
    tenant,
    port,
    pages: createHostPages({ tenant, productOrigin, tenantOrigin }),
  });
  const userIds = (tenant.directory.group(programmeGroupId)?.memberIds ?? []).slice(0, people);
  if (userIds.length === 0) throw new Error('The sample programme has no members.');
  const ready: TenantReady = {
    kind: 'tenant',
    origin: server.origin,
    app,
    members: await Promise.all(
      userIds.map(async (userId) => ({ userId, token: await tenant.entra.userToken(userId) })),
    ),
    ownerToken: await tenant.entra.userToken(featuredId('owner')),
  };
  process.send?.(ready);
  process.once('SIGTERM', () => {
    void server.close().then(() => process.exit(0));
  });
}
