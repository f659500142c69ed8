import { mondayOf } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import type { CheckpointsResponse } from '@last-mile/shared/checkpoints';
import { effortResponse } from '@last-mile/shared/programme';
import { createTestDatabase, type TestDatabase } from '../../src/db/testDatabase';
import { createSampleDataMark } from '../../src/features/programme/sampleData';
import { createLog } from '../../src/http/log';
import { createProduct, type Product } from '../../src/product';
import { createHostPages } from '../hosts/createHostPages';
import { createLocalTenant, type LocalTenant } from '../localTenant';
import { fillDirectory } from '../sample/fillDirectory';
import { fillSample } from '../sample/fillSample';
import type { SampleCourse } from '../sample/fillUsage';
import { featuredId, peopleToSignInAs, type FeaturedPerson } from '../sample/people';
import { sampleChannel, sampleContacts } from '../sample/programme';
import { listenLocalTenant } from '../server';
import { listenProduct } from '../startup/listenProduct';
import { productConfig } from '../startup/productConfig';
import { provisionLists } from '../startup/provisionLists';
import { registerApps } from '../startup/registerApps';
import { sampleGroundOf } from '../startup/sampleGroundOf';
import { takeCheckpoints } from './takeCheckpoints';

/** The first Monday of the sample's programme on this stage. */
const startsOn = '2026-08-31';

const clientSecret = 'for tests';
/** Where nobody listens, names are enough. */
const usualPort = 3000;

/** The sample firm whose days go by as a test says, on a product of its own. */
export interface SampleStage {
  readonly tenant: LocalTenant;
  readonly database: TestDatabase;
  readonly product: Product;
  /** Where the host pages are, for a browser; nobody listens there unless a port was given. */
  readonly hostOrigin: string;
  /** The firm's clock. */
  readonly now: () => Date;
  /** Lets everything happen until the morning of that day after the first. */
  liveUntil(day: number): Promise<void>;
  /** Takes the checkpoints that are due, as the worker does minute by minute; what the sponsor is shown then. */
  takeCheckpoints(): Promise<CheckpointsResponse>;
  /**
   * Lives from the first day on past day 90, and takes each checkpoint on the morning it can be: the
   * library is built in the first two weeks, and an owner who works writes their hours down.
   */
  liveThrough(how: { readonly owner: 'works' | 'leaves' }): Promise<LivedThrough>;
  /** Asks the API as somebody of the firm; objects are sent as JSON. */
  ask(as: FeaturedPerson, path: string, body?: unknown): Promise<Response>;
  close(): Promise<void>;
}

/** What the sponsor was shown in the end, and what there was of it at each checkpoint, to the letter. */
export interface LivedThrough {
  readonly shown: CheckpointsResponse;
  readonly asTaken: readonly string[];
}

/** The mornings on which the checkpoints of days 30, 60 and 90 can be taken: their weeks are closed. */
const mornings = [31, 61, 94] as const;
const libraryBuiltBy = 13;

export interface SampleStageOptions {
  /** Where the firm is served, and the product at the next one, both built before; nowhere when not said. */
  readonly port?: number;
  /** Whether SharePoint's limits hold, whose minutes are those of the stage's clock; not when not said. */
  readonly enforceLimits?: boolean;
}

/** The firm before its first day; without a course it goes as the sample does. */
export async function createSampleStage(
  course: SampleCourse = {},
  { port, enforceLimits = false }: SampleStageOptions = {},
): Promise<SampleStage> {
  const [tenantOrigin, productOrigin] = [0, 1].map(
    (next) => `http://localhost:${String((port ?? usualPort) + next)}`,
  ) as [string, string];
  const origins = { tenantOrigin, productOrigin };
  const clock = { at: new Date(`${startsOn}T09:00:00Z`) };
  const now = () => clock.at;
  const tenant = await createLocalTenant({ now, switches: { enforceLimits } });
  fillDirectory(tenant.directory);
  const app = registerApps(tenant.directory, origins.productOrigin, clientSecret);
  const send = (request: Request) => tenant.send(request);
  await provisionLists(tenant, clientSecret);
  const database = await createTestDatabase();
  const secret = 'a secret for tests, 32 characters or more';
  const config = productConfig({ path: '', secret, clientSecret }, app, origins);
  const log = createLog('error');
  const product = await createProduct({ config, database, send, log, now });
  const ground = sampleGroundOf({ config, database, product, tenant });
  const servers = port === undefined ? [] : await listen(port);
  const mark = createSampleDataMark(database, () => clock.at.getTime());

  function listen(at: number) {
    const pages = createHostPages({
      ...{ tenant, ...origins, featuredPeople: peopleToSignInAs },
      ...{ channel: sampleChannel, contacts: sampleContacts },
    });
    return Promise.all([
      listenLocalTenant({ tenant, port: at, pages }),
      listenProduct(product, at + 1, tenantOrigin),
    ]);
  }

  async function ask(as: FeaturedPerson, path: string, body?: unknown) {
    const token = await tenant.entra.userToken(featuredId(as));
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    return product.app.http.request(path, { headers, ...sent });
  }

  async function liveUntil(day: number) {
    clock.at = new Date(`${addDays(startsOn, day)}T09:00:00Z`);
    const say = () => undefined;
    await fillSample({ ...ground, ...{ mark, course, startsOn, say }, now: clock.at });
  }

  async function writeHours() {
    const week = addDays(mondayOf(now().toISOString().slice(0, 10)), -7);
    const before = await ask('owner', '/api/programme/effort');
    const { weeks } = effortResponse.parse(await before.json());
    const eTag = weeks.find((each) => each.week === week)?.actual?.eTag ?? null;
    const response = await ask('owner', '/api/programme/effort', {
      ...{ eTag, week, hours: 7.5, spend: 0, note: null },
    });
    if (response.status !== 200) throw new Error(`Hours were answered ${response.status}`);
  }

  const takeDue = () => takeCheckpoints(product, now(), (path) => ask('sponsor', path));

  return {
    ...{ tenant, database, product, now, ask, liveUntil, takeCheckpoints: takeDue },
    hostOrigin: tenantOrigin,

    async liveThrough({ owner }) {
      await liveUntil(libraryBuiltBy);
      if (owner === 'leaves') leave(tenant, 'owner');
      let shown: CheckpointsResponse | undefined;
      const asTaken: string[] = [];
      for (const day of mornings) {
        await liveUntil(day);
        if (owner === 'works') await writeHours();
        shown = await takeDue();
        asTaken.push(JSON.stringify(shown.taken));
      }
      if (!shown) throw new Error('Nothing was taken.');
      return { shown, asTaken };
    },

    async close() {
      await Promise.all(servers.map((server) => server.close()));
      await product.stop();
      await database.end();
      await tenant.close();
    },
  };
}

/** Somebody's account is closed, as an administrator does it in Entra. */
function leave({ directory }: LocalTenant, person: FeaturedPerson) {
  const user = directory.user(featuredId(person));
  if (!user) throw new Error('There is no such person.');
  directory.addUsers([{ ...user, accountEnabled: false }]);
}
