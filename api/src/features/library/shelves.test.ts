import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { libraryItem, libraryResponse, libraryShelves } from '@last-mile/shared/library';
import {
  createTestProduct,
  type PersonName,
  type TestProduct,
} from '../../../local-tenant/testProduct';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

async function draft(title: string) {
  const row = {
    row: 1,
    kind: 'prompt',
    title,
    purpose: '',
    body: `Do it. ${title}`,
    author: '',
    sourceUrl: '',
  };
  expect((await it.ask('alice', '/api/library/import', { rows: [row] })).status).toBe(200);
  await it.settle();
  const found = await it.ask('bob', `/api/library?q=${encodeURIComponent(title)}`);
  return libraryResponse.parse(await found.json()).items[0]!;
}

async function published(title: string) {
  const { clientKey, eTag } = await draft(title);
  const response = await it.ask('bob', `/api/library/${clientKey}/publication`, { eTag });
  return libraryItem.parse(await response.json());
}

const mark = async (name: PersonName, clientKey: string, favourite: boolean) =>
  (await it.ask(name, `/api/library/${clientKey}/favourite`, { favourite })).status;

async function shelvesOf(name: PersonName) {
  const shelves = libraryShelves.parse(await (await it.ask(name, '/api/library/shelves')).json());
  const titles = (items: typeof shelves.recent) => items.map(({ content }) => content.title);
  return { favourites: titles(shelves.favourites), recent: titles(shelves.recent) };
}

test('a favourite is marked once, for oneself alone, until the mark is taken away', async () => {
  const item = await published('Meeting notes');
  expect([
    await mark('carol', item.clientKey, true),
    await mark('carol', item.clientKey, true),
  ]).toEqual([200, 200]);
  expect((await shelvesOf('carol')).favourites).toEqual(['Meeting notes']);
  expect((await shelvesOf('bob')).favourites).toEqual([]);
  expect([
    await mark('carol', item.clientKey, false),
    await mark('carol', item.clientKey, false),
  ]).toEqual([200, 200]);
  expect((await shelvesOf('carol')).favourites).toEqual([]);
});

test('what a person does not see cannot be marked, and is not shown once it is gone', async () => {
  const item = await draft('Not for everyone');
  expect(await mark('carol', item.clientKey, true)).toBe(404);
  expect(await mark('bob', randomUUID(), true)).toBe(404);
  expect((await it.ask('bob', `/api/library/${item.clientKey}/favourite`, {})).status).toBe(400);
});

test('what a person used themselves is there, the latest first', async () => {
  const [first, second] = [await published('Used first'), await published('Used later')];
  // The person is known to the usage store once they are a member.
  await it.product.members.run();
  const eventOf = (itemKey: string, minutesAgo: number) => ({
    clientKey: randomUUID(),
    kind: 'promptCopied',
    at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
    itemKey,
    version: 1,
    surface: 'teams',
  });
  const events = [
    eventOf(first.clientKey, 9),
    eventOf(second.clientKey, 3),
    eventOf(first.clientKey, 6),
  ];
  expect((await it.ask('carol', '/api/events', { events })).status).toBe(202);
  expect((await shelvesOf('carol')).recent).toEqual(['Used later', 'Used first']);
  expect((await shelvesOf('bob')).recent).toEqual([]);
});
