import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  importResponse,
  libraryItem,
  libraryResponse,
  type ImportRow,
  type LibraryItem,
} from '@last-mile/shared/library';
import { createTestProduct, people, type TestProduct } from '../../../local-tenant/testProduct';

let it: TestProduct;
let found = 0;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const rowOf = (more: Partial<ImportRow> = {}): ImportRow => {
  found += 1;
  return {
    row: 1,
    kind: 'prompt',
    title: `Prompt ${found}`,
    purpose: 'Says what it is for',
    body: `Summarise {{document}} in five lines. (${found})`,
    author: 'Robin Writer',
    sourceUrl: 'https://example.com/prompts',
    ...more,
  };
};

async function importAs(name: 'alice' | 'bob' | 'erin', ...rows: unknown[]) {
  const response = await it.ask(name, '/api/library/import', { rows });
  expect(response.status).toBe(200);
  return importResponse.parse(await response.json());
}

async function listAs(name: 'alice' | 'bob' | 'carol' | 'erin', query = '') {
  const response = await it.ask(name, `/api/library${query}`);
  expect(response.status).toBe(200);
  return libraryResponse.parse(await response.json());
}

async function itemTitled(title: string, name: 'alice' | 'bob' | 'carol' = 'bob') {
  const { items } = await listAs(name, `?q=${encodeURIComponent(title)}`);
  return items.find(({ content }) => content.title === title);
}

/** Imported by alice and in SharePoint. */
async function draft(more: Partial<ImportRow> = {}): Promise<LibraryItem> {
  const row = rowOf(more);
  await importAs('alice', row);
  await it.settle();
  return (await itemTitled(row.title))!;
}

const publishAs = (name: 'alice' | 'bob' | 'carol' | 'erin', item: LibraryItem, eTag = item.eTag) =>
  it.ask(name, `/api/library/${item.clientKey}/publication`, { eTag });

async function published(more: Partial<ImportRow> = {}) {
  const response = await publishAs('bob', await draft(more));
  expect(response.status).toBe(200);
  return libraryItem.parse(await response.json());
}

/** What someone does by hand in SharePoint; the replica hears of it with the next sync. */
async function editUnheard(item: LibraryItem, fields: Record<string, string | null>) {
  const stored = await it.product.lists.stores.Library.get(item.clientKey);
  const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Library');
  it.tenant.sharePoint.edit(list!.id, stored!.itemId!, fields, people.bob);
}

async function editByHand(item: LibraryItem, fields: Record<string, string | null>) {
  await editUnheard(item, fields);
  await it.settle();
}

describe('importing', () => {
  test('makes drafts that champions find at once, and members not at all', async () => {
    const row = rowOf();
    expect(await importAs('alice', row)).toEqual({ imported: 1, known: 0, refused: [] });
    const item = await itemTitled(row.title);
    expect(item).toMatchObject({
      status: 'draft',
      author: { userId: null, name: 'Robin Writer' },
      importedBy: people.alice,
      sourceUrl: 'https://example.com/prompts',
      eTag: null,
    });
    expect(await itemTitled(row.title, 'carol')).toBeUndefined();
    expect((await it.ask('carol', `/api/library/${item!.clientKey}`)).status).toBe(404);
  });

  test('keeps a text byte for byte, through SharePoint and back', async () => {
    const body = '\r\n```ts\nconst a = "<b>&amp;</b>";\n```\r\n\tÉtape n° 1 → 👩‍👩‍👧 \u00a0 \n\n';
    const item = await draft({ body });
    expect(item.content.body).toBe(body);
    expect(item.eTag).not.toBeNull();
  });

  test('twice adds nothing, in one request or in two, also once it is in SharePoint', async () => {
    const row = rowOf();
    expect(await importAs('alice', row, row)).toMatchObject({ imported: 1, known: 1 });
    expect(await importAs('bob', row)).toMatchObject({ imported: 0, known: 1 });
    await it.settle();
    expect(await importAs('alice', row)).toMatchObject({ imported: 0, known: 1 });
  });

  test('names each bad row with its reason and keeps the good ones', async () => {
    const answer = await importAs(
      'alice',
      rowOf({ row: 1 }),
      rowOf({ row: 2, title: ' ' }),
      rowOf({ row: 3, body: 'x'.repeat(64_000) }),
      { ...rowOf({ row: 4 }), rating: 5 },
      rowOf({ row: 5, body: 'nul \0 inside' }),
      rowOf({ row: 6, sourceUrl: 'javascript:alert(1)' }),
      'no row at all',
    );
    expect(answer.imported).toBe(1);
    expect(answer.refused.map(({ row, field }) => [row, field])).toEqual([
      [2, 'title'],
      [3, 'body'],
      [4, expect.any(String)],
      [5, 'body'],
      [6, 'sourceUrl'],
      [0, 'row'],
    ]);
    expect(answer.refused.every(({ message }) => message.length > 5)).toBe(true);
  });

  test('takes what could act out of a template', async () => {
    const item = await draft({
      kind: 'template',
      body: '<p onclick="x()">Dear {{recipient}}<script>alert(1)</script><img src="javascript:x"></p>',
    });
    expect(item.content.body).toBe('<p>Dear {{recipient}}<img></p>');
  });

  test('refuses a template of which nothing is left', async () => {
    const answer = await importAs('alice', rowOf({ kind: 'template', body: '<script>x</script>' }));
    expect(answer).toMatchObject({ imported: 0, refused: [{ row: 1, field: 'body' }] });
  });
});

describe('publishing', () => {
  test('seals a draft: members see it from then on, champions can go on from its eTag', async () => {
    const item = await draft();
    const response = await publishAs('bob', item);
    const after = libraryItem.parse(await response.json());
    expect(after).toMatchObject({ status: 'published', version: 1, proposal: null });
    expect(after.eTag).not.toBe(item.eTag);
    expect(after.reviewOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(await itemTitled(item.content.title, 'carol')).toMatchObject({
      status: 'published',
      eTag: null,
      importedBy: null,
      content: item.content,
    });
  });

  test('is refused to who imported the text', async () => {
    const response = await publishAs('alice', await draft());
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'importerCannotPublish' });
  });

  test('is refused to who imported the text, also after changing that column in SharePoint', async () => {
    const item = await draft();
    await editByHand(item, { ImportedBy: people.bob });
    const changed = await itemTitled(item.content.title);
    const response = await publishAs('alice', changed!);
    expect(await response.json()).toMatchObject({ code: 'importerCannotPublish' });
  });

  test('is refused to members, and to champions of another programme', async () => {
    const item = await draft();
    expect((await publishAs('carol', item)).status).toBe(403);
    const response = await publishAs('erin', item);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'notYourProgramme' });
  });

  test('with an old eTag is a conflict that shows the item as it is now', async () => {
    const item = await draft();
    await editByHand(item, { Purpose: 'Changed meanwhile' });
    const response = await publishAs('bob', item);
    expect(response.status).toBe(412);
    expect(await response.json()).toMatchObject({
      code: 'conflict',
      current: { clientKey: item.clientKey, content: { purpose: 'Changed meanwhile' } },
    });
  });

  test('of a text changed a moment ago, unseen by the replica, is a conflict too', async () => {
    const item = await draft();
    await editUnheard(item, { Body: 'A text nobody here has seen' });
    const response = await publishAs('bob', item);
    expect(response.status).toBe(412);
    expect(await itemTitled(item.content.title, 'carol')).toBeUndefined();
  });

  test('twice is refused, and an unknown item is not found', async () => {
    const item = await published();
    expect(await (await publishAs('bob', item)).json()).toMatchObject({ code: 'alreadyPublished' });
    const response = await it.ask(
      'bob',
      '/api/library/11111111-1111-4111-8111-111111111111/publication',
      { eTag: '"x"' },
    );
    expect(response.status).toBe(404);
  });

  test('while SharePoint is away says so, publishes nothing, and can be done again later', async () => {
    const item = await draft();
    it.tenant.faults.answer(503, { method: 'PATCH' });
    const response = await publishAs('bob', item);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await itemTitled(item.content.title, 'carol')).toBeUndefined();
    it.tenant.faults.clear();
    expect((await publishAs('bob', item)).status).toBe(200);
  });
});

describe('what is done by hand in SharePoint', () => {
  test('to a published text is a proposal; members go on seeing what was approved', async () => {
    const item = await published();
    await editByHand(item, { Body: 'Rewritten by hand' });
    const changed = await itemTitled(item.content.title);
    expect(changed).toMatchObject({
      status: 'published',
      content: item.content,
      proposal: { changed: ['body'], content: { body: 'Rewritten by hand' } },
    });
    const seen = await itemTitled(item.content.title, 'carol');
    expect(seen).toMatchObject({ content: item.content, proposal: null });

    const response = await publishAs('bob', changed!);
    expect(libraryItem.parse(await response.json())).toMatchObject({
      version: 2,
      proposal: null,
      content: { body: 'Rewritten by hand' },
    });
    expect(await itemTitled(item.content.title, 'carol')).toMatchObject({
      version: 2,
      content: { body: 'Rewritten by hand' },
    });
  });

  test('to a draft is just the draft', async () => {
    const item = await draft();
    await editByHand(item, { Body: 'A better draft' });
    expect(await itemTitled(item.content.title)).toMatchObject({
      status: 'draft',
      content: { body: 'A better draft' },
      proposal: null,
    });
  });

  test('setting a draft to published publishes nothing', async () => {
    const item = await draft();
    await editByHand(item, { Status: 'published' });
    expect(await itemTitled(item.content.title)).toMatchObject({ status: 'inReview' });
    expect(await itemTitled(item.content.title, 'carol')).toBeUndefined();
  });

  test('setting a published text to retired is a proposal', async () => {
    const item = await published();
    await editByHand(item, { Status: 'retired' });
    expect(await itemTitled(item.content.title)).toMatchObject({
      status: 'published',
      proposal: { changed: ['status'] },
    });
    expect(await itemTitled(item.content.title, 'carol')).toBeDefined();
  });

  test('emptying a text leaves nothing to approve', async () => {
    const item = await published();
    await editByHand(item, { Body: null });
    const changed = await itemTitled(item.content.title);
    expect(changed?.proposal?.changed).toEqual(['body']);
    const response = await publishAs('bob', changed!);
    expect(await response.json()).toMatchObject({ code: 'incompleteText' });
    expect(response.status).toBe(409);
  });
});

describe('a seal', () => {
  test('that does not hold hides the text from members and is logged', async () => {
    const item = await published();
    await it.database.query(
      `UPDATE library_seal SET content = replace(content, 'Summarise', 'Leak') WHERE client_key = $1`,
      [item.clientKey],
    );
    await it.database.query(`SELECT pg_notify('library_sealed', '')`);
    await expect
      .poll(async () => (await itemTitled(item.content.title, 'carol')) === undefined)
      .toBe(true);
    expect(it.logged.some((line) => line.includes('does not hold'))).toBe(true);
  });
});

describe('a publication that stopped between its two writes', () => {
  beforeEach(() => it.database.query('DELETE FROM library_publication'));

  /** The state a killed process leaves: the intent is there, SharePoint perhaps, the seal not. */
  async function stopHalfway(item: LibraryItem, afterSharePoint: boolean) {
    expect((await publishAs('bob', item)).status).toBe(200);
    const [seal] = await it.database.query<{ content: string; version: number; at: Date }>(
      `DELETE FROM library_seal WHERE client_key = $1
       RETURNING content, version, approved_at AS at`,
      [item.clientKey],
    );
    const now = await itemOf(item);
    if (!afterSharePoint) {
      await editByHand(item, { Status: 'draft' });
      await it.database.query('SELECT 1');
    }
    const current = await itemOf(item);
    await it.database.query(
      `INSERT INTO library_publication
         (client_key, version, e_tag, content, fields, approved_by, approved_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        item.clientKey,
        seal!.version,
        afterSharePoint ? item.eTag : current.eTag,
        seal!.content,
        JSON.stringify({ Status: 'published', Version: 1, ReviewOn: now.reviewOn }),
        people.bob,
        seal!.at,
      ],
    );
    await it.database.query(`SELECT pg_notify('library_sealed', '')`);
    await expect
      .poll(async () => (await itemTitled(item.content.title, 'carol')) === undefined)
      .toBe(true);
  }
  const itemOf = async (item: LibraryItem) =>
    libraryItem.parse(await (await it.ask('bob', `/api/library/${item.clientKey}`)).json());

  test.each([
    ['after SharePoint had it', true],
    ['before SharePoint had it', false],
  ])('%s is finished on the next start', async (_, afterSharePoint) => {
    const item = await draft();
    await stopHalfway(item, afterSharePoint);
    expect(await it.product.app.library.resume()).toBe(1);
    await expect.poll(async () => (await itemTitled(item.content.title, 'carol'))?.version).toBe(1);
    expect(await it.database.query('SELECT * FROM library_publication')).toEqual([]);
  });
});

describe('searching', () => {
  test('finds word by word, without regard to case and accents', async () => {
    const item = await draft({
      title: 'Résumé of the Quarter',
      body: 'Über {{client}} berichten.',
    });
    for (const q of ['resume', 'QUARTER resume', 'uber', 'resu', 'berich']) {
      expect((await listAs('bob', `?q=${encodeURIComponent(q)}`)).items).toContainEqual(item);
    }
    expect((await listAs('bob', '?q=esume')).items).not.toContainEqual(item);
    expect((await listAs('bob', '?q=resume%20missingword')).total).toBe(0);
  });

  test('filters, and refuses what it does not know', async () => {
    const { items } = await listAs('bob', '?kind=template');
    expect(items.every(({ content }) => content.kind === 'template')).toBe(true);
    const response = await it.ask('bob', '/api/library?colour=red&kind=poem');
    expect(response.status).toBe(400);
    const problem = (await response.json()) as { issues: { path: string }[] };
    expect(problem.issues.map(({ path }) => path).sort()).toEqual(['colour', 'kind']);
    expect((await it.ask('bob', '/api/library?kind=prompt&kind=template')).status).toBe(400);
  });

  test('an answer asked for again with its tag is not sent again, until something changes', async () => {
    const first = await it.ask('carol', '/api/library');
    const eTag = first.headers.get('etag')!;
    const token = await it.token('carol');
    const again = () =>
      it.product.app.http.request('/api/library', {
        headers: { Authorization: `Bearer ${token}`, 'If-None-Match': eTag },
      });
    expect((await again()).status).toBe(304);
    await published();
    expect((await again()).status).toBe(200);
  });

  test('more than a page is read page by page, each item once', async () => {
    const rows = Array.from({ length: 200 }, (_, index) =>
      rowOf({ row: index + 1, title: `Paged ${String(index).padStart(3, '0')}` }),
    );
    await importAs('alice', ...rows);
    await importAs('alice', rowOf({ title: 'Paged 200' }));
    const first = await listAs('bob', '?q=paged');
    expect(first).toMatchObject({ total: 201 });
    expect(first.items).toHaveLength(200);
    const second = await listAs('bob', `?q=paged&cursor=${encodeURIComponent(first.cursor!)}`);
    expect(second.items).toHaveLength(1);
    expect(second.cursor).toBeNull();
    const keys = [...first.items, ...second.items].map(({ clientKey }) => clientKey);
    expect(new Set(keys).size).toBe(201);
  });
});

test("another programme's library is its own", async () => {
  const item = await published();
  const { items } = await listAs('erin', `?q=${encodeURIComponent(item.content.title)}`);
  expect(items).toEqual([]);
});
