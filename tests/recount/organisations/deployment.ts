import {
  createLocalTenant,
  localSiteId,
  localTenantId,
  type LocalTenant,
} from '../../../api/local-tenant/localTenant';
import { provisionLists } from '../../../api/local-tenant/startup/provisionLists';
import { registerApps } from '../../../api/local-tenant/startup/registerApps';
import type { AppConfig } from '../../../api/src/config';
import { defaultRetentionDays } from '../../../api/src/features/privacy/retentionDays';
import { createTestDatabase, type TestDatabase } from '../../../api/src/db/testDatabase';
import { createLog } from '../../../api/src/http/log';
import { createProduct, type Product } from '../../../api/src/product';

/** The whole product on an empty local tenant of its own, without a port. */
export interface Deployment {
  readonly tenant: LocalTenant;
  readonly database: TestDatabase;
  readonly config: AppConfig;
  readonly product: Product;
  /** Asks the API as somebody of the directory and gives what it answered; fails on a refusal. */
  ask(userId: string, path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

const secret = 'a secret for tests, 32 characters or more';

export async function createDeployment(now: () => Date): Promise<Deployment> {
  const tenant = await createLocalTenant({ now });
  const app = registerApps(tenant.directory, 'http://localhost:3001', 'for tests');
  const send = (request: Request) => tenant.send(request);
  await provisionLists(tenant, 'for tests');
  const database = await createTestDatabase();
  const config: AppConfig = {
    ...{ tenantId: localTenantId, clientId: app.clientId, appIdUri: app.appIdUri ?? '' },
    ...{ credential: { kind: 'secret', secret: 'for tests' }, site: localSiteId },
    ...{ publicOrigin: 'http://localhost:3001', teamsAppId: null, hostOrigins: [], secret },
    previousSecrets: [],
    rateLimit: { burst: 1_000, perSecond: 1_000 },
    retention: defaultRetentionDays,
    folders: { tab: '/nowhere', pane: '/nowhere', icons: '/nowhere' },
  };
  const product = await createProduct({ config, database, send, log: createLog('warn'), now });

  return {
    ...{ tenant, database, config, product },
    async ask(userId, path, body) {
      const token = await tenant.entra.userToken(userId);
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const response = await product.app.http.request(
        path,
        body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
      );
      if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
      return (await response.json()) as unknown;
    },
    async close() {
      await product.stop();
      await database.end();
      await tenant.close();
    },
  };
}
