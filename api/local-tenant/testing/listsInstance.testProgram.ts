import { randomUUID } from 'node:crypto';
import { createLoopbackSend } from '../loopbackSend';
import { localSiteId, localTenantId } from '../localTenant';
import { testApp, tokensOf } from './listsOnLocalTenant';
import { createDatabase } from '../../src/db/database';
import { createGraphClient } from '../../src/graph/graphClient';
import { listDefinitions } from '../../src/lists';
import { createListStores } from '../../src/sync/listStores';

/**
 * An instance of the product's lists in a process of its own, to be killed. It accepts `count`
 * flags, says each key once it is acknowledged, and delivers and syncs meanwhile if it `works`.
 */
const [databaseUrl = '', origin = '', count = '0', works = 'false'] = process.argv.slice(2);

const database = createDatabase(databaseUrl, { maxConnections: 4 });
const send = createLoopbackSend(origin);
const tokens = tokensOf({ tenantId: localTenantId }, send, testApp);
const lists = createListStores({
  database,
  graph: createGraphClient({ send, getToken: tokens.forApp, version: 'test' }),
  site: localSiteId,
  definitions: listDefinitions,
  leaseSeconds: 0.5,
  syncEveryMs: 100,
});
if (works === 'true') await lists.start();

for (let index = 0; index < Number(count); index += 1) {
  const clientKey = randomUUID();
  await database.transaction((tx) =>
    lists.stores.Feedback.append(tx, {
      clientKey,
      actorId: 'person-1',
      fields: { Words: `flag ${clientKey}` },
    }),
  );
  process.stdout.write(`${clientKey}\n`);
}
process.stdout.write('accepted\n');
setInterval(() => undefined, 1_000);
