import { describe, expect, test } from 'vitest';
import { clientKinds, type ContractAnswer, type ContractClient, textOf } from './contractClients';
import { addItems, createScratch } from './scratchTenant';

interface Change {
  readonly id: string;
  readonly deleted?: { readonly state: string };
  readonly fields?: { readonly Title?: string };
}

const changesOf = (answer: ContractAnswer) => answer.body['value'] as unknown as Change[];
const linkOf = (answer: ContractAnswer) => textOf(answer.body['@odata.deltaLink']);

/** Follows a delta to its end; the answers of every page. */
async function walk(client: ContractClient, address: string): Promise<ContractAnswer[]> {
  const pages: ContractAnswer[] = [];
  for (let next: string | undefined = address; next !== undefined;) {
    const page: ContractAnswer = await client.send('GET', next);
    expect(page.status).toBe(200);
    pages.push(page);
    next = page.body['@odata.nextLink'] as unknown as string | undefined;
  }
  return pages;
}

describe.each(clientKinds)('items delta through %s', (kind) => {
  test('A Delta: a page has a nextLink or a deltaLink, never both', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(
      runtime,
      list,
      [1, 2, 3, 4, 5].map((at) => ({ Title: `t${at}` })),
    );
    const pages = await walk(runtime, `${list}/items/delta?$top=2`);
    expect(pages.map((page) => changesOf(page).length)).toEqual([2, 2, 1]);
    for (const [at, { body }] of pages.entries()) {
      const isLast = at === pages.length - 1;
      expect('@odata.deltaLink' in body).toBe(isLast);
      expect('@odata.nextLink' in body).toBe(!isLast);
    }
    expect(linkOf(pages[2]!)).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\//);
  });

  test('A Delta: $select, $expand and $top are kept in the links', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    const first = await runtime.send(
      'GET',
      `${list}/items/delta?$select=id&$expand=fields($select=Title)&$top=5`,
    );
    expect(changesOf(first)[0]).toEqual({
      '@odata.etag': expect.any(String) as string,
      id: '1',
      fields: { '@odata.etag': expect.any(String) as string, Title: 'a' },
    });
    await runtime.send('PATCH', `${list}/items/1/fields`, { Title: 'b' });
    const next = await runtime.send('GET', linkOf(first));
    expect(changesOf(next)[0]?.fields?.Title).toBe('b');
    expect(Object.keys(changesOf(next)[0] ?? {}).sort()).toEqual(['@odata.etag', 'fields', 'id']);
  });

  test('A Delta: only the latest state of what changed since the token', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }, { Title: 'b' }, { Title: 'c' }]);
    const [first] = await walk(runtime, `${list}/items/delta?$expand=fields`);
    await runtime.send('PATCH', `${list}/items/2/fields`, { Title: 'b1' });
    await runtime.send('PATCH', `${list}/items/2/fields`, { Title: 'b2' });
    const next = await runtime.send('GET', linkOf(first!));
    expect(changesOf(next).map(({ id, fields }) => [id, fields?.Title])).toEqual([['2', 'b2']]);
    const nothing = await runtime.send('GET', linkOf(next));
    expect(changesOf(nothing)).toEqual([]);
    expect('@odata.deltaLink' in nothing.body).toBe(true);
    const again = await runtime.send('GET', linkOf(first!));
    expect(changesOf(again)).toEqual(changesOf(next));
  });

  test('A Delta: an item that changes while it is paged may repeat, and the last one wins', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }, { Title: 'b' }, { Title: 'c' }]);
    const first = await runtime.send('GET', `${list}/items/delta?$top=2&$expand=fields`);
    await runtime.send('PATCH', `${list}/items/1/fields`, { Title: 'a1' });
    await runtime.send('DELETE', `${list}/items/2`);
    const rest = await walk(runtime, textOf(first.body['@odata.nextLink']));
    const state = new Map<string, string | undefined>();
    for (const change of [first, ...rest].flatMap(changesOf)) {
      if (change.deleted) state.delete(change.id);
      else state.set(change.id, change.fields?.Title);
    }
    expect([...state].sort()).toEqual([
      ['1', 'a1'],
      ['3', 'c'],
    ]);
  });

  test('A Delta: a deleted item is its id and `deleted`, without fields', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }, { Title: 'b' }]);
    const [first] = await walk(runtime, `${list}/items/delta?$expand=fields`);
    await runtime.send('DELETE', `${list}/items/1`);
    const next = await runtime.send('GET', linkOf(first!));
    expect(changesOf(next)).toEqual([{ id: '1', deleted: { state: 'deleted' } }]);
    const fresh = await walk(runtime, `${list}/items/delta`);
    expect(fresh.flatMap(changesOf).map(({ id }) => id)).toEqual(['2']);
  });

  test('A Delta: `token=latest` answers no items and a deltaLink from now on', async () => {
    const { runtime, createList } = await createScratch(kind);
    const list = await createList();
    await addItems(runtime, list, [{ Title: 'a' }]);
    const latest = await runtime.send('GET', `${list}/items/delta?token=latest`);
    expect(changesOf(latest)).toEqual([]);
    await addItems(runtime, list, [{ Title: 'b' }]);
    expect(changesOf(await runtime.send('GET', linkOf(latest))).map(({ id }) => id)).toEqual(['2']);
  });

  test('A Delta: a stale token answers 410 with a resync code and a fresh nextLink in Location', async () => {
    for (const resyncCode of [
      'resyncChangesApplyDifferences',
      'resyncChangesUploadDifferences',
    ] as const) {
      const { tenant, runtime, createList } = await createScratch(kind, {
        switches: { resyncCode },
      });
      const list = await createList();
      await addItems(runtime, list, [{ Title: 'a' }, { Title: 'b' }]);
      const [first] = await walk(runtime, `${list}/items/delta?$select=id`);
      tenant.faults.expireDeltaTokens();
      const stale = await runtime.send('GET', linkOf(first!));
      expect([stale.status, stale.body['error']?.['code']]).toEqual([410, resyncCode]);
      const location = stale.headers.get('location') ?? '';
      expect(location).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/.*select=id/);
      const all = await walk(runtime, location);
      expect(all.flatMap(changesOf).map(({ id }) => id)).toEqual(['1', '2']);
      expect((await runtime.send('GET', linkOf(all.at(-1)!))).status).toBe(200);
    }
  });
});
