import { afterEach, beforeEach, expect, test } from 'vitest';
import { localSiteId } from '../../../local-tenant/localTenant';
import { listsOfFirstRelease } from '../../../local-tenant/testing/firstRelease';
import { createSiteStage, siteUrl, type SiteStage } from '../../../local-tenant/testing/siteStage';
import { createTestDatabase } from '../../db/testDatabase';
import { createGraphClient } from '../../graph/graphClient';
import { listDefinitions } from '../../lists';
import type { Fields, ListDefinition, ListName } from '../../sync/listDefinition';
import { createListStores } from '../../sync/listStores';
import type { StepGround } from '../step';
import { provision, ProvisionConflict } from './provision';

let stage: SiteStage;
let ground: StepGround;
beforeEach(async () => {
  stage = await createSiteStage();
  ground = stage.ground();
});
afterEach(async () => {
  await stage.tenant.close();
});

async function provisionTo(definitions: readonly ListDefinition[]): Promise<string[]> {
  const told: string[] = [];
  const { graph, sharePoint } = ground;
  const tell = (line: string) => void told.push(line);
  await provision({ graph, sharePoint, site: siteUrl, definitions, tell });
  return told;
}
const listIdOf = (name: ListName) =>
  stage.tenant.sharePoint.lists().find(({ displayName }) => displayName === name)!.id;
const listPath = (name: ListName) => `/sites/${localSiteId}/lists/${listIdOf(name)}`;
const addItem = (name: ListName, fields: Fields) =>
  ground.graph.post(`${listPath(name)}/items`, { fields });
const heldBy = (name: ListName) =>
  stage.tenant.sharePoint.items(listIdOf(name)).map(({ fields }) => fields as Fields);
const columnOf = (name: ListName, column: string) =>
  stage.tenant.sharePoint
    .lists()
    .find(({ displayName }) => displayName === name)!
    .columns.find((each) => each.name === column);

/** A value in every column, as many items as lists have in a quiet week. */
function itemsFor(definition: ListDefinition): Fields[] {
  return Array.from({ length: 7 }, (_, index) => ({
    ...Object.fromEntries(
      definition.columns.map((column) => [column.name, valueFor(column, index)]),
    ),
    ClientKey: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    ChangeId: `change ${index}`,
    ActorId: 'an object id',
  }));
}

function valueFor(column: ListDefinition['columns'][number], index: number): Fields[string] {
  switch (column.type) {
    case 'choice':
      return column.choices[index % column.choices.length]!;
    case 'number':
      return index + 0.5;
    case 'boolean':
      return index % 2 === 0;
    case 'dateTime':
      return `2026-01-0${index + 1}T08:00:00Z`;
    case 'text':
      return `${column.name} ${index}`;
    case 'multilineText':
      return `${column.name}\nline two of ${index}`;
  }
}

test('the lists of the first release become those of today with every value of every item', async () => {
  await provisionTo(listsOfFirstRelease);
  for (const definition of listsOfFirstRelease) {
    for (const fields of itemsFor(definition)) await addItem(definition.name, fields);
  }
  const before = new Map(listsOfFirstRelease.map(({ name }) => [name, heldBy(name)]));

  const told = await provisionTo(listDefinitions);
  expect(told).toContain('change the column ReviewOn of Library: an index');
  expect(told).toContain('add the column CopiedFrom to Library');
  expect(told.some((line) => line.startsWith('create the list Coaching'))).toBe(true);
  for (const [name, items] of before) expect([name, heldBy(name)]).toEqual([name, items]);
  expect(await provisionTo(listDefinitions)).toEqual(['everything is in place']);

  // The product takes every one of them in, and keeps a new item beside them.
  const database = await createTestDatabase();
  const send = (request: Request) => stage.tenant.send(request);
  stage.tenant.directory.grantSite('1a57a171-1e00-4c11-8d00-c11e47000001', 'write');
  const getToken = () =>
    stage.tenant.entra.appToken(
      '1a57a171-1e00-4c11-8d00-c11e47000001',
      'https://graph.microsoft.com',
    );
  const graph = createGraphClient({ send, getToken, version: 'test' });
  const lists = createListStores({
    ...{ database, graph, interactiveGraph: graph, site: siteUrl, definitions: listDefinitions },
    clock: () => new Date(),
  });
  await lists.syncNow();
  for (const { name } of listsOfFirstRelease) {
    expect([name, await lists.stores[name].all()]).toEqual([name, expect.any(Array)]);
    expect((await lists.stores[name].all()).length).toBe(7);
  }
  await lists.stop();
  await database.end();
});

test('a site that a newer version made keeps its columns, choices and room, and works as before', async () => {
  const [newer] = listsOfFirstRelease;
  const columns = newer!.columns.map((column) =>
    column.name === 'Assistant' ? { name: 'Assistant', type: 'multilineText' as const } : column,
  );
  await provisionTo([
    { ...newer!, columns: [...columns, { name: 'OfTomorrow', type: 'text', indexed: true }] },
  ]);
  await addItem('Library', { ClientKey: 'a', OfTomorrow: 'kept', Assistant: 'x'.repeat(300) });
  expect(await provisionTo([newer!])).toEqual(['everything is in place']);
  expect(heldBy('Library')).toMatchObject([{ OfTomorrow: 'kept', Assistant: 'x'.repeat(300) }]);
});

const oldFeedback = (columns: ListDefinition['columns']): ListDefinition => ({
  name: 'Feedback',
  columns,
});

test('a line of text becomes a text of many lines, its index given up before, with its values', async () => {
  await provisionTo([oldFeedback([{ name: 'Words', type: 'text', indexed: true }])]);
  await addItem('Feedback', { ClientKey: 'a', Words: 'short' });
  const told = await provisionTo([oldFeedback([{ name: 'Words', type: 'multilineText' }])]);
  expect(told).toEqual([
    'change the column Words of Feedback: no index',
    'change the column Words of Feedback: room for many lines',
  ]);
  expect(columnOf('Feedback', 'Words')).toMatchObject({ indexed: false });
  expect(heldBy('Feedback')).toMatchObject([{ Words: 'short' }]);
  await addItem('Feedback', { ClientKey: 'b', Words: 'x'.repeat(5000) });
});

test('a column is shown under the name of this release', async () => {
  const words = { name: 'Words', type: 'multilineText' } as const;
  await provisionTo([oldFeedback([{ ...words, displayName: 'Text' }])]);
  expect(await provisionTo([oldFeedback([{ ...words, displayName: 'In their words' }])])).toEqual([
    'change the column Words of Feedback: called In their words in SharePoint',
  ]);
  expect(columnOf('Feedback', 'Words')).toMatchObject({ displayName: 'In their words' });
});

async function createWithoutUniqueKey(keys: readonly string[]) {
  const columns = ['ClientKey', 'ChangeId', 'ActorId'].map((name) => ({ name, text: {} }));
  const path = `/sites/${localSiteId}/lists`;
  await ground.graph.post(path, { displayName: 'Feedback', columns });
  for (const key of keys) await addItem('Feedback', { ClientKey: key });
}

test('keys become unique after their index, where no two items share one', async () => {
  await createWithoutUniqueKey(['a', 'b', '']);
  expect(await provisionTo([oldFeedback([])])).toEqual([
    'change the column ClientKey of Feedback: an index',
    'change the column ClientKey of Feedback: unique values',
    'change the column ActorId of Feedback: an index',
    'let Last Mile Owners open Feedback, nobody else',
  ]);
  expect(columnOf('Feedback', 'ClientKey')).toMatchObject({ enforceUniqueValues: true });
});

test('items that share a key are named, and nothing is changed or lost', async () => {
  await createWithoutUniqueKey(['a', 'b', 'A', 'c', 'c']);
  const attempt = provisionTo([oldFeedback([])]);
  await expect(attempt).rejects.toThrow(ProvisionConflict);
  await expect(attempt).rejects.toThrow(
    'Items of Feedback hold the same ClientKey: 1 and 3; 4 and 5.',
  );
  expect(columnOf('Feedback', 'ClientKey')).toMatchObject({ indexed: false });
  expect(heldBy('Feedback')).toHaveLength(5);
});
