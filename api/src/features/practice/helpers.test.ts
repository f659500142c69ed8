import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { libraryItem, libraryResponse, type LibraryItem } from '@last-mile/shared/library';
import { helpersResponse, usesToHelp } from '@last-mile/shared/practice';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../local-tenant/testProduct';

const day = 86_400_000;
let it: TestProduct;
let now = new Date();
let item: LibraryItem;
const taskKey = randomUUID();

/** alice, bob and carol are in the programme; one published item serves its one task. */
beforeAll(async () => {
  it = await createTestProduct({ now: () => now });
  await it.product.members.run();
  await it.database.transaction((tx) =>
    it.product.lists.stores.Workflows.append(tx, {
      clientKey: taskKey,
      actorId: people.alice,
      fields: {
        ...{ Title: 'Close the books', JobFamily: 'audit', Purpose: null, Steps: '[]' },
        ProgrammeKey: it.programme.clientKey,
      },
    }),
  );
  item = await publishedFor(taskKey);
});
afterAll(() => it.close());

beforeEach(async () => {
  now = new Date();
  await it.database.query('TRUNCATE help_offer, usage_event, held_fact');
});

async function publishedFor(task: string): Promise<LibraryItem> {
  const row = {
    ...{ row: 1, kind: 'prompt', title: 'Close', purpose: '', body: 'Close {{month}}' },
    ...{ author: '', sourceUrl: '' },
  };
  await it.ask('alice', '/api/library/import', { rows: [row] });
  await it.settle();
  const first = async () =>
    libraryResponse.parse(await (await it.ask('bob', '/api/library')).json()).items[0]!;
  const stored = await it.product.lists.stores.Library.get((await first()).clientKey);
  const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Library');
  it.tenant.sharePoint.edit(list!.id, stored!.itemId!, { TaskKey: task }, people.alice);
  await it.settle();
  const { clientKey, eTag } = await first();
  const response = await it.ask('bob', `/api/library/${clientKey}/publication`, { eTag });
  return libraryItem.parse(await response.json());
}

const path = (task: string = taskKey) => `/api/practice/tasks/${task}/helpers`;

const offer = async (name: PersonName, offering = true) => {
  const response = await it.ask(name, path(), { offering });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ offering });
};

async function use(name: PersonName, times: number, daysAgo = 1, itemKey = item.clientKey) {
  const events = Array.from({ length: times }, () => ({
    ...{ clientKey: randomUUID(), kind: 'promptCopied', itemKey, version: 1, surface: 'teams' },
    at: new Date(now.getTime() - daysAgo * day).toISOString(),
  }));
  expect((await it.ask(name, '/api/events', { events })).status).toBe(202);
}

async function askedBy(name: PersonName) {
  const response = await it.ask(name, path());
  expect(response.status).toBe(200);
  const text = await response.text();
  // How often anybody does it is nobody's business: an answer holds no number at all.
  expect(text.replace(item.clientKey, '')).not.toMatch(/:\s*\d/);
  return helpersResponse.parse(JSON.parse(text));
}

const bob = { name: 'Bob Example', userPrincipalName: 'bob@example.com' };

test('nobody is named until they say so, however much they do it', async () => {
  await use('bob', 20);
  expect(await askedBy('carol')).toEqual({ helpers: [], offering: false });
  await offer('bob');
  expect(await askedBy('carol')).toEqual({ helpers: [bob], offering: false });
});

test('whoever offers is shown from their fifth use on, and not before', async () => {
  await offer('bob');
  await use('bob', usesToHelp - 1);
  expect((await askedBy('carol')).helpers).toEqual([]);
  await use('bob', 1);
  expect((await askedBy('carol')).helpers).toEqual([bob]);
});

test('uses of other tasks’ items, and those of thirteen weeks ago, do not count', async () => {
  await offer('bob');
  await use('bob', usesToHelp, 1, randomUUID());
  await use('bob', usesToHelp, 85);
  expect((await askedBy('carol')).helpers).toEqual([]);
  await use('bob', usesToHelp, 83);
  expect((await askedBy('carol')).helpers).toEqual([bob]);
});

test('one word takes it back, and nothing is left of it', async () => {
  await use('bob', usesToHelp);
  await offer('bob');
  await offer('bob');
  await offer('bob', false);
  expect(await askedBy('carol')).toEqual({ helpers: [], offering: false });
  expect(await it.database.query('SELECT * FROM help_offer')).toEqual([]);
});

test('a person sees whether they offer themselves, and not themselves among the others', async () => {
  await use('carol', usesToHelp);
  await offer('carol');
  expect(await askedBy('carol')).toEqual({ helpers: [], offering: true });
});

test('whoever is not in the programme’s group is not named', async () => {
  await offer('dora');
  await use('dora', usesToHelp);
  expect((await askedBy('carol')).helpers).toEqual([]);
});

test('a task of another programme, or none at all, is not there', async () => {
  expect((await it.ask('erin', path())).status).toBe(404);
  expect((await it.ask('erin', path(), { offering: true })).status).toBe(404);
  expect((await it.ask('carol', path(randomUUID()))).status).toBe(404);
  expect((await it.ask('carol', path('books'))).status).toBe(404);
});

test('the word is yes or no and nothing beside it', async () => {
  for (const body of [{}, { offering: 'yes' }, { offering: true, userId: people.bob }]) {
    expect((await it.ask('carol', path(), body)).status).toBe(400);
  }
});

test('the table says who offers, and nothing in it leads to what they did', async () => {
  await offer('bob');
  const rows = await it.database.query<Record<string, unknown>>('SELECT * FROM help_offer');
  expect(rows.map((row) => Object.keys(row).sort())).toEqual([
    ['offered_at', 'programme_key', 'task_key', 'user_id'],
  ]);
});
