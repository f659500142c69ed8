import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf, type ContractClient, type Json } from './contractClients';
import { createScratch } from './scratchTenant';

type Row = Readonly<Record<'Title' | 'Kind', string>>;

interface Item {
  readonly id: string;
  readonly deleted?: object;
  readonly fields: Row;
}

const value = fc.record({
  Title: fc.constantFrom('one', 'two', 'three'),
  Kind: fc.constantFrom('a', 'b', 'c'),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('create' as const), row: value }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('edit' as const), at: fc.nat(9), row: value }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), at: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('look' as const),
      top: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

const itemsOf = (body: Json) => body['value'] as unknown as Item[];
const shown = (items: readonly Item[]) =>
  items.map(({ id, fields }) => [id, { Title: fields.Title, Kind: fields.Kind }] as const);

async function follow(
  client: ContractClient,
  address: string,
  onPage: (items: readonly Item[], link: string) => void = () => undefined,
) {
  const items: Item[] = [];
  let link: string | undefined = address;
  let deltaLink: string | undefined;
  while (link !== undefined) {
    const { status, body }: { status: number; body: Json } = await client.send('GET', link);
    expect(status).toBe(200);
    items.push(...itemsOf(body));
    link = body['@odata.nextLink'] === undefined ? undefined : textOf(body['@odata.nextLink']);
    if (body['@odata.deltaLink'] !== undefined) deltaLink = textOf(body['@odata.deltaLink']);
    onPage(itemsOf(body), link ?? deltaLink ?? '');
  }
  return { items, deltaLink };
}

/** By id, whatever the order in which it became known. */
const stateOf = (rows: ReadonlyMap<string, Row>) =>
  Object.fromEntries([...rows].map(([id, { Title, Kind }]) => [id, { Title, Kind }]));

/** What a caller of delta knows after these changes: the last word on each item counts. */
function apply(known: Map<string, Row>, changes: readonly Item[]): void {
  for (const { id, deleted, fields } of changes) {
    if (deleted) known.delete(id);
    else known.set(id, { Title: fields.Title, Kind: fields.Kind });
  }
}

const filters: readonly (readonly [string, (row: Row) => boolean])[] = [
  ["fields/Kind eq 'a'", ({ Kind }) => Kind === 'a'],
  ["fields/Kind ne 'a'", ({ Kind }) => Kind !== 'a'],
  ["fields/Kind lt 'b'", ({ Kind }) => Kind < 'b'],
  ["fields/Kind ge 'b'", ({ Kind }) => Kind >= 'b'],
  ["fields/Kind gt 'a' and fields/Kind le 'c'", ({ Kind }) => Kind > 'a' && Kind <= 'c'],
  ["startswith(fields/Kind,'c')", ({ Kind }) => Kind.startsWith('c')],
];

test('A Model: any sequence of writes seen through pages, filters and delta equals a plain model', async () => {
  const { admin, createList } = await createScratch('plain HTTP');
  let lists = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      lists += 1;
      const list = await createList([{ name: 'Kind', text: {}, indexed: true }], `Model ${lists}`);
      const model = new Map<string, Row>();
      const known = new Map<string, Row>();
      const links = [
        { link: `${list}/items/delta?$expand=fields&$top=2`, known: new Map<string, Row>() },
      ];
      const idAt = (at: number) => [...model.keys()][at];

      for (const each of steps) {
        if (each.act === 'create') {
          const { body } = await admin.send('POST', `${list}/items`, { fields: each.row });
          model.set(textOf(body['id']), each.row);
        } else if (each.act === 'look') {
          const { items } = await follow(admin, `${list}/items?$expand=fields&$top=${each.top}`);
          expect(shown(items)).toEqual([...model].map(([id, row]) => [id, { ...row }]));
          // The token of every page counts, in the middle of a walk as well as at its end.
          await follow(admin, links.at(-1)?.link ?? '', (changes, link) => {
            apply(known, changes);
            links.push({ link, known: new Map(known) });
          });
          expect(stateOf(known)).toEqual(stateOf(model));
        } else {
          const id = idAt(each.at);
          if (id === undefined) continue;
          if (each.act === 'edit') {
            await admin.send('PATCH', `${list}/items/${id}/fields`, each.row);
            model.set(id, each.row);
          } else {
            await admin.send('DELETE', `${list}/items/${id}`);
            model.delete(id);
          }
        }
      }

      for (const [filter, fits] of filters) {
        const address = `${list}/items?$expand=fields&$filter=${filter}&$top=2`;
        const { items } = await follow(admin, address);
        expect([filter, shown(items)]).toEqual([
          filter,
          [...model].filter(([, row]) => fits(row)).map(([id, row]) => [id, { ...row }]),
        ]);
      }
      // Every token ever given, replayed now on what was known then, leads to the same state.
      for (const { link, known: then } of links) {
        const { items } = await follow(admin, link);
        const replayed = new Map(then);
        apply(replayed, items);
        expect(stateOf(replayed)).toEqual(stateOf(model));
      }
    }),
    { numRuns: 200 },
  );
});

const write = fc.oneof(
  fc.record({ method: fc.constant('POST' as const), row: value }),
  fc.record({
    method: fc.constant('PATCH' as const),
    at: fc.integer({ min: 1, max: 6 }),
    row: value,
  }),
  fc.record({ method: fc.constant('DELETE' as const), at: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ method: fc.constant('GET' as const), at: fc.integer({ min: 1, max: 6 }) }),
);

test('A Model: a $batch does what its requests do one by one', async () => {
  const { admin, createList } = await createScratch('plain HTTP');
  let lists = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 20 }), async (writes) => {
      lists += 1;
      const columns = [{ name: 'Kind', text: {}, indexed: true, enforceUniqueValues: true }];
      const single = await createList(columns, `Single ${lists}`);
      const batched = await createList(columns, `Batched ${lists}`);
      const requestsTo = (list: string) =>
        writes.map((each) => ({
          method: each.method,
          url:
            each.method === 'POST'
              ? `${list}/items`
              : `${list}/items/${each.at}${each.method === 'PATCH' ? '/fields' : ''}`,
          ...(each.method === 'POST' ? { body: { fields: each.row } } : {}),
          ...(each.method === 'PATCH' ? { body: each.row } : {}),
        }));
      const one: number[] = [];
      for (const { method, url, body } of requestsTo(single)) {
        one.push((await admin.send(method, url, body)).status);
      }
      const { body } = await admin.send('POST', '/$batch', {
        requests: requestsTo(batched).map((request, at) => ({
          id: String(at),
          headers: { 'Content-Type': 'application/json' },
          ...request,
        })),
      });
      const answers = body['responses'] as unknown as { id: string; status: number }[];
      const inOrder = answers.sort((a, b) => Number(a.id) - Number(b.id));
      expect(inOrder.map(({ status }) => status)).toEqual(one);
      const [left, right] = await Promise.all(
        [single, batched].map((list) => follow(admin, `${list}/items?$expand=fields`)),
      );
      expect(shown(left?.items ?? [])).toEqual(shown(right?.items ?? []));
    }),
    { numRuns: 100 },
  );
});
