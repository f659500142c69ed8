import { describe, expect, test, vi } from 'vitest';
import { clientKinds, textOf } from './contractClients';
import { addItems, createScratch } from './scratchTenant';

interface Delivered {
  readonly url: URL;
  readonly body: string;
}

const hook = 'https://product.example/hooks/lists';
const minutes = (count: number, from = Date.now()) => new Date(from + count * 60_000).toISOString();

/** A subscriber's endpoint: it echoes tokens, and answers notifications as it is told to. */
function createEndpoint(answer: () => Response | Promise<Response> = () => new Response()) {
  const delivered: Delivered[] = [];
  return {
    delivered,
    notified: () =>
      delivered
        .filter(({ url }) => !url.searchParams.has('validationToken'))
        .map(({ body }) => JSON.parse(body) as { value: Record<string, unknown>[] }),
    notify: async (request: Request): Promise<Response> => {
      const url = new URL(request.url);
      delivered.push({ url, body: await request.text() });
      const token = url.searchParams.get('validationToken');
      if (token === null) return answer();
      return new Response(token, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
    },
  };
}

const subscriptionTo = (list: string, more: object = {}) => ({
  changeType: 'updated',
  notificationUrl: hook,
  resource: list.slice(1),
  expirationDateTime: minutes(60),
  clientState: 'only-we-know',
  ...more,
});

describe.each(clientKinds)('list subscriptions through %s', (kind) => {
  test('A Subscriptions: a list is subscribed to for `updated` alone, read, renewed and ended', async () => {
    const { notify } = createEndpoint();
    const { runtime, admin, createList } = await createScratch(kind, { notify });
    const list = await createList();
    for (const changeType of ['created', 'deleted', 'updated,deleted']) {
      const refused = await runtime.send(
        'POST',
        '/subscriptions',
        subscriptionTo(list, { changeType }),
      );
      expect([changeType, refused.status]).toEqual([changeType, 400]);
    }
    const made = await runtime.send('POST', '/subscriptions', subscriptionTo(list));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ resource: list.slice(1), clientState: 'only-we-know' });
    const address = `/subscriptions/${textOf(made.body['id'])}`;
    expect((await runtime.send('GET', address)).body).toMatchObject({ changeType: 'updated' });
    expect((await runtime.send('GET', '/subscriptions')).body['value']).toHaveLength(1);
    const expirationDateTime = minutes(120);
    const renewed = await runtime.send('PATCH', address, { expirationDateTime });
    expect([renewed.status, renewed.body['expirationDateTime']]).toEqual([200, expirationDateTime]);
    // Another app knows nothing of it.
    expect((await admin.send('GET', address)).status).toBe(404);
    expect((await runtime.send('DELETE', address)).status).toBe(204);
    expect((await runtime.send('GET', address)).status).toBe(404);
  });

  test('A Subscriptions: at most 42,300 minutes, less than 45 becomes 45, clientState has 128', async () => {
    let at = Date.parse('2026-11-23T09:00:00Z');
    const { notify } = createEndpoint();
    const { runtime, createList } = await createScratch(kind, { notify, now: () => new Date(at) });
    const list = await createList();
    const ask = async (more: object) =>
      runtime.send('POST', '/subscriptions', subscriptionTo(list, more));
    expect((await ask({ expirationDateTime: minutes(42_300, at) })).status).toBe(201);
    expect((await ask({ expirationDateTime: minutes(42_301, at) })).status).toBe(400);
    const short = await ask({ expirationDateTime: minutes(1, at) });
    expect(short.body['expirationDateTime']).toBe(minutes(45, at));
    const expirationDateTime = minutes(60, at);
    expect((await ask({ expirationDateTime, clientState: 'x'.repeat(128) })).status).toBe(201);
    expect((await ask({ expirationDateTime, clientState: 'x'.repeat(129) })).status).toBe(400);
    at += 46 * 60_000;
    const address = `/subscriptions/${textOf(short.body['id'])}`;
    expect((await runtime.send('GET', address)).status).toBe(404);
  });

  test('A Subscriptions: the endpoint must echo the decoded token as 200 text/plain', async () => {
    const seen: string[] = [];
    const plain = { 'content-type': 'text/plain' };
    const answers: ((token: string) => Response)[] = [
      (token) => new Response(token, { status: 202, headers: plain }),
      (token) => new Response(encodeURIComponent(token), { headers: plain }),
      (token) => Response.json(token),
      () => {
        throw new TypeError('fetch failed');
      },
      (token) => new Response(token, { headers: plain }),
    ];
    const { runtime, createList } = await createScratch(kind, {
      notify(request) {
        seen.push(`${request.method} ${new URL(request.url).pathname}`);
        const token = new URL(request.url).searchParams.get('validationToken') ?? '';
        // Only an encoded token tells those who decode it from those who do not.
        expect(encodeURIComponent(token)).not.toBe(token);
        return new Promise((resolve) => {
          resolve(answers.shift()!(token));
        });
      },
    });
    const list = await createList();
    const statuses: number[] = [];
    for (let time = 0; time < 5; time++) {
      const { status, body } = await runtime.send('POST', '/subscriptions', subscriptionTo(list));
      statuses.push(status);
      if (status === 400) expect(body['error']?.['code']).toBe('ValidationError');
    }
    expect(statuses).toEqual([400, 400, 400, 400, 201]);
    expect(new Set(seen)).toEqual(new Set(['POST /hooks/lists']));
    expect((await runtime.send('GET', '/subscriptions')).body['value']).toHaveLength(1);
  });

  test('A Subscriptions: whoever cannot read a list cannot subscribe to it', async () => {
    const { notify, delivered } = createEndpoint();
    const { stranger, createList } = await createScratch(kind, { notify });
    const list = await createList();
    const { status } = await stranger.send('POST', '/subscriptions', subscriptionTo(list));
    expect(status).toBe(403);
    expect(delivered).toEqual([]);
  });

  test('A Subscriptions: a change is told without its item, so the subscriber follows with delta', async () => {
    const endpoint = createEndpoint();
    const { tenant, runtime, createList } = await createScratch(kind, { notify: endpoint.notify });
    const list = await createList();
    const other = await createList([], 'Another');
    const { body } = await runtime.send('POST', '/subscriptions', subscriptionTo(list));
    const latest = await runtime.send('GET', `${list}/items/delta?token=latest`);
    await addItems(runtime, list, [{ Title: 'a' }]);
    await addItems(runtime, other, [{ Title: 'b' }]);
    expect(await tenant.deliverNotifications()).toBe(0);
    expect(endpoint.notified()).toEqual([
      {
        value: [
          {
            subscriptionId: body['id'],
            subscriptionExpirationDateTime: body['expirationDateTime'],
            clientState: 'only-we-know',
            tenantId: tenant.tenantId,
            changeType: 'updated',
            resource: list.slice(1),
          },
        ],
      },
    ]);
    const changed = await runtime.send('GET', textOf(latest.body['@odata.deltaLink']));
    expect(changed.body['value']).toHaveLength(1);
  });

  test('A Subscriptions: a lifecycle address is settled at creation, and hears reauthorizationRequired', async () => {
    const endpoint = createEndpoint();
    const { tenant, runtime, createList } = await createScratch(kind, { notify: endpoint.notify });
    const list = await createList();
    const lifecycleNotificationUrl = 'https://product.example/hooks/lifecycle';
    const made = await runtime.send(
      'POST',
      '/subscriptions',
      subscriptionTo(list, { lifecycleNotificationUrl }),
    );
    expect(endpoint.delivered.map(({ url }) => url.pathname)).toEqual([
      '/hooks/lists',
      '/hooks/lifecycle',
    ]);
    const address = `/subscriptions/${textOf(made.body['id'])}`;
    const late = await runtime.send('PATCH', address, { lifecycleNotificationUrl });
    expect(late.status).toBe(400);
    tenant.faults.requireReauthorization();
    await tenant.deliverNotifications();
    expect(endpoint.delivered.at(-1)?.url.pathname).toBe('/hooks/lifecycle');
    expect(endpoint.notified()).toMatchObject([
      { value: [{ lifecycleEvent: 'reauthorizationRequired', subscriptionId: made.body['id'] }] },
    ]);
  });
});

describe('delivery by the tenant’s clock', () => {
  test('A Subscriptions: what is not taken is delivered again, ever later, for four hours', async () => {
    const start = Date.parse('2026-11-23T09:00:00Z');
    let at = start;
    const attempts: number[] = [];
    const endpoint = createEndpoint(() => {
      attempts.push((at - start) / 1000);
      return new Response(null, { status: 503 });
    });
    const { tenant, runtime, createList } = await createScratch('plain HTTP', {
      notify: endpoint.notify,
      now: () => new Date(at),
    });
    const list = await createList();
    const expirationDateTime = minutes(600, at);
    await runtime.send('POST', '/subscriptions', subscriptionTo(list, { expirationDateTime }));
    await addItems(runtime, list, [{ Title: 'a' }]);
    let waiting = await tenant.deliverNotifications();
    while (waiting > 0) {
      at += 5_000;
      waiting = await tenant.deliverNotifications();
    }
    const waits = attempts.slice(1).map((each, position) => each - attempts[position]!);
    expect(waits.slice(0, 3)).toEqual([10, 20, 40]);
    expect(waits.every((wait, position) => position === 0 || wait > waits[position - 1]!)).toBe(
      true,
    );
    expect(attempts.length).toBeGreaterThan(8);
    expect(attempts.at(-1)).toBeLessThanOrEqual(4 * 3600);
  });

  test('A Subscriptions: an answer after 3 s is none, and a validation has 10 s', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const silent = () => new Promise<Response>(() => undefined);
      const endpoint = createEndpoint(silent);
      let isSilent = false;
      const { tenant, runtime, createList } = await createScratch('plain HTTP', {
        notify: (request) => (isSilent ? silent() : endpoint.notify(request)),
      });
      const list = await createList();
      const made = await runtime.send('POST', '/subscriptions', subscriptionTo(list));
      expect(made.status).toBe(201);
      await addItems(runtime, list, [{ Title: 'a' }]);
      let waiting: number | undefined;
      void tenant.deliverNotifications().then((left) => (waiting = left));
      await vi.advanceTimersByTimeAsync(2_900);
      expect(waiting).toBeUndefined();
      await vi.advanceTimersByTimeAsync(200);
      // It was not taken, so it waits for its next turn.
      expect(waiting).toBe(1);

      isSilent = true;
      let status: number | undefined;
      void runtime
        .send('POST', '/subscriptions', subscriptionTo(list))
        .then((answer) => (status = answer.status));
      await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(9_900);
      expect(status).toBeUndefined();
      await vi.advanceTimersByTimeAsync(200);
      await vi.waitFor(() => {
        expect(status).toBe(400);
      });
    } finally {
      vi.useRealTimers();
    }
  });

  test('A Subscriptions: an endpoint with more than 10 % slow answers is told later', async () => {
    for (const slowEndpoint of ['delayed', 'untouched'] as const) {
      let at = Date.parse('2026-11-23T09:00:00Z');
      const answers = [503, ...Array.from({ length: 20 }, () => 200)];
      const endpoint = createEndpoint(() => new Response(null, { status: answers.shift()! }));
      const { tenant, runtime, createList } = await createScratch('plain HTTP', {
        notify: endpoint.notify,
        now: () => new Date(at),
        switches: { slowEndpoint },
      });
      const list = await createList();
      const expirationDateTime = minutes(600, at);
      await runtime.send('POST', '/subscriptions', subscriptionTo(list, { expirationDateTime }));
      const change = async () => {
        await addItems(runtime, list, [{ Title: 'a' }]);
        await tenant.deliverNotifications();
        return endpoint.notified().length;
      };
      expect(await change()).toBe(1);
      at += 1_000;
      expect(await change()).toBe(slowEndpoint === 'delayed' ? 1 : 2);
      at += 11_000;
      await tenant.deliverNotifications();
      expect(endpoint.notified()).toHaveLength(3);
      // Ten minutes later the one bad answer is forgotten.
      at += 600_000;
      expect(await change()).toBe(4);
    }
  });

  test('A Subscriptions: an expired one hears nothing more', async () => {
    let at = Date.parse('2026-11-23T09:00:00Z');
    const endpoint = createEndpoint();
    const { tenant, runtime, createList } = await createScratch('plain HTTP', {
      notify: endpoint.notify,
      now: () => new Date(at),
    });
    const list = await createList();
    const expirationDateTime = minutes(50, at);
    await runtime.send('POST', '/subscriptions', subscriptionTo(list, { expirationDateTime }));
    at += 49 * 60_000;
    await addItems(runtime, list, [{ Title: 'in time' }]);
    await tenant.deliverNotifications();
    expect(endpoint.notified()).toHaveLength(1);
    at += 2 * 60_000;
    await addItems(runtime, list, [{ Title: 'too late' }]);
    await tenant.deliverNotifications();
    expect(endpoint.notified()).toHaveLength(1);
  });
});
