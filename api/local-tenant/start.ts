import { join } from 'node:path';
import { createDatabase } from '../src/db/database';
import { startEmbeddedPostgres } from '../src/db/embeddedPostgres';
import { FolderInUse } from '../src/db/folderOwner';
import { DatabaseTooNew, migrate } from '../src/db/migrate';
import { createSampleDataMark } from '../src/features/programme/sampleData';
import { createLog } from '../src/http/log';
import { createProduct } from '../src/product';
import { createHostPages } from './hosts/createHostPages';
import { createLocalTenant } from './localTenant';
import { fillDirectory } from './sample/fillDirectory';
import { fillSample } from './sample/fillSample';
import { firmName, peopleToSignInAs } from './sample/people';
import { sampleChannel, sampleContacts } from './sample/programme';
import { listenLocalTenant } from './server';
import { createClosing } from './startup/closing';
import { openDataFolder } from './startup/dataFolder';
import { requireFreePort } from './startup/freePort';
import { listenProduct } from './startup/listenProduct';
import { productConfig } from './startup/productConfig';
import { provisionLists } from './startup/provisionLists';
import { registerApps } from './startup/registerApps';
import { sampleGroundOf } from './startup/sampleGroundOf';
import { StartRefused } from './startup/startRefused';
import { welcome } from './startup/welcome';

export interface StartOptions {
  /** The local tenant's port; the product takes the next one. */
  readonly port: number;
  /** Where everything is kept. */
  readonly folder: string;
  /** Leaves a new folder without the sample organisation's programme. */
  readonly empty: boolean;
  readonly say: (line: string) => void;
}

export interface Running {
  /** Finishes what is under way and lets everything go, in order. */
  stop(): Promise<void>;
}

/**
 * Starts Last Mile on a laptop: PostgreSQL, the local tenant with its host pages, and the product as
 * it runs in production. Throws an error named StartRefused where the person can mend the reason.
 */
export async function start(options: StartOptions): Promise<Running> {
  const closing = createClosing();
  try {
    await open(options, (close) => {
      closing.later(close);
    });
    return { stop: () => closing.close() };
  } catch (error) {
    await closing.close();
    const known = error instanceof FolderInUse || error instanceof DatabaseTooNew;
    throw known ? new StartRefused(error.message) : error;
  }
}

type Later = (close: () => Promise<void>) => void;

async function open({ port, folder, empty, say }: StartOptions, later: Later): Promise<void> {
  await requireFreePort(port);
  await requireFreePort(port + 1);
  const kept = await openDataFolder(folder);
  const tenantOrigin = `http://localhost:${port}`;
  const productOrigin = `http://localhost:${port + 1}`;
  const log = createLog('warn');

  const postgres = await startEmbeddedPostgres({ folder: kept.path });
  later(() => postgres.close());
  const database = createDatabase(postgres.connectionString);
  later(() => database.end());
  await migrate(database);
  say('opened the database');

  const tenant = await createLocalTenant({ folder: join(kept.path, 'tenant') });
  later(() => tenant.close());
  const isNew = tenant.directory.users().length === 0;
  if (isNew) fillDirectory(tenant.directory);
  const app = registerApps(tenant.directory, productOrigin, kept.clientSecret);
  const send = (request: Request) => tenant.send(request);
  const provisioned = await provisionLists(tenant, kept.clientSecret);
  if (provisioned > 0) say('provisioned the SharePoint lists');

  const config = productConfig(kept, app, { tenantOrigin, productOrigin });
  const product = await createProduct({ config, database, send, log });
  later(() => product.stop());
  const mark = createSampleDataMark(database, Date.now);
  const isFilled = await mark.isSet();
  if (!isFilled && !empty) {
    say(`filling the sample organisation ${firmName}`);
    const ground = sampleGroundOf({ config, database, product, tenant });
    await fillSample({ ...ground, mark, now: new Date(), say });
    // The programme's people may read the lists that are for all, now that there is one.
    await provisionLists(tenant, kept.clientSecret);
    tenant.forgetLimits();
  }
  await product.start();

  const pages = createHostPages({
    tenant,
    productOrigin,
    tenantOrigin,
    featuredPeople: peopleToSignInAs,
    channel: sampleChannel,
    contacts: sampleContacts,
  });
  const tenantServer = await listenLocalTenant({ tenant, port, pages });
  later(() => tenantServer.close());
  const productServer = await listenProduct(product, port + 1, tenantOrigin);
  later(() => productServer.close());
  if (isFilled && empty) say('--empty changes nothing here: this folder is filled already');
  for (const line of welcome({
    tenant,
    folder: kept.path,
    tenantOrigin,
    empty: empty && !isFilled,
  }))
    say(line);
}
