import { describe, expect, test } from 'vitest';
import { clientKinds, createOfficialClient, textOf } from './contractClients';
import { addItems, createScratch, runtimeApp, site, spendUnits } from './scratchTenant';

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
