import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  libraryItem,
  libraryResponse,
  libraryShelves,
  ownItemsResponse,
  reviewResponse,
  translationsResponse,
  versionsResponse,
  type LibraryItem,
} from '@last-mile/shared/library';
import { saveLibrarySettings } from '../../../local-tenant/testing/librarySettings';
import {
  createTestProduct,
  people,
  type PersonName,
  type TestProduct,
} from '../../../local-tenant/testProduct';
import { mapTask } from '../../../local-tenant/testing/mapTask';

/** Alice's programme shares its library; erin's has taken it. */
let it: TestProduct;
let count = 0;
const first = '00000000-0000-4000-8000-000000000101';
const second = '00000000-0000-4000-8000-000000000102';

beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const share = async () => {
  await saveLibrarySettings(it, 'alice', { sharesLibrary: true });
  await saveLibrarySettings(it, 'erin', { librariesFrom: [first] });
};
const takeBack = async () => {
  await saveLibrarySettings(it, 'erin', { librariesFrom: [] });
  await saveLibrarySettings(it, 'alice', { sharesLibrary: false });
};
beforeEach(share);
afterEach(takeBack);

async function draft(
  name: 'alice' | 'erin',
  more: Record<string, unknown> = {},
): Promise<LibraryItem> {
  count += 1;
  const title = `Shared item ${String(count)}`;
  const row = { row: 1, kind: 'prompt', title, purpose: '', body: `Text ${String(count)}` };
  await it.ask(name, '/api/library/import', {
    rows: [{ ...row, author: 'Robin', sourceUrl: '', ...more }],
  });
  await it.settle();
  const found = (await search(name)).items.find(({ content }) => content.title === title);
  expect(found).toBeDefined();
  return found!;
}

async function published(more: Record<string, unknown> = {}): Promise<LibraryItem> {
  const { clientKey, eTag } = await draft('alice', more);
  const response = await it.ask('bob', `/api/library/${clientKey}/publication`, { eTag });
  expect(response.status).toBe(200);
  return libraryItem.parse(await response.json());
}

async function search(name: PersonName, query = '') {
  return libraryResponse.parse(await (await it.ask(name, `/api/library${query}`)).json());
}

const get = (name: PersonName, { clientKey }: LibraryItem, more = '') =>
  it.ask(name, `/api/library/${clientKey}${more}`);

async function seenBy(name: PersonName, item: LibraryItem): Promise<LibraryItem | undefined> {
  const { items } = await search(name, `?q=${encodeURIComponent(item.content.title)}`);
  return items.find(({ clientKey }) => clientKey === item.clientKey);
}

describe('people of a programme that has taken a library', () => {
  test('find its published items, and are told whose they are', async () => {
    const item = await published();
    const seen = await seenBy('erin', item);
    expect(seen).toMatchObject({
      content: item.content,
      version: 1,
      sharedFrom: { clientKey: first, name: 'Everyday AI', task: null },
      // To be used, and not to be changed: not even by erin, who is a champion at home.
      ...{ eTag: null, proposal: null, importedBy: null, writers: [] },
    });
    expect((await seenBy('alice', item))?.sharedFrom).toBeNull();
    expect((await get('erin', item)).status).toBe(200);
  });

  test('see neither its drafts nor what waits beside a published text', async () => {
    const hidden = await draft('alice');
    expect(await seenBy('erin', hidden)).toBeUndefined();
    expect((await get('erin', hidden)).status).toBe(404);

    const item = await published();
    const content = { ...item.content, body: 'A change that nobody approved' };
    const changed = await it.ask('alice', `/api/library/${item.clientKey}/content`, {
      ...{ eTag: item.eTag, content },
    });
    expect(changed.status).toBe(200);
    const seen = libraryItem.parse(await (await get('erin', item)).json());
    expect(seen.content.body).toBe(item.content.body);
    expect((await search('erin', '?q=nobody%20approved')).total).toBe(0);
  });

  test('see nobody’s own variant', async () => {
    const item = await published();
    const clientKey = crypto.randomUUID();
    await it.ask('carol', '/api/library/drafts', {
      ...{ clientKey, content: item.content },
      original: { as: 'ownVariant', clientKey: item.clientKey, version: 1 },
    });
    expect((await it.ask('erin', `/api/library/${clientKey}`)).status).toBe(404);
  });

  test('count them among the values they can narrow by', async () => {
    await published({ tags: ['only shared'] });
    const { facets } = await search('erin');
    expect(facets.tag).toContainEqual({ value: 'only shared', count: 1 });
    expect((await search('erin', '?tag=only%20shared')).total).toBe(1);
  });

  test('can mark them as favourites, and keep their own variant beside them', async () => {
    const item = await published();
    const marked = await it.ask('erin', `/api/library/${item.clientKey}/favourite`, {
      favourite: true,
    });
    expect(marked.status).toBe(200);
    const shelves = libraryShelves.parse(
      await (await it.ask('erin', '/api/library/shelves')).json(),
    );
    expect(shelves.favourites.map(({ clientKey }) => clientKey)).toContain(item.clientKey);

    const clientKey = crypto.randomUUID();
    const kept = await it.ask('erin', '/api/library/drafts', {
      ...{ clientKey, content: { ...item.content, body: 'As I say it' } },
      original: { as: 'ownVariant', clientKey: item.clientKey, version: 1 },
    });
    expect(kept.status).toBe(202);
    const own = ownItemsResponse.parse(await (await it.ask('erin', '/api/library/own')).json());
    expect(own.items).toMatchObject([{ clientKey, originalChanged: false, sharedFrom: null }]);
    expect((await it.ask('alice', `/api/library/${clientKey}`)).status).toBe(404);
  });

  test('can say one in another language, as an item of their own', async () => {
    const item = await published();
    const clientKey = crypto.randomUUID();
    await it.ask('erin', '/api/library/drafts', {
      ...{ clientKey, content: { ...item.content, title: 'Auf Deutsch', language: 'de' } },
      original: { as: 'translation', clientKey: item.clientKey, version: 1 },
    });
    const { items } = translationsResponse.parse(
      await (await get('erin', item, '/translations')).json(),
    );
    expect(items).toMatchObject([{ clientKey, sharedFrom: null }]);
    const atHome = await get('alice', item, '/translations');
    expect(translationsResponse.parse(await atHome.json()).items).toEqual([]);
  });

  test('see its approved texts only, and change nothing of it', async () => {
    const item = await published();
    const versions = versionsResponse.parse(await (await get('erin', item, '/versions')).json());
    expect(versions).toMatchObject({
      approved: [{ version: 1, approvedBy: null, effect: null }],
      history: null,
    });
    const { eTag, content } = item;
    const acts: [string, Record<string, unknown>][] = [
      ['content', { eTag, content: { ...content, body: 'Mine now' } }],
      ['publication', { eTag }],
      ['submission', { eTag }],
      ['return', { eTag, note: 'No' }],
      ['renewal', { eTag }],
      ['retirement', { eTag }],
      ['reinstatement', { eTag }],
    ];
    for (const [act, body] of acts) {
      const response = await it.ask('erin', `/api/library/${item.clientKey}/${act}`, body);
      expect([act, response.status]).toEqual([act, 403]);
      expect(await response.json()).toMatchObject({ code: 'notYourProgramme' });
    }
  });

  test('find nothing of it in their queue of reviews, nor in what is said of their library', async () => {
    const item = await published();
    const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Library')!;
    const stored = await it.product.lists.stores.Library.get(item.clientKey);
    it.tenant.sharePoint.edit(list.id, stored!.itemId!, { ReviewOn: '2020-01-01' }, people.bob);
    await it.settle();
    expect((await seenBy('erin', item))?.stale).toBe(true);
    const queue = async (name: PersonName) =>
      reviewResponse
        .parse(await (await it.ask(name, '/api/library/review')).json())
        .items.map(({ item: { clientKey } }) => clientKey);
    expect(await queue('alice')).toContain(item.clientKey);
    expect(await queue('erin')).not.toContain(item.clientKey);
  });
});

describe('sharing', () => {
  test('goes one way: the champion who shares sees nothing of those who took it', async () => {
    const addition = await draft('erin');
    expect(addition.sharedFrom).toBeNull();
    expect(await seenBy('alice', addition)).toBeUndefined();
    expect((await get('alice', addition)).status).toBe(404);
  });

  test('ends when either takes the link back', async () => {
    const item = await published();
    await saveLibrarySettings(it, 'erin', { librariesFrom: [] });
    expect(await seenBy('erin', item)).toBeUndefined();
    expect((await get('erin', item)).status).toBe(404);
    await saveLibrarySettings(it, 'erin', { librariesFrom: [first] });
    expect(await seenBy('erin', item)).toMatchObject({
      ...{ content: item.content, sharedFrom: { clientKey: first } },
    });
    await saveLibrarySettings(it, 'alice', { sharesLibrary: false });
    expect(await seenBy('erin', item)).toBeUndefined();
    expect((await get('erin', item)).status).toBe(404);
  });

  test('ends for an item that is retired', async () => {
    const item = await published();
    const { eTag } = (await seenBy('alice', item))!;
    await it.ask('alice', `/api/library/${item.clientKey}/retirement`, { eTag });
    expect(await seenBy('erin', item)).toBeUndefined();
  });

  test('does not lend on what a programme has itself taken', async () => {
    await saveLibrarySettings(it, 'erin', { sharesLibrary: true });
    const item = await published();
    await saveLibrarySettings(it, 'alice', { librariesFrom: [second] });
    expect(await seenBy('alice', item)).toMatchObject({ sharedFrom: null });
    const { items } = await search('alice');
    expect(new Set(items.map(({ clientKey }) => clientKey)).size).toBe(items.length);
    await saveLibrarySettings(it, 'alice', { librariesFrom: [] });
    await saveLibrarySettings(it, 'erin', { sharesLibrary: false });
  });
});

describe('work is spoken of in the words of those who read', () => {
  const addTask = async (task: string, programmeKey: string) => ({
    clientKey: await mapTask(it, programmeKey, task),
  });

  test('a task and a job family of the same name are theirs', async () => {
    const there = await addTask('Year-end letter', first);
    const here = await addTask('year-end LETTER ', second);
    const item = await published({ taskKey: there.clientKey, jobFamilies: ['Audit'] });
    expect(await seenBy('erin', item)).toMatchObject({
      content: { taskKey: here.clientKey, jobFamilies: ['audit'] },
      sharedFrom: { task: 'Year-end letter' },
    });
    expect((await search('erin', `?task=${here.clientKey}`)).total).toBe(1);
    expect((await seenBy('alice', item))?.content.taskKey).toBe(there.clientKey);
  });

  test('a task that is not mapped there is named, and leads nowhere', async () => {
    const there = await addTask('Something of theirs', first);
    const item = await published({ taskKey: there.clientKey, jobFamilies: ['Forensics'] });
    expect(await seenBy('erin', item)).toMatchObject({
      content: { taskKey: null, jobFamilies: ['Forensics'] },
      sharedFrom: { task: 'Something of theirs' },
    });
  });
});

describe('what is said about a shared item', () => {
  const flagOn = (item: LibraryItem, more: Record<string, unknown> = {}) => ({
    ...{ clientKey: crypto.randomUUID(), kind: 'flag', reason: 'wrong', reachedClient: false },
    about: { type: 'libraryItem', itemKey: item.clientKey, version: item.version },
    ...{ text: 'It names last year’s form.', named: false, surface: 'teams', ...more },
  });
  const keysOf = async (name: PersonName, path: string) => {
    const { items } = (await (await it.ask(name, path)).json()) as {
      items: { clientKey: string }[];
    };
    return items.map(({ clientKey }) => clientKey);
  };

  test('reaches the champions who can change it, and its reporter sees it among their own', async () => {
    const flag = flagOn(await published());
    expect((await it.ask('erin', '/api/feedback', flag)).status).toBe(202);
    expect(await keysOf('alice', '/api/feedback?view=open')).toContain(flag.clientKey);
    expect(await keysOf('erin', '/api/feedback?view=open')).not.toContain(flag.clientKey);
    expect(await keysOf('erin', '/api/feedback/mine')).toContain(flag.clientKey);
    expect(await keysOf('alice', '/api/feedback/mine')).not.toContain(flag.clientKey);
    const [stored] = (await it.product.lists.stores.Feedback.all()).filter(
      ({ clientKey }) => clientKey === flag.clientKey,
    );
    expect(stored?.fields).toMatchObject({ ProgrammeKey: first, ReporterProgrammeKey: second });
    // Nothing of it says who she is.
    expect(JSON.stringify(stored)).not.toContain(people.erin);
  });

  test('counts with the uses of those who said it, and is answered where it can be', async () => {
    const item = await published();
    const { app } = it.product;
    const programmes = await app.programmes.all();
    const [owner, reporters] = [first, second].map((key) =>
      programmes.find(({ clientKey }) => clientKey === key)!,
    );
    const health = async () => (await app.feedback.health(owner!, new Date())).open;
    const [openBefore, flagsBefore] = [await health(), await app.feedback.flags(owner!)];
    expect((await it.ask('erin', '/api/feedback', flagOn(item))).status).toBe(202);
    expect(await health()).toBe(openBefore + 1);
    expect(await app.feedback.flags(owner!)).toEqual(flagsBefore);
    expect(await app.feedback.flags(reporters!)).toContainEqual(
      expect.objectContaining({ itemKey: item.clientKey }),
    );
    expect(await app.feedback.flagsByVersion(owner!, item.clientKey)).toEqual(new Map());
  });

  test('stays at home where it is about their own item, or about no item', async () => {
    const own = flagOn(await draft('erin'));
    const output = flagOn(await published(), { about: { type: 'aiOutput' } });
    for (const flag of [own, output]) {
      expect((await it.ask('erin', '/api/feedback', flag)).status).toBe(202);
      expect(await keysOf('erin', '/api/feedback?view=open')).toContain(flag.clientKey);
      expect(await keysOf('alice', '/api/feedback?view=open')).not.toContain(flag.clientKey);
    }
  });
});
