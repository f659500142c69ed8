import { describe, expect, test } from 'vitest';
import { clientKinds, type ContractClient } from './contractClients';
import { addItems, createScratch, strangerApp } from './scratchTenant';

const json = { 'Content-Type': 'application/json' };

interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly error?: { readonly code: string } };
}

async function batch(client: ContractClient, requests: readonly object[]) {
  const { status, body } = await client.send('POST', '/$batch', { requests });
  const responses = (body['responses'] ?? []) as unknown as BatchAnswer[];
  return { status, responses, by: new Map(responses.map((each) => [each.id, each])) };
}

const create = (id: string, list: string, Title: string, more: object = {}) => ({
  id,
  method: 'POST',
  url: `${list}/items`,
  headers: json,
  body: { fields: { Title } },
  ...more,
});

describe.each(clientKinds)('$batch through %s', (kind) => {
  test('A $batch: 20 requests are taken, 21 are refused whole', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    const requests = Array.from({ length: 21 }, (_, at) => create(`r${at}`, list, `t${at}`));
    expect((await batch(runtime, requests)).status).toBe(400);
    const taken = await batch(runtime, requests.slice(0, 20));
    expect(taken.status).toBe(200);
    expect(taken.responses.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const { body } = await runtime.send('GET', `${list}/items`);
    expect(body['value']).toHaveLength(20);
  });

  test('A $batch: the outer answer is 200 even if every request fails', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    const { status, by } = await batch(runtime, [
      { id: 'a', method: 'GET', url: `${list}/items/9` },
      { id: 'b', method: 'GET', url: '/nothing' },
    ]);
    expect(status).toBe(200);
    expect([by.get('a')?.status, by.get('b')?.status]).toEqual([404, 400]);
    expect(by.get('a')?.body.error?.code).toBe('itemNotFound');
  });

  test('A $batch: ids are unique, urls relative, and a body needs its Content-Type', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    expect((await batch(runtime, [create('a', list, '1'), create('a', list, '2')])).status).toBe(
      400,
    );
    const { by } = await batch(runtime, [
      create('untyped', list, 'x', { headers: {} }),
      { id: 'absolute', method: 'GET', url: `https://graph.microsoft.com/v1.0${list}` },
      { id: 'nested', method: 'POST', url: '/$batch', headers: json, body: { requests: [] } },
      { id: 'bare', method: 'GET', url: list.slice(1) },
    ]);
    const statusOf = (id: string) => by.get(id)?.status;
    expect(['untyped', 'absolute', 'nested', 'bare'].map(statusOf)).toEqual([400, 400, 400, 200]);
    const { body } = await runtime.send('GET', `${list}/items`);
    expect(body['value']).toEqual([]);
  });

  test('A $batch: answers come in any order', async () => {
    for (const batchOrder of ['reversed', 'asSent'] as const) {
      const { runtime, createList } = await createScratch(kind, { switches: { batchOrder } });
      const list = await createList();
      const { responses } = await batch(runtime, [create('a', list, '1'), create('b', list, '2')]);
      const ids = responses.map(({ id }) => id);
      expect(ids).toEqual(batchOrder === 'asSent' ? ['a', 'b'] : ['b', 'a']);
    }
  });

  test('A $batch: a request whose dependency failed is answered 424 and not run', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    const { responses } = await batch(runtime, [
      create('a', list, 'first'),
      { id: 'b', method: 'GET', url: `${list}/items/9`, dependsOn: ['a'] },
      create('c', list, 'never', { dependsOn: ['b'] }),
    ]);
    expect(responses.map(({ id, status }) => [id, status])).toEqual([
      ['a', 201],
      ['b', 404],
      ['c', 424],
    ]);
    const { body } = await runtime.send('GET', `${list}/items`);
    expect(body['value']).toHaveLength(1);
  });

  test('A $batch: it is fully sequential or fully parallel', async () => {
    for (const mixedBatch of ['refused', 'allowed'] as const) {
      const { runtime, createList } = await createScratch(kind, { switches: { mixedBatch } });
      const list = await createList();
      const { status } = await batch(runtime, [
        create('a', list, '1'),
        create('b', list, '2', { dependsOn: ['a'] }),
        create('c', list, '3'),
      ]);
      expect(status).toBe(mixedBatch === 'refused' ? 400 : 200);
    }
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    const forward = [create('a', list, '1', { dependsOn: ['b'] }), create('b', list, '2')];
    expect((await batch(runtime, forward)).status).toBe(400);
  });

  test('A $batch: a throttled request is 429 inside with its own Retry-After', async () => {
    const { tenant, runtime, createList } = await createScratch(kind);
    const list = await createList();
    tenant.faults.answer(429, { retryAfter: 7, path: '/items', times: 1 });
    const { status, by } = await batch(runtime, [create('a', list, '1'), create('b', list, '2')]);
    expect(status).toBe(200);
    expect(by.get('a')?.status).toBe(429);
    expect(by.get('a')?.headers['Retry-After']).toBe('7');
    expect(by.get('b')?.status).toBe(201);
  });

  test('A $batch: each request is costed separately', async () => {
    const { tenant, runtime, createList } = await createScratch(kind);
    const list = await createList();
    tenant.meter.reset();
    await batch(runtime, [
      create('a', list, '1'),
      { id: 'b', method: 'GET', url: `${list}/items/1` },
      { id: 'c', method: 'GET', url: `${list}/items` },
    ]);
    expect(tenant.meter.calls()).toBe(3);
    expect(tenant.meter.units()).toBe(2 + 1 + 2);
  });

  test('A $batch: each request is judged by the caller’s own permissions', async () => {
    const { stranger, runtime, tenant, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    const refused = await batch(stranger, [{ id: 'a', method: 'GET', url: `${list}/items/1` }]);
    expect([refused.status, refused.by.get('a')?.status]).toEqual([200, 403]);
    tenant.directory.grantSite(strangerApp, 'read');
    const allowed = await batch(stranger, [{ id: 'a', method: 'GET', url: `${list}/items/1` }]);
    expect(allowed.by.get('a')?.status).toBe(200);
  });
});
