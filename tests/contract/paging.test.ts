import { beforeAll, describe, expect, test } from 'vitest';
import type { TenantSwitches } from '../../api/local-tenant/storage/switches';
import { clientKinds, type ContractClient, textOf } from './contractClients';
import { addItems, createScratch } from './scratchTenant';
import type { Scratch } from './scratch';

const columns = [
  { name: 'Kind', text: {}, indexed: true },
  { name: 'Note', text: {} },
];
const honour = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

async function fillTo(client: ContractClient, list: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += 20) {
    const requests = Array.from({ length: Math.min(20, count - from) }, (_, at) => ({
      id: String(at),
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: {
        fields: { Kind: (from + at) % 100 === 0 ? 'rare' : 'common', Note: `n${from + at}` },
      },
    }));
    await client.send('POST', '/$batch', { requests });
  }
}

describe.each(clientKinds)('pages through %s', (kind) => {
  test('A Paging: a nextLink is absolute and opaque, and following it sees each item once', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(
      runtime,
      list,
      Array.from({ length: 7 }, (_, at) => ({ Title: `t${at}` })),
    );
    const seen: string[] = [];
    let address: string | undefined = `${list}/items?$top=3&$expand=fields($select=Title)`;
    let pages = 0;
    while (address !== undefined) {
      const { status, body } = await runtime.send('GET', address);
      expect(status).toBe(200);
      const rows = body['value'] as unknown as { fields: { Title: string } }[];
      seen.push(...rows.map((row) => row.fields.Title));
      const link = body['@odata.nextLink'] as unknown as string | undefined;
      if (link !== undefined) {
        expect(link).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/sites\/.*\$skiptoken=/);
        expect(link).not.toContain('p_ID');
      }
      address = link;
      pages += 1;
    }
    expect(seen).toEqual(['t0', 't1', 't2', 't3', 't4', 't5', 't6']);
    expect(pages).toBe(3);
    const made = await runtime.send('GET', `${list}/items?$skiptoken=Paged%3DTRUE%26p_ID%3D3`);
    expect(made.status).toBe(400);
  });

  test('A Paging: an item added or deleted while paging neither hides nor repeats another', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList(columns);
    await addItems(
      runtime,
      list,
      Array.from({ length: 6 }, () => ({ Note: 'x' })),
    );
    const first = await runtime.send('GET', `${list}/items?$top=3`);
    await runtime.send('DELETE', `${list}/items/2`);
    await addItems(runtime, list, [{ Note: 'new' }]);
    const rest = await runtime.send('GET', textOf(first.body['@odata.nextLink']));
    const ids = (rest.body['value'] as unknown as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(['4', '5', '6']);
    const last = await runtime.send('GET', textOf(rest.body['@odata.nextLink']));
    expect((last.body['value'] as unknown as { id: string }[]).map(({ id }) => id)).toEqual(['7']);
  });

  test('A Paging: without $top a page has 200 rows, and the default differs by tenant', async () => {
    for (const defaultPageSize of [200, 100]) {
      const { runtime, createList } = await createScratch(kind, { switches: { defaultPageSize } });
      const list = await createList(columns);
      await fillTo(runtime, list, 205);
      const page = await runtime.send('GET', `${list}/items`);
      expect(page.body['value']).toHaveLength(defaultPageSize);
    }
  });
});

describe.each(clientKinds)('more rows than the threshold through %s', (kind) => {
  async function large(
    switches: Partial<TenantSwitches> = {},
  ): Promise<Scratch & { list: string }> {
    const scratch = await createScratch(kind, { switches });
    const list = await scratch.createList(columns);
    await fillTo(scratch.runtime, list, 5200);
    return { ...scratch, list };
  }
  let shared: Scratch & { list: string };
  beforeAll(async () => {
    shared = await large();
  });

  test('A Paging: an over-large $top is taken in silence, and a page stays within 5,000 rows', async () => {
    const { runtime, list } = shared;
    const first = await runtime.send('GET', `${list}/items?$top=7600`);
    expect(first.status).toBe(200);
    expect(first.body['value']).toHaveLength(5000);
    const rest = await runtime.send('GET', textOf(first.body['@odata.nextLink']));
    expect(rest.body['value']).toHaveLength(200);
    expect(rest.body).not.toHaveProperty('@odata.nextLink');
    const smaller = await createScratch(kind, { switches: { maximumPageSize: 2 } });
    const other = await smaller.createList(columns);
    await addItems(smaller.runtime, other, [{}, {}, {}]);
    const page = await smaller.runtime.send('GET', `${other}/items?$top=3`);
    expect(page.body['value']).toHaveLength(2);
  });

  test('A 5,000 threshold: with the Prefer header a scan of more rows still fails, whatever $top says', async () => {
    const address = (list: string) => `${list}/items?$top=1&$filter=fields/Note eq 'n3'`;
    const { runtime, list } = shared;
    const refused = await runtime.send('GET', address(list), undefined, honour);
    expect(refused.status).toBe(400);
    expect(refused.body['error']?.['message']).toMatch(/threshold/);
    const other = await large({ thresholdAnswer: '503' });
    const later = await other.runtime.send('GET', address(other.list), undefined, honour);
    expect(later.status).toBe(503);
    expect(later.body['error']?.['message']).toMatch(/threshold/);
  });

  test('A 5,000 threshold: an indexed condition that leaves fewer rows makes the rest a short scan', async () => {
    const { runtime, list } = shared;
    const found = await runtime.send(
      'GET',
      `${list}/items?$filter=fields/Kind eq 'rare' and fields/Note eq 'n100'`,
      undefined,
      honour,
    );
    expect(found.status).toBe(200);
    expect((found.body['value'] as unknown as { id: string }[]).map(({ id }) => id)).toEqual([
      '101',
    ]);
  });

  test('A 5,000 threshold: an indexed filter that itself matches more rows pages, or is refused', async () => {
    const address = (list: string) => `${list}/items?$filter=fields/Kind eq 'common'&$top=10`;
    expect((await shared.runtime.send('GET', address(shared.list))).status).toBe(200);
    const strict = await large({ indexedFilterOverThreshold: 'refused' });
    expect((await strict.runtime.send('GET', address(strict.list))).status).toBe(400);
  });
});
