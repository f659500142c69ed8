import { unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { streamXlsxRows } from 'hucre/xlsx';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  importRemovalResponse,
  importResponse,
  libraryResponse,
  likenessResponse,
  pastImportsResponse,
  type ExportFormat,
  type ImportRow,
  type LibraryItem,
} from '@last-mile/shared/library';
import {
  joinLongCells,
  mapColumns,
  readMarkdown,
  toImportRows,
  type FileLines,
} from '@last-mile/shared/library-exchange';
import { createTestProduct, people, type TestProduct } from '../../../local-tenant/testProduct';
import { exportLibrary } from './exportLibrary';

let it: TestProduct;
let made = 0;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const rowOf = (more: Partial<ImportRow> = {}): ImportRow => {
  made += 1;
  return {
    row: 1,
    kind: 'prompt',
    title: `Prompt ${made}`,
    purpose: '',
    body: `Say number ${made} in words, and nothing about the other ones.`,
    author: '',
    sourceUrl: '',
    ...more,
  };
};

type Person = 'alice' | 'bob' | 'carol' | 'erin';

async function importAs(as: Person, rows: readonly ImportRow[], importKey?: string) {
  const response = await it.ask(as, '/api/library/import', {
    rows,
    ...(importKey === undefined ? {} : { importKey }),
  });
  expect(response.status).toBe(200);
  return importResponse.parse(await response.json());
}

async function itemTitled(title: string, as: Person = 'bob'): Promise<LibraryItem | undefined> {
  const response = await it.ask(as, `/api/library?q=${encodeURIComponent(title)}`);
  const { items } = libraryResponse.parse(await response.json());
  return items.find(({ content }) => content.title === title);
}

const removal = '/api/library/imports/removal';

async function takeBack(as: Person, importKey: string) {
  const response = await it.ask(as, removal, { importKey });
  expect(response.status).toBe(200);
  return importRemovalResponse.parse(await response.json());
}

async function editByHand({ clientKey }: LibraryItem, fields: Record<string, string>) {
  const stored = await it.product.lists.stores.Library.get(clientKey);
  const list = it.tenant.sharePoint.lists().find(({ displayName }) => displayName === 'Library');
  it.tenant.sharePoint.edit(list!.id, stored!.itemId!, fields, people.bob);
}

describe('taking an import back', () => {
  test('removes its drafts, here and in SharePoint, and the same rows can come again', async () => {
    const key = '00000000-0000-4000-8000-0000000a0001';
    const rows = [rowOf(), rowOf(), rowOf()];
    await importAs('alice', rows, key);
    await it.settle();
    expect(await takeBack('bob', key)).toEqual({ removed: 3, kept: [], left: 0 });
    expect(await itemTitled(rows[0]!.title)).toBeUndefined();
    await it.settle();
    expect(await itemTitled(rows[0]!.title)).toBeUndefined();

    expect(await importAs('alice', rows)).toMatchObject({ imported: 3, known: 0 });
    expect(await importAs('alice', rows)).toMatchObject({ imported: 0, known: 3 });
    await it.settle();
    expect((await itemTitled(rows[0]!.title))?.content.body).toBe(rows[0]!.body);
  });

  test('works for drafts that are not in SharePoint yet', async () => {
    const key = '00000000-0000-4000-8000-0000000a0002';
    const row = rowOf();
    await importAs('alice', [row], key);
    expect(await takeBack('alice', key)).toEqual({ removed: 1, kept: [], left: 0 });
    await it.settle();
    expect(await itemTitled(row.title)).toBeUndefined();
  });

  test('keeps and names what somebody changed since, even when we have not heard of it', async () => {
    const key = '00000000-0000-4000-8000-0000000a0003';
    const [touched, unheard, left] = [rowOf(), rowOf(), rowOf()];
    await importAs('alice', [touched, unheard, left], key);
    await it.settle();
    await editByHand((await itemTitled(touched.title))!, { Purpose: 'Ours now' });
    await it.settle();
    await editByHand((await itemTitled(unheard.title))!, { Purpose: 'Changed a moment ago' });
    const answer = await takeBack('alice', key);
    expect(answer).toMatchObject({ removed: 1, left: 0 });
    expect(answer.kept.map(({ title }) => title).sort()).toEqual(
      [touched.title, unheard.title].sort(),
    );
    expect(await itemTitled(left.title)).toBeUndefined();
    expect(await itemTitled(touched.title)).toMatchObject({ content: { purpose: 'Ours now' } });
    await it.settle();
    expect(await itemTitled(unheard.title)).toMatchObject({
      content: { purpose: 'Changed a moment ago' },
    });
  });

  test('leaves alone what was in the library before the import', async () => {
    const [before, key] = [rowOf(), '00000000-0000-4000-8000-0000000a0004'];
    await importAs('alice', [before]);
    await importAs('alice', [before, rowOf()], key);
    await it.settle();
    const item = await itemTitled(before.title);
    expect(item?.content.body).toBe(before.body);
    expect(await takeBack('alice', key)).toMatchObject({ removed: 1 });
    expect(await itemTitled(before.title)).toEqual(item);
  });

  test('is for the champions of the programme, and is listed until it is done', async () => {
    const key = '00000000-0000-4000-8000-0000000a0005';
    await importAs('alice', [rowOf(), rowOf()], key);
    await it.settle();
    const listed = async (as: Person) => {
      const { imports } = pastImportsResponse.parse(
        await (await it.ask(as, '/api/library/imports')).json(),
      );
      return imports.find(({ importKey }) => importKey === key);
    };
    expect(await listed('bob')).toMatchObject({ items: 2, importedBy: { userId: people.alice } });
    expect(await listed('erin')).toBeUndefined();
    expect((await it.ask('erin', removal, { importKey: key })).status).toBe(404);
    expect((await it.ask('carol', removal, { importKey: key })).status).toBe(403);
    await takeBack('bob', key);
    expect(await listed('bob')).toBeUndefined();
    expect((await it.ask('bob', removal, { importKey: key })).status).toBe(404);
  });
});

test('a row that says what somebody wrote here is in the library already, and another text of its name is not', async () => {
  const { kind, title, purpose, body } = rowOf();
  const content = {
    ...{ kind, title, purpose, body, subject: null, jobFamilies: [], taskKey: null },
    ...{ assistant: null, language: 'en', tags: [], checkBeforeTrusting: '' },
  };
  const clientKey = '00000000-0000-4000-8000-0000000b0001';
  expect((await it.ask('carol', '/api/library/drafts', { clientKey, content })).status).toBe(202);
  const rows = [rowOf({ title, body }), rowOf({ title })];
  expect(await importAs('alice', rows)).toMatchObject({ imported: 1, known: 1 });
  expect(await importAs('alice', rows)).toMatchObject({ imported: 0, known: 2 });
});

describe('rows like what is there already', () => {
  const likeTo = async (...texts: string[]) => {
    const rows = texts.map((text, at) => ({ row: at + 1, text }));
    const response = await it.ask('alice', '/api/library/import/likeness', { rows });
    return likenessResponse.parse(await response.json()).alike;
  };

  test('are shown beside the item, whatever case, punctuation and small changes', async () => {
    const row = rowOf({ body: 'Summarise the thread below for a busy partner in five lines.' });
    await importAs('alice', [row]);
    const alike = await likeTo(
      'SUMMARISE the thread below, for a busy partner, in five lines',
      'Summarize the thread below for busy partners in 5 lines.',
      'Draft an agenda for the steering committee.',
    );
    expect(alike.map(({ row: number, title }) => [number, title])).toEqual([
      [1, row.title],
      [2, row.title],
    ]);
    expect(alike[0]?.likeness).toBe(1);
    expect(alike[1]?.likeness).toBeLessThan(1);
  });

  test('a text without letters is like itself only', async () => {
    await importAs('alice', [rowOf({ body: '👩🏽‍💻👩🏽‍💻👩🏽‍💻' })]);
    const alike = await likeTo('👩🏽‍💻👩🏽‍💻👩🏽‍💻', '?!', '');
    expect(alike.map(({ row }) => row)).toEqual([1]);
  });
});

const bytesOf = async (body: BodyInit) => new Uint8Array(await new Response(body).arrayBuffer());

/** What a file holds, read as an import reads it. */
async function linesOf(format: ExportFormat, bytes: Uint8Array): Promise<FileLines> {
  if (format === 'md') return readMarkdown(new TextDecoder().decode(bytes));
  if (format === 'csv') {
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes).trimEnd());
    const [header = [], ...lines] = data;
    return { header, lines, unclosed: new Set(), written: 'asCells' };
  }
  const rows: string[][] = [];
  for await (const { values } of streamXlsxRows(bytes)) {
    rows.push(values.map((value) => (typeof value === 'string' ? value : '')));
  }
  const [header = [], ...lines] = rows;
  return { ...joinLongCells(header, lines), unclosed: new Set(), written: 'asCells' };
}

const formats = ['csv', 'xlsx', 'md'] as const;

describe('an export', () => {
  test.each(formats)(
    'as %s holds all of it for champions, the published for members',
    async (format) => {
      const [draft, published] = [rowOf(), rowOf()];
      await importAs('alice', [draft, published]);
      await it.settle();
      const item = (await itemTitled(published.title))!;
      await it.ask('bob', `/api/library/${item.clientKey}/publication`, { eTag: item.eTag });
      const titlesFor = async (as: Person) => {
        const response = await it.ask(as, `/api/library/export?format=${format}`);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-disposition')).toBe(
          `attachment; filename="library.${format}"`,
        );
        const file = await linesOf(format, await bytesOf(response.body!));
        return toImportRows(file, mapColumns(file.header)).rows.map(({ title }) => title);
      };
      expect(await titlesFor('bob')).toEqual(
        expect.arrayContaining([draft.title, published.title]),
      );
      expect(await titlesFor('carol')).toContain(published.title);
      expect(await titlesFor('carol')).not.toContain(draft.title);
      expect(await titlesFor('erin')).not.toContain(published.title);
    },
  );

  test.each(formats)('as %s can be imported elsewhere, and is the same there', async (format) => {
    const row = rowOf({
      kind: 'template',
      title: `=HYPERLINK("x") ${format} `,
      body: `<p>Dear {{client}},</p><p>_x0041_ ${'word '.repeat(9_000)}</p>`,
      purpose: '+1 line,\r\n"quoted"; and\ttabbed',
      subject: '@{{client}}: status',
      jobFamilies: ['audit'],
      taskKey: '00000000-0000-4000-8000-0000000000f1',
      stepKey: 'step 2',
      assistant: 'Copilot in Outlook',
      language: 'en-GB',
      tags: ['-weekly', 'client, status'],
      checkBeforeTrusting: "'=quoted already",
      placeholders: [
        { name: 'client', kind: 'text', description: 'Who', choices: [], from: 'recipientName' },
      ],
      exampleOutput: '```\nfenced\n```',
      sources: [{ title: 'Plan', url: 'https://prompts.example/plan', ownerId: null }],
      author: 'Noa Ben-Ami',
      sourceUrl: 'https://prompts.example/a?b=1&c="2"',
    });
    await importAs('alice', [row]);
    const response = await it.ask('alice', `/api/library/export?format=${format}`);
    const file = await linesOf(format, await bytesOf(response.body!));
    const { rows, refused } = toImportRows(file, mapColumns(file.header));
    expect(refused).toEqual([]);
    const mine = rows.find(({ title }) => title === row.title)!;
    expect(mine).toEqual({ ...row, row: mine.row });
    await importAs('erin', [mine]);
    const there = (await itemTitled(row.title, 'erin'))!;
    expect(there.content).toEqual((await itemTitled(row.title, 'alice'))!.content);
    expect(there.author.name).toBe('Noa Ben-Ami');
  });

  test('is made while it is read: a huge library never lies in memory as a file', async () => {
    const one = await firstItem();
    const huge = Array.from({ length: 5_000 }, (_, at): LibraryItem => ({
      ...one,
      content: { ...one.content, title: `Item ${at}`, body: 'x'.repeat(10_000) },
    }));
    for (const format of formats) {
      let largest = 0;
      let length = 0;
      for await (const chunk of exportLibrary(huge, format).body) {
        largest = Math.max(largest, chunk.byteLength);
        length += chunk.byteLength;
      }
      expect(largest).toBeLessThan(1_000_000);
      expect(length).toBeGreaterThan(format === 'xlsx' ? 100_000 : 50_000_000);
    }
  });

  test('as a workbook holds texts only: no formula, no link, no macro', async () => {
    const one = await firstItem();
    const nasty = ['=1+1', '@x', '+1', '-1', '\t=1', "=cmd|'/c calc'!A1"].map((title) => ({
      ...one,
      content: { ...one.content, title },
    }));
    const parts = unzipSync(await bytesOf(exportLibrary(nasty, 'xlsx').body));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toMatch(/<f[ >]|<hyperlink/);
    expect(
      [...sheet.matchAll(/<c [^>]*t="(\w+)"/g)].every(([, type]) => type === 'inlineStr'),
    ).toBe(true);
    expect(Object.keys(parts).filter((name) => /vba|externalLink|drawing/.test(name))).toEqual([]);
  });

  test('keeps every text a cell can hold, in a workbook too', async () => {
    const one = await firstItem();
    const texts = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() !== '' && !text.includes('\0'));
    await fc.assert(
      fc.asyncProperty(texts, async (body) => {
        const items = [{ ...one, content: { ...one.content, body } }];
        const file = await linesOf('xlsx', await bytesOf(exportLibrary(items, 'xlsx').body));
        expect(toImportRows(file, mapColumns(file.header)).rows[0]?.body).toBe(body);
      }),
      { numRuns: 50 },
    );
  });
});

async function firstItem(): Promise<LibraryItem> {
  const { items } = libraryResponse.parse(await (await it.ask('alice', '/api/library')).json());
  return items[0]!;
}
