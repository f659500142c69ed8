import { afterAll, beforeAll, expect, test } from 'vitest';
import { libraryItem, libraryResponse, type LibraryItem } from '@last-mile/shared/library';
import { requiredStandardsResponse } from '@last-mile/shared/programme';
import { createTestProduct, type TestProduct } from '../../../local-tenant/testProduct';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const poor = 'Summarise {{document}}.';
const good =
  'Summarise our {{document}} below for the client in five lines, because they have no time.';

async function draft(title: string, body: string): Promise<LibraryItem> {
  const row = { row: 1, kind: 'prompt', title, purpose: '', body, author: 'Robin', sourceUrl: '' };
  await it.ask('alice', '/api/library/import', { rows: [row] });
  await it.settle();
  const response = await it.ask('bob', `/api/library?q=${encodeURIComponent(title)}`);
  const { items } = libraryResponse.parse(await response.json());
  return items.find(({ content }) => content.title === title)!;
}

const publish = ({ clientKey, eTag }: LibraryItem, who: 'alice' | 'bob' = 'bob') =>
  it.ask(who, `/api/library/${clientKey}/publication`, { eTag });

async function requireStandards(...required: string[]) {
  const path = '/api/programme/standards';
  const { eTag } = requiredStandardsResponse.parse(await (await it.ask('alice', path)).json());
  expect((await it.ask('alice', path, { eTag, required })).status).toBe(200);
}

test('standards only advise until a champion switches one on', async () => {
  await requireStandards();
  const response = await publish(await draft('Poor and free', poor));
  expect(libraryItem.parse(await response.json()).status).toBe('published');
});

test('what lacks a required standard is not published, and what is missing is named', async () => {
  await requireStandards('audience', 'expectation');
  const item = await draft('Poor and held', poor);
  const response = await publish(item);
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    code: 'standardsNotMet',
    issues: [
      { path: 'body', message: 'Say what the answer should look like.' },
      { path: 'body', message: 'Say who reads the answer.' },
    ],
  });
  const still = await it.ask('bob', `/api/library/${item.clientKey}`);
  expect(libraryItem.parse(await still.json()).status).toBe('draft');
});

test('what meets the required ones is published, whatever else it lacks', async () => {
  await requireStandards('goal', 'audience');
  // Its placeholder has no description, which nobody requires.
  expect((await publish(await draft('Good enough', good))).status).toBe(200);
});

test('who may not publish at all is told that first', async () => {
  await requireStandards('audience');
  const response = await publish(await draft('Poor and mine', poor), 'alice');
  expect(await response.json()).toMatchObject({ code: 'importerCannotPublish' });
});
