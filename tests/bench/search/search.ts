import { randomUUID } from 'node:crypto';
import MiniSearch from 'minisearch';
import { libraryResponse, type LibraryContent } from '@last-mile/shared/library';
import { createTestProduct, type TestProduct } from '../../../api/local-tenant/testProduct';
import {
  contentFields,
  draftRecord,
  recordFields,
} from '../../../api/src/features/library/libraryList';
import { setup as startPostgres } from '../../setup/postgres';
import { percentile } from '../../setup/percentile';
import { benchLine, type Bench, type BenchLine } from '../benchLine';
import { generatedLibrary, type GeneratedItem, type Subject } from './generatedLibrary';
import { labelledQueries } from './labelledQueries';

const itemCount = 10_000;
const rightPlaces = 10;
/** As many as the tab asks for. */
const pageSize = 50;
const changes = 20;

/**
 * Searching and opening a library of ten thousand items through the whole API, in one process with
 * MiniSearch over the same texts. The items are drafts, which a champion finds as others find what is
 * published.
 */
export const search: Bench = {
  lines: ['search.10k.p95', 'search.recall10', 'library.page.p95', 'search.10k.changed'],
  async *run() {
    const stopPostgres = await startPostgres();
    const it = await createTestProduct();
    try {
      const items = generatedLibrary(itemCount).map((item) => ({ ...item, key: randomUUID() }));
      await fill(it, items);
      const library = await openLibrary(it);
      yield* measure(library, items);
      yield await measureChanges(it, library);
    } finally {
      await it.close();
      await stopPostgres();
    }
  },
};

type KeyedItem = GeneratedItem & { readonly key: string };
type Library = Awaited<ReturnType<typeof openLibrary>>;

async function fill({ product, database, programme }: TestProduct, items: readonly KeyedItem[]) {
  const record = draftRecord({ programmeKey: programme.clientKey, origin: 'written' });
  await database.transaction((tx) =>
    product.lists.stores.Library.appendAll(
      tx,
      items.map(({ key, content }) => ({
        clientKey: key,
        actorId: randomUUID(),
        fields: { ...contentFields(content), ...recordFields(record) },
      })),
    ),
  );
}

/** The API's library as a champion asks for it, with how long an answer took. */
async function openLibrary(it: TestProduct) {
  const token = await it.token('alice');
  return async (query: Readonly<Record<string, string>>) => {
    const parameters = new URLSearchParams({ limit: String(pageSize), ...query });
    const startedAt = performance.now();
    const response = await it.ask({ token }, `/api/library?${parameters.toString()}`);
    const answer = await response.arrayBuffer();
    const ms = performance.now() - startedAt;
    const page = libraryResponse.parse(JSON.parse(new TextDecoder().decode(answer)));
    return { ms, page };
  };
}

async function* measure(library: Library, items: readonly KeyedItem[]): AsyncIterable<BenchLine> {
  const { page } = await library({});
  if (page.total !== items.length) throw new Error(`There are ${page.total} items.`);
  const typed = [...new Set(labelledQueries.flatMap(({ query }) => beginningsOf(query)))];
  const own: number[] = [];
  for (const q of typed) own.push((await library({ q })).ms);
  // One after the other: what the peer leaves to the garbage collector is not ours to wait for.
  const peer = bareMiniSearch(items);
  const bare = typed.map((q) => {
    const startedAt = performance.now();
    peer.search(q);
    return performance.now() - startedAt;
  });
  yield benchLine('search.10k.p95', percentile(own, 0.95), 'ms', {
    name: 'MiniSearch',
    value: percentile(bare, 0.95),
  });

  const ours = await recall(items, async (q) =>
    (await library({ q, kind: 'prompt\ntemplate' })).page.items.map(({ clientKey }) => clientKey),
  );
  const theirs = await recall(items, (q) => peer.search(q).map(({ id }) => id as string));
  yield benchLine('search.recall10', ours, 'share', { name: 'MiniSearch', value: theirs });

  const pages: number[] = [];
  for (const query of firstPages(items)) pages.push((await library(query)).ms);
  yield benchLine('library.page.p95', percentile(pages, 0.95), 'ms');
}

/** How long the first search takes after a new item has come: every text is looked at, one is read. */
async function measureChanges(it: TestProduct, library: Library): Promise<BenchLine> {
  const times: number[] = [];
  for (const [at, item] of generatedLibrary(changes).entries()) {
    await fill(it, [{ ...item, key: randomUUID() }]);
    times.push((await library({ q: `draft contract ${at}` })).ms);
  }
  return benchLine('search.10k.changed', percentile(times, 0.95), 'ms');
}

/** MiniSearch as its documentation sets it up for typing errors and typing ahead. */
function bareMiniSearch(items: readonly KeyedItem[]) {
  const index = new MiniSearch({
    fields: ['title', 'purpose', 'body', 'tags'],
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(
    items.map(({ key, content }) => ({ id: key, ...content, tags: content.tags.join(' ') })),
  );
  return index;
}

/** What somebody has typed after each letter. */
const beginningsOf = (query: string) =>
  Array.from(query, (_, end) => query.slice(0, end + 1)).filter((text) => !text.endsWith(' '));

/** The mean share of the right items that are among the first ten. */
async function recall(
  items: readonly KeyedItem[],
  find: (query: string) => string[] | Promise<string[]>,
): Promise<number> {
  let sum = 0;
  for (const { query, wanted } of labelledQueries) {
    const right = items.filter(({ subject }) => isSame(subject, wanted)).map(({ key }) => key);
    if (right.length === 0 || right.length > rightPlaces) {
      throw new Error(`There are ${right.length} right items for "${query}".`);
    }
    const first = (await find(query)).slice(0, rightPlaces);
    sum += right.filter((key) => first.includes(key)).length / right.length;
  }
  return sum / labelledQueries.length;
}

const isSame = (one: Subject, other: Subject) =>
  one.language === other.language && one.doing === other.doing && one.thing === other.thing;

/** First pages nobody asked for before, so that none is answered from what is kept. */
function firstPages(items: readonly KeyedItem[]): Record<string, string>[] {
  const values = (of: (content: LibraryContent) => readonly string[]) => [
    ...new Set(items.flatMap(({ content }) => of(content))),
  ];
  const kinds = [{}, ...values(({ kind }) => [kind]).map((kind) => ({ kind }))];
  const families = values(({ jobFamilies }) => jobFamilies);
  const tags = values((content) => content.tags);
  return kinds.flatMap((kind) =>
    families.flatMap((jobFamily) => [
      { ...kind, jobFamily },
      ...tags.flatMap((tag) => [
        { ...kind, tag },
        { ...kind, jobFamily, tag },
      ]),
    ]),
  );
}
