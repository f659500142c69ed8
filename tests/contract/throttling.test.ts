import { describe, expect, test } from 'vitest';
import { clientKinds, createOfficialClient, textOf } from './contractClients';
import { createLimits } from '../../api/local-tenant/control/limits';
import {
  ada,
  addItems,
  createScratch,
  person,
  runtimeApp,
  site,
  spendUnits,
} from './scratchTenant';

const limited = { enforceLimits: true };

describe.each(clientKinds)('throttling through %s', (kind) => {
  test('B Cost: 1 for a single GET and a delta with token, 2 for queries and writes, 5 for permissions', async () => {
    const { tenant, runtime, admin, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    const delta = await runtime.send('GET', `${list}/items/delta`);
    const cost = async (run: () => Promise<unknown>) => {
      const before = tenant.meter.units();
      await run();
      return tenant.meter.units() - before;
    };
    const fields = { Title: 'b' };
    expect(await cost(() => runtime.send('GET', `${list}/items/1`))).toBe(1);
    expect(await cost(() => runtime.send('GET', textOf(delta.body['@odata.deltaLink'])))).toBe(1);
    expect(await cost(() => runtime.send('GET', `${list}/items`))).toBe(2);
    expect(await cost(() => runtime.send('GET', `${list}/items/delta`))).toBe(2);
    expect(await cost(() => runtime.send('POST', `${list}/items`, { fields }))).toBe(2);
    expect(await cost(() => runtime.send('PATCH', `${list}/items/1/fields`, fields))).toBe(2);
    expect(await cost(() => runtime.send('DELETE', `${list}/items/1`))).toBe(2);
    expect(await cost(() => admin.send('GET', `${site}/permissions`))).toBe(5);
    const lines = tenant.meter.byPath().map(({ method, path }) => `${method} ${path}`);
    expect(lines).toContain('PATCH /sites/{site}/lists/{list}/items/{item}/fields');
  });

  test('B Limits: units per app and minute follow the number of licences', async () => {
    const limits = [
      [1000, 1250],
      [5000, 2500],
      [15_000, 3750],
      [50_000, 5000],
      [50_001, 6250],
    ] as const;
    for (const [licences, units] of limits) {
      const { admin, stranger } = await createScratch(kind, {
        now: () => new Date('2026-11-23T09:00:00Z'),
        switches: { ...limited, licences },
      });
      await spendUnits(admin, units - 5);
      const last = await admin.send('GET', `${site}/permissions`);
      const over = await admin.send('GET', site);
      expect([licences, last.status, over.status]).toEqual([licences, 200, 429]);
      // The limit is the app's, not the tenant's.
      expect((await stranger.send('GET', site)).status).toBe(403);
    }
  });

  test('B Throttled: 429 or 503 with Retry-After, nothing is done, and the call still counts', async () => {
    for (const throttledAnswer of ['429', '503'] as const) {
      let at = Date.parse('2026-11-23T09:00:00Z');
      const { tenant, admin, createList } = await createScratch(kind, {
        now: () => new Date(at),
        switches: { ...limited, throttledAnswer },
      });
      const list = await createList();
      await spendUnits(admin, 1250);
      at += 45_000;
      const counted = tenant.meter.units();
      const refused = await admin.send('POST', `${list}/items`, { fields: { Title: 'a' } });
      expect(refused.status).toBe(Number(throttledAnswer));
      expect(refused.headers.get('retry-after')).toBe('15');
      expect(tenant.meter.units()).toBe(counted + 2);
      at += 15_000;
      const { body } = await admin.send('GET', `${list}/items`);
      expect(body['value']).toEqual([]);
    }
  });

  test('B RateLimit headers: only from 80 % of the app’s limit by the minute', async () => {
    const { admin } = await createScratch(kind, {
      now: () => new Date('2026-11-23T09:00:00Z'),
      switches: limited,
    });
    await spendUnits(admin, 995);
    const below = await admin.send('GET', site);
    expect(below.headers.get('ratelimit-limit')).toBeNull();
    for (let used = 0; used < 3; used++) await admin.send('GET', site);
    const at80 = await admin.send('GET', site);
    expect(at80.headers.get('ratelimit-limit')).toBe('1250');
    expect(at80.headers.get('ratelimit-remaining')).toBe('250');
    expect(at80.headers.get('ratelimit-reset')).toBe('60');
  });

  test('B Throttled: another limit’s 429 carries Retry-After only', async () => {
    const { tenant, runtime } = await createScratch(kind);
    tenant.faults.answer(429, { retryAfter: 3, times: 1 });
    const { status, headers } = await runtime.send('GET', site);
    expect(status).toBe(429);
    expect(headers.get('retry-after')).toBe('3');
    expect(headers.get('ratelimit-limit')).toBeNull();
  });
});

describe.each(clientKinds)('limits beside the app’s through %s', (kind) => {
  const nine = () => new Date('2026-11-23T09:00:00Z');
  const inBatch = (url: string) => ({
    requests: Array.from({ length: 20 }, (_, at) => ({ id: String(at), method: 'GET', url })),
  });

  test('B Limits: a person has 3,000 requests in 5 minutes', async () => {
    let at = Date.parse('2026-11-23T09:00:00Z');
    const { tenant, delegated } = await createScratch(kind, {
      now: () => new Date(at),
      switches: { ...limited, licences: 50_000 },
    });
    tenant.directory.addUsers([person(ada, 'Ada Hart')]);
    const asAda = delegated(ada, 'Sites.Selected');
    for (let sent = 0; sent < 150; sent++) await asAda.send('POST', '/$batch', inBatch(site));
    at += 200_000;
    const over = await asAda.send('GET', site);
    expect([over.status, over.headers.get('retry-after')]).toEqual([429, '100']);
    expect(over.headers.get('ratelimit-limit')).toBeNull();
    at += 100_000;
    expect((await asAda.send('GET', site)).status).toBe(200);
  });

  test('B Limits: group members cost 3 of 3,500 in 10 seconds', async () => {
    const { admin } = await createScratch(kind, { now: nine, switches: limited });
    // 1,166 reads are 3,498; the group need not exist for a call to count.
    const members = '/groups/6a0b0000-0000-4000-8000-000000000009/members';
    for (let sent = 0; sent < 58; sent++) await admin.send('POST', '/$batch', inBatch(members));
    const statuses: number[] = [];
    for (let sent = 0; sent < 7; sent++) statuses.push((await admin.send('GET', members)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 429]);
  });

  test('B Limits: an app has 2,000 requests a second', async () => {
    const { admin } = await createScratch(kind, { now: nine, switches: limited });
    const users = '/users?$top=1';
    for (let sent = 0; sent < 100; sent++) await admin.send('POST', '/$batch', inBatch(users));
    const over = await admin.send('GET', users);
    expect([over.status, over.headers.get('retry-after')]).toEqual([429, '1']);
  });

  test('B Limits: an app has 10,000 requests in 10 minutes to one mailbox', async () => {
    let at = Date.parse('2026-11-23T09:00:00Z');
    const { tenant, admin } = await createScratch(kind, {
      now: () => new Date(at),
      switches: limited,
    });
    tenant.directory.addUsers([person(ada, 'Ada Hart')]);
    const events = `/users/${ada}/events`;
    for (let sent = 0; sent < 500; sent++) {
      if (sent % 100 === 0) at += 1_000;
      await admin.send('POST', '/$batch', inBatch(events));
    }
    at += 1_000;
    expect((await admin.send('GET', events)).status).toBe(429);
  });
});

describe('limits that take hours to reach', () => {
  test('B Limits: units per app and day, and of all apps in 5 minutes, follow the licences', () => {
    const table = [
      [1000, 1250, 1_200_000, 18_750],
      [5000, 2500, 2_400_000, 37_500],
      [15_000, 3750, 3_600_000, 56_250],
      [50_000, 5000, 4_800_000, 75_000],
      [50_001, 6250, 6_000_000, 93_750],
    ] as const;
    for (const [licences, perMinute, perDay, perTenant] of table) {
      let at = Date.parse('2026-11-23T00:00:00Z');
      const { take } = createLimits({ licences, enforceLimits: true }, () => new Date(at));
      let spent = 0;
      // A full minute, every minute: the day's limit ends it before the day does.
      while (take({ clientId: 'one', units: perMinute }).retryAfter === undefined) {
        spent += perMinute;
        at += 60_000;
      }
      expect([licences, spent]).toEqual([licences, perDay]);
      const after = take({ clientId: 'one', units: 1 });
      expect([after.headers, (after.retryAfter ?? 0) > 3_600]).toEqual([{}, true]);

      at += 86_400_000;
      const apps = perTenant / perMinute;
      for (let app = 0; app < apps; app++) {
        const { retryAfter } = take({ clientId: `app ${app}`, units: perMinute });
        expect(retryAfter).toBeUndefined();
      }
      expect(take({ clientId: 'one more', units: 1 })).toEqual({ headers: {}, retryAfter: 300 });
    }
  });
});

describe('the stock retry handler', () => {
  test('B RetryHandler: it retries a POST after 429 and 503 with Retry-Attempt', async () => {
    const { tenant, createList } = await createScratch('plain HTTP');
    const list = await createList();
    const client = createOfficialClient(
      tenant,
      () => tenant.entra.appToken(runtimeApp, 'https://graph.microsoft.com'),
      3,
    );
    tenant.faults.answer(429, { retryAfter: 0, times: 1 });
    tenant.faults.answer(503, { retryAfter: 0, times: 1 });
    tenant.meter.reset();
    const made = (await client.api(`${list}/items`).post({ fields: { Title: 'a' } })) as {
      id: string;
    };
    expect(made.id).toBe('1');
    expect(tenant.meter.calls()).toBe(3);
  });

  test('B RetryHandler: inside a $batch it sees only the outer 200', async () => {
    const { tenant, createList } = await createScratch('plain HTTP');
    const list = await createList();
    const client = createOfficialClient(
      tenant,
      () => tenant.entra.appToken(runtimeApp, 'https://graph.microsoft.com'),
      3,
    );
    tenant.faults.answer(429, { retryAfter: 0, path: '/items', times: 1 });
    const { responses } = (await client.api('/$batch').post({
      requests: [{ id: 'a', method: 'GET', url: `${list}/items` }],
    })) as { responses: { status: number }[] };
    expect(responses.map(({ status }) => status)).toEqual([429]);
  });
});
