import { calendarDayIn } from '@last-mile/shared/calendar';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import {
  createLocalTenant,
  localSiteId,
  localTenantId,
} from '../../../api/local-tenant/localTenant';
import { fillDirectory } from '../../../api/local-tenant/sample/fillDirectory';
import { fillSample } from '../../../api/local-tenant/sample/fillSample';
import { featuredId } from '../../../api/local-tenant/sample/people';
import { createProgramme, timeZone } from '../../../api/local-tenant/sample/programme';
import { provisionLists } from '../../../api/local-tenant/startup/provisionLists';
import { registerApps } from '../../../api/local-tenant/startup/registerApps';
import { sampleGroundOf } from '../../../api/local-tenant/startup/sampleGroundOf';
import { defaultRateLimit, type AppConfig } from '../../../api/src/config';
import { createTestDatabase } from '../../../api/src/db/testDatabase';
import { createSampleDataMark } from '../../../api/src/features/programme/sampleData';
import { createLog } from '../../../api/src/http/log';
import { createProduct } from '../../../api/src/product';

/** A deployment with the sample organisation in it, as `npm start` fills one, without a port. */
export interface FilledDeployment {
  readonly connectionString: string;
  readonly programme: Programme;
  /** The dashboard as the owner of the programme is answered. */
  dashboard(): Promise<DashboardResponse>;
  close(): Promise<void>;
}

const secret = 'a secret for tests, 32 characters or more';

export async function fillDeployment(now: Date): Promise<FilledDeployment> {
  const tenant = await createLocalTenant({ now: () => now });
  fillDirectory(tenant.directory);
  const app = registerApps(tenant.directory, 'http://localhost:3001', 'for tests');
  const send = (request: Request) => tenant.send(request);
  await provisionLists(send, 'for tests');
  const database = await createTestDatabase();
  const config: AppConfig = {
    ...{ tenantId: localTenantId, clientId: app.clientId, appIdUri: app.appIdUri ?? '' },
    ...{ credential: { kind: 'secret', secret: 'for tests' }, site: localSiteId },
    ...{ publicOrigin: 'http://localhost:3001', hostOrigins: [], secret },
    rateLimit: defaultRateLimit,
    folders: { tab: '/nowhere', pane: '/nowhere', icons: '/nowhere' },
  };
  const log = createLog('warn');
  const product = await createProduct({ config, database, send, log, now: () => now });
  const mark = createSampleDataMark(database, Date.now);
  const ground = sampleGroundOf({ config, database, product, tenant });
  await fillSample({ ...ground, mark, now, say: () => undefined });

  return {
    connectionString: database.connectionString,
    programme: createProgramme(calendarDayIn(now, timeZone)),
    async dashboard() {
      const token = await tenant.entra.userToken(featuredId('owner'));
      const response = await product.app.http.request('/api/adoption/dashboard', {
        headers: { Authorization: `Bearer ${token}` },
      });
      if (response.status !== 200) throw new Error(`The dashboard answered ${response.status}.`);
      return (await response.json()) as DashboardResponse;
    },
    async close() {
      await product.stop();
      await database.end();
      await tenant.close();
    },
  };
}
