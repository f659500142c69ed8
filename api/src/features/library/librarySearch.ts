import type { LibraryItem, LibraryQuery } from '@last-mile/shared/library';

const itemsPerPage = 200;

/** An item with what searching and ordering compare, worked out once. */
export interface Searchable {
  readonly item: LibraryItem;
  readonly title: string;
  readonly words: string;
}

export interface Page {
  readonly items: readonly LibraryItem[];
  readonly total: number;
  readonly cursor: string | null;
}

export function toSearchable(item: LibraryItem): Searchable {
  const { title, purpose, body, tags } = item.content;
  return { item, title: plain(title), words: plain([title, purpose, body, ...tags].join('\n')) };
}

/**
 * One page of the items that match, those whose title matches first, then by title. A page stays in
 * place when items are added before it.
 */
export function searchLibrary(items: readonly Searchable[], query: LibraryQuery): Page {
  const wanted = wordsOf(query.q ?? '');
  const found = items
    .filter((candidate) => matchesFilters(candidate.item, query))
    .filter(({ words }) => wanted.every((word) => hasWord(words, word)))
    .map((candidate) => ({ item: candidate.item, place: placeOf(candidate, wanted) }))
    .sort((one, other) => comparePlaces(one.place, other.place));

  const from = firstAfter(query.cursor, found);
  const page = found.slice(from, from + itemsPerPage).map(({ item }) => item);
  const last = page.at(-1);
  const end = from + page.length;
  return {
    items: page,
    total: found.length,
    cursor: last && end < found.length ? `${end}.${last.clientKey}` : null,
  };
}

/** The cursor names the last item shown; its number serves when that item is gone meanwhile. */
function firstAfter(cursor: string | undefined, found: readonly { item: LibraryItem }[]): number {
  const [, end = '', clientKey = ''] = /^(\d{1,9})\.(.+)$/.exec(cursor ?? '') ?? [];
  const at = found.findIndex(({ item }) => item.clientKey === clientKey);
  return at >= 0 ? at + 1 : Math.min(Number(end), found.length);
}

function matchesFilters({ content, status }: LibraryItem, query: LibraryQuery) {
  return (
    (query.kind === undefined || content.kind === query.kind) &&
    (query.status === undefined || status === query.status) &&
    (query.task === undefined || content.taskKey === query.task.toLowerCase()) &&
    // An item that names no job family serves all of them.
    (query.jobFamily === undefined ||
      content.jobFamilies.length === 0 ||
      content.jobFamilies.includes(query.jobFamily))
  );
}

/** Text without case and accents: "Résumé" is found by "resume". */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const wordsOf = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Scripts without spaces between words, where a word can begin anywhere. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether a word of `text` begins with `word`. */
function hasWord(text: string, word: string): boolean {
  if (unspaced.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !wordCharacter.test(characterBefore(text, at))) return true;
  }
  return false;
}

/** The whole character that ends before `at`, also one outside the basic plane. */
const characterBefore = (text: string, at: number) =>
  Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '';

type Place = readonly [rank: number, title: string, clientKey: string];

function placeOf({ item, title }: Searchable, wanted: readonly string[]): Place {
  const rank = wanted.length > 0 && wanted.every((word) => hasWord(title, word)) ? 0 : 1;
  return [rank, title, item.clientKey];
}

function comparePlaces(one: Place, other: Place): number {
  return one[0] - other[0] || compareText(one[1], other[1]) || compareText(one[2], other[2]);
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
