import {
  mostItemsAPage,
  type LibraryItem,
  type LibraryQuery,
  type LibraryResponse,
} from '@last-mile/shared/library';
import { createTextIndex, type Found, type WeighedText } from '@last-mile/shared/library-finding';
import { bestFirst } from './finding/bestFirst';
import { createFacets } from './finding/facets';
import { fitOf, type Reader } from './finding/fit';

/** An item with what searching and ordering compare, worked out once. */
export interface Searchable {
  readonly item: LibraryItem;
  readonly text: WeighedText;
}

/** The items that one kind of reader may see, ready to be searched. */
export interface Collection {
  /** By title. */
  readonly items: readonly LibraryItem[];
  readonly search: (query: LibraryQuery, reader: Reader) => Page;
}

type Page = Omit<LibraryResponse, 'asOf'>;

/** Items ready to be searched; `wordOf` gives the words that their texts were weighed by. */
export function createCollection(
  searchables: readonly Searchable[],
  wordOf: readonly string[],
): Collection {
  const entries = searchables
    .map((entry) => ({ ...entry, title: entry.item.content.title.toLowerCase() }))
    .sort((one, other) => compareText(one.title, other.title));
  const items = entries.map(({ item }) => item);
  const everyPlace = items.map((_, place) => place);
  // Nobody may ever look for these items: what that takes is made for the first who does.
  let facets: ReturnType<typeof createFacets> | undefined;
  let index: ReturnType<typeof createTextIndex> | undefined;

  function candidates(q: string): Found | null {
    if (q.trim() === '') return null;
    index ??= createTextIndex(
      entries.map(({ text }) => text),
      wordOf,
    );
    return index.search(q);
  }

  return {
    items,
    search(query, reader) {
      const found = candidates(query.q ?? '');
      facets ??= createFacets(items);
      const { matching, facets: counts } = facets.narrow(found?.places ?? everyPlace, query);
      const inOrder = bestFirst(matching, (place) => {
        const item = items[place];
        return item ? fitOf(item, reader) * (found?.scores[place] ?? 1) : 0;
      });
      return { ...pageOf(inOrder, query, found), facets: counts };
    },
  };

  /** A page stays in place when items are added before it. */
  function pageOf(inOrder: readonly number[], query: LibraryQuery, found: Found | null) {
    const from = firstAfter(query.cursor, inOrder);
    const places = inOrder.slice(from, from + Number(query.limit ?? mostItemsAPage));
    const shown = places.flatMap((place) => items[place] ?? []);
    const end = from + shown.length;
    const last = shown.at(-1);
    return {
      items: shown,
      total: inOrder.length,
      cursor: last && end < inOrder.length ? `${end}.${last.clientKey}` : null,
      words: [...new Set(places.flatMap((place) => found?.wordsAt(place) ?? []))],
    };
  }

  /** The cursor names the last item shown; its number serves when that item is gone meanwhile. */
  function firstAfter(cursor: string | undefined, inOrder: readonly number[]): number {
    const [, end = '', clientKey = ''] = /^(\d{1,9})\.(.+)$/.exec(cursor ?? '') ?? [];
    if (clientKey === '') return 0;
    const at = inOrder.findIndex((place) => items[place]?.clientKey === clientKey);
    return at >= 0 ? at + 1 : Math.min(Number(end), inOrder.length);
  }
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
