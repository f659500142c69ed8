import {
  libraryFacets,
  type FacetCounts,
  type LibraryFacet,
  type LibraryItem,
  type LibraryQuery,
  type LibraryResponse,
} from '@last-mile/shared/library';

/** Which of some places match, and the counts of what they could be narrowed by. */
interface Narrowed {
  readonly matching: number[];
  readonly facets: LibraryResponse['facets'];
}

/** An item that names no job family serves all of them. */
const everyValue = 'every value';

/** Beyond it a list of tags helps nobody to choose. */
const mostValues = 50;

/** What each item is of each facet, by places. */
export function createFacets(items: readonly LibraryItem[]) {
  const columns = libraryFacets.map((facet) => createColumn(facet, items));

  return {
    /** Keeps the places whose items match every facet of `query`. */
    narrow(places: Iterable<number>, query: LibraryQuery): Narrowed {
      const asked = columns.map((column) => column.ask(query[column.facet] ?? []));
      const matching: number[] = [];
      for (const place of places) {
        let missed: (typeof asked)[number] | undefined;
        let misses = 0;
        for (const one of asked) {
          if (one.matches(place)) continue;
          missed = one;
          misses += 1;
        }
        if (misses === 0) {
          matching.push(place);
          for (const one of asked) one.count(place);
        } else if (misses === 1) {
          // Choosing its value in the one facet would show it.
          missed?.count(place);
        }
      }
      return {
        matching,
        facets: Object.fromEntries(
          asked.map((one) => [one.facet, one.counts()]),
        ) as LibraryResponse['facets'],
      };
    },
  };
}

/** The values of one facet, numbered, so that counting ten thousand items takes a moment. */
function createColumn(facet: LibraryFacet, items: readonly LibraryItem[]) {
  const numbers = new Map<string, number>();
  const numberOf = (value: string) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const own = items.map((item) => {
    const values = valuesOf[facet](item);
    if (values === everyValue) return null;
    return (values.length > 1 ? [...new Set(values)] : values).map(numberOf);
  });

  return {
    facet,
    ask(values: readonly string[]) {
      const wanted = values.map(facet === 'task' ? (value) => value.toLowerCase() : asItIs);
      const wantedNumbers = wanted.map((value) => numbers.get(value) ?? -1);
      const counts = new Uint32Array(numbers.size);
      let ofEvery = 0;
      return {
        facet,
        matches(place: number): boolean {
          const mine = own[place] ?? null;
          if (wantedNumbers.length === 0 || mine === null) return true;
          return mine.some((number) => wantedNumbers.includes(number));
        },
        count(place: number) {
          const mine = own[place] ?? null;
          if (mine === null) ofEvery += 1;
          else for (const number of mine) counts[number] = (counts[number] ?? 0) + 1;
        },
        counts: (): FacetCounts =>
          [...new Set([...numbers.keys(), ...wanted])]
            .map((value) => ({ value, count: (counts[numbers.get(value) ?? -1] ?? 0) + ofEvery }))
            .filter(({ value, count }) => count > 0 || wanted.includes(value))
            .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
            .filter(({ value }, place) => place < mostValues || wanted.includes(value)),
      };
    },
  };
}

const asItIs = (value: string) => value;

const valuesOf: Readonly<
  Record<LibraryFacet, (item: LibraryItem) => readonly string[] | typeof everyValue>
> = {
  kind: ({ content }) => [content.kind],
  jobFamily: ({ content }) => (content.jobFamilies.length === 0 ? everyValue : content.jobFamilies),
  task: ({ content }) => (content.taskKey === null ? [] : [content.taskKey]),
  language: ({ content }) => (content.language === '' ? [] : [content.language]),
  tag: ({ content }) => content.tags,
  status: ({ status }) => [status],
};
