import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  laterContent,
  libraryFacets,
  type LibraryItem,
  type LibraryQuery,
} from '@last-mile/shared/library';
import { createWordNumbers } from '@last-mile/shared/library-finding';
import type { Reader } from './finding/fit';
import { createCollection } from './librarySearch';

let made = 0;

function item(
  content: Partial<LibraryItem['content']>,
  more: Partial<Omit<LibraryItem, 'content'>> = {},
): LibraryItem {
  made += 1;
  return {
    clientKey: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    status: 'published',
    author: { userId: null, name: null },
    importedBy: null,
    sourceUrl: null,
    provenance: { origin: 'written', sessionKey: null },
    sharedFrom: null,
    copiedFrom: null,
    owner: null,
    translationOf: null,
    basedOn: null,
    originalVersion: null,
    originalChanged: false,
    reviewOn: null,
    stale: false,
    modifiedAt: '2026-11-01T09:00:00Z',
    version: 1,
    eTag: null,
    proposal: null,
    writers: [],
    editorIds: [],
    returned: null,
    ...more,
    content: {
      kind: 'prompt',
      title: `Title ${made}`,
      purpose: '',
      body: 'Text.',
      subject: null,
      jobFamilies: [],
      taskKey: null,
      assistant: null,
      language: 'en',
      tags: [],
      checkBeforeTrusting: '',
      ...laterContent,
      ...content,
    },
  };
}

const somebody: Reader = { jobFamily: null, usedBy: new Map() };

function collectionOf(items: readonly LibraryItem[]) {
  const numbers = createWordNumbers();
  const texts = items.map((one) => ({ item: one, text: numbers.weigh(one.content) }));
  return createCollection(texts, numbers.words);
}

function titlesFound(items: readonly LibraryItem[], query: LibraryQuery, reader = somebody) {
  return collectionOf(items)
    .search(query, reader)
    .items.map(({ content }) => content.title);
}

describe('a search', () => {
  const contract = item({ title: 'Vertrag prüfen', language: 'de' });
  const lease = item({ title: 'Mietverträge kündigen', language: 'de' });
  const update = item({
    title: 'Client update',
    purpose: 'Where a project stands',
    tags: ['email'],
  });
  const form = item({ title: 'Registration form', body: 'Ask for the data of {{client}}.' });
  const all = [contract, lease, update, form];

  test.each([
    ['another form', 'verträge', ['Vertrag prüfen', 'Mietverträge kündigen']],
    ['an umlaut written out', 'pruefen', ['Vertrag prüfen']],
    ['letters swapped', 'cleint udpate', ['Client update']],
    ['a letter missing', 'registraton', ['Registration form']],
    ['a letter too many', 'updatte', ['Client update']],
    ['a word not typed to its end, with an error', 'registrta', ['Registration form']],
    ['words in any order', 'update client', ['Client update']],
    ['a tag', 'email', ['Client update']],
    ['the end of a compound', 'verträge kündigen', ['Mietverträge kündigen']],
  ])('finds %s', (_, q, titles) => {
    expect(titlesFound(all, { q })).toEqual(titles);
  });

  test('takes nothing for a typing error that is a word as it is', () => {
    expect(titlesFound([...all, item({ title: 'From here' })], { q: 'from' })).toEqual([
      'From here',
    ]);
  });

  test('finds nothing where one of its words is in no text', () => {
    expect(titlesFound(all, { q: 'client nonsense' })).toEqual([]);
  });

  test('puts a word of the title before the same word of a text', () => {
    expect(titlesFound(all, { q: 'client' })).toEqual(['Client update', 'Registration form']);
  });

  test('tells which words of the shown items were meant', () => {
    const { words } = collectionOf(all).search({ q: 'cleint' }, somebody);
    expect(words).toEqual(['client']);
  });

  test('reads no tags of HTML', () => {
    const template = item({ title: 'T', body: '<p class="intro">a < b</p>', kind: 'template' });
    expect(titlesFound([template], { q: 'intro' })).toEqual([]);
    expect(titlesFound([template], { q: 'b' })).toEqual(['T']);
  });

  test.each([
    ['their own job family', { jobFamilies: ['tax'] }, { jobFamilies: ['audit'] }],
    ['every job family before another one', {}, { jobFamilies: ['audit'] }],
    ['a mapped task', { taskKey: '00000000-0000-4000-8000-000000000900' }, {}],
  ])('puts %s first for who is in a job family', (_, better, worse) => {
    const items = [item({ title: 'A memo', ...worse }), item({ title: 'B memo', ...better })];
    const reader = { ...somebody, jobFamily: 'tax' };
    expect(titlesFound(items, { q: 'memo' }, reader)).toEqual(['B memo', 'A memo']);
    expect(titlesFound(items, {}, reader)).toEqual(['B memo', 'A memo']);
  });

  test('puts what is used before what is not, and what is past its review last', () => {
    const [fresh, used] = [item({ title: 'A memo' }), item({ title: 'C memo' })];
    const items = [item({ title: 'B memo' }, { stale: true }), fresh, used];
    const reader = { ...somebody, usedBy: new Map([[used.clientKey, 12]]) };
    expect(titlesFound(items, { q: 'memo' }, reader)).toEqual(['C memo', 'A memo', 'B memo']);
  });
});

describe('the counts of facets', () => {
  const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
  const items = fc.array(
    fc
      .record({
        kind: oneOf('prompt' as const, 'template' as const),
        language: oneOf('en', 'de', ''),
        jobFamilies: fc.uniqueArray(oneOf('tax', 'audit', 'people')),
        tags: fc.uniqueArray(oneOf('quick', 'email')),
        title: oneOf('Client update', 'Memo', 'Client memo'),
      })
      .chain((content) =>
        oneOf('published' as const, 'draft' as const).map((status) => item(content, { status })),
      ),
    { maxLength: 12 },
  );
  const query = fc.record(
    {
      q: oneOf('client', 'memo', 'memmo'),
      kind: fc.uniqueArray(oneOf('prompt' as const, 'template' as const)),
      jobFamily: fc.uniqueArray(oneOf('tax', 'audit')),
      language: fc.uniqueArray(oneOf('en', 'fr')),
      tag: fc.uniqueArray(oneOf('quick', 'email')),
      status: fc.uniqueArray(oneOf('draft' as const)),
    },
    { requiredKeys: [] },
  );

  test('each is what choosing it alone would give', () => {
    fc.assert(
      fc.property(items, query, (all, asked) => {
        const collection = collectionOf(all);
        const { facets } = collection.search(asked, somebody);
        for (const facet of libraryFacets) {
          for (const { value, count } of facets[facet]) {
            const chosen = { ...asked, [facet]: [value] };
            expect(collection.search(chosen, somebody).total).toBe(count);
          }
        }
      }),
    );
  });

  test('a value that is chosen is counted even where nothing has it', () => {
    const { facets } = collectionOf([item({})]).search({ language: ['fr'] }, somebody);
    expect(facets.language).toEqual([
      { value: 'en', count: 1 },
      { value: 'fr', count: 0 },
    ]);
  });
});

describe('pages', () => {
  test('hold every item once, also when the last one shown is gone meanwhile', () => {
    const items = Array.from({ length: 7 }, (_, at) => item({ title: `Memo ${at}` }));
    const read = (from: readonly LibraryItem[], cursor: string | null) =>
      collectionOf(from).search(
        { q: 'memo', limit: '3', ...(cursor === null ? {} : { cursor }) },
        somebody,
      );
    const first = read(items, null);
    const rest = read(items, first.cursor);
    const titles = (page: typeof first) => page.items.map(({ content }) => content.title);
    expect([titles(first), titles(rest)]).toEqual([
      ['Memo 0', 'Memo 1', 'Memo 2'],
      ['Memo 3', 'Memo 4', 'Memo 5'],
    ]);
    const withoutLast = items.filter(({ content }) => content.title !== 'Memo 2');
    expect(titles(read(withoutLast, first.cursor))).toEqual(['Memo 4', 'Memo 5', 'Memo 6']);
  });
});
