import { libraryResponse, type LibraryItem } from '@last-mile/shared/library';
import { librarySettingsResponse } from '@last-mile/shared/programme';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveLibrarySettings } from '../../../local-tenant/testing/librarySettings';
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

async function search(query: Record<string, string> = {}, name: PersonName = 'alice') {
  const path = `/api/library?${new URLSearchParams(query).toString()}`;
  return libraryResponse.parse(await (await it.ask(name, path)).json());
}

const titlesOf = ({ items }: { items: readonly LibraryItem[] }) =>
  items.map(({ content }) => content.title).sort();

async function importTagged(...rows: { title: string; tags: string[] }[]) {
  await it.ask('alice', '/api/library/import', {
    rows: rows.map((row, at) => ({
      ...{ row: at + 1, kind: 'prompt', purpose: '', body: `Say ${row.title}`, author: 'Robin' },
      ...{ sourceUrl: '', ...row },
    })),
  });
  await it.settle();
}

const rename = (...tagNames: { from: string; to: string }[]) =>
  saveLibrarySettings(it, 'alice', { tagNames });

test('a renamed tag reads otherwise in every item at once, approved ones stay approved, and it can be taken back', async () => {
  await importTagged(
    { title: 'First', tags: ['letter', 'tax'] },
    { title: 'Second', tags: ['letters', 'letter'] },
  );
  const { items } = await search();
  const first = items.find(({ content }) => content.title === 'First')!;
  const path = `/api/library/${first.clientKey}/publication`;
  expect((await it.ask('bob', path, { eTag: first.eTag })).status).toBe(200);
  await it.settle();

  await rename({ from: 'letter', to: 'letters' });
  const renamed = await search();
  expect(renamed.items.map(({ content }) => [content.title, content.tags]).sort()).toEqual([
    ['First', ['letters', 'tax']],
    ['Second', ['letters']],
  ]);
  expect(renamed.facets.tag).toEqual([
    { value: 'letters', count: 2 },
    { value: 'tax', count: 1 },
  ]);
  const approved = renamed.items.find(({ clientKey }) => clientKey === first.clientKey);
  expect(approved).toMatchObject({ status: 'published', version: 1, proposal: null });
  // Members read it so too; by the new name, its words, and the one a link still holds.
  expect(titlesOf(await search({}, 'carol'))).toEqual(['First']);
  expect((await search({}, 'carol')).items[0]?.content.tags).toEqual(['letters', 'tax']);
  for (const query of [{ tag: 'letters' }, { q: 'letters' }, { tag: 'letter' }]) {
    expect([query, titlesOf(await search(query))]).toEqual([query, ['First', 'Second']]);
  }

  // A new file with the old name brings it in under the new one.
  await importTagged({ title: 'Third', tags: ['letter'] });
  expect(titlesOf(await search({ tag: 'letters' }))).toEqual(['First', 'Second', 'Third']);

  await rename();
  expect((await search()).facets.tag.map(({ value }) => value).sort()).toEqual([
    ...['letter', 'letters', 'tax'],
  ]);
});

test('what people leave in the column that is no such list renames nothing', async () => {
  const { sharePoint } = it.tenant;
  const list = sharePoint.lists().find(({ displayName }) => displayName === 'Programmes')!;
  const [item] = sharePoint
    .items(list.id)
    .filter(({ fields }) => fields['Title'] === it.programme.name);
  for (const written of ['letter = letters', '[{"from":"letter"}]']) {
    sharePoint.edit(list.id, item!.id, { TagNames: written }, it.programme.ownerId);
    await it.settle();
    const answer = await it.ask('alice', '/api/programme/library');
    expect(librarySettingsResponse.parse(await answer.json()).tagNames).toEqual([]);
  }
});

test('settings saved by who does not know of renamed tags leave them as they are', async () => {
  await rename({ from: 'tax', to: 'taxes' });
  await saveLibrarySettings(it, 'alice', { reviewAfterDays: 60 });
  const answer = await it.ask('alice', '/api/programme/library');
  expect(librarySettingsResponse.parse(await answer.json())).toMatchObject({
    ...{ reviewAfterDays: 60, tagNames: [{ from: 'tax', to: 'taxes' }] },
  });
});
