import {
  libraryFacets,
  libraryItemStatuses,
  toParameter,
  type LibraryFacet,
} from '@last-mile/shared/library';

/** What somebody looks for: words, and the chosen values of each facet. */
export type LibrarySearch = Readonly<Partial<Record<LibraryFacet | 'q', string>>>;

const parameters = ['q', ...libraryFacets] as const;

/** The values chosen of a facet. */
export const chosenOf = (search: LibrarySearch, facet: LibraryFacet): string[] =>
  (search[facet] ?? '').split('\n').filter((value) => value !== '');

/** The search with other values of one facet; the tasks of another job family are others. */
export function withChosen(
  search: LibrarySearch,
  facet: LibraryFacet,
  values: readonly string[],
): LibrarySearch {
  const kept = Object.entries(search).filter(
    ([name]) => name !== facet && !(facet === 'jobFamily' && name === 'task'),
  );
  return {
    ...Object.fromEntries(kept),
    ...(values.length === 0 ? {} : { [facet]: toParameter(values) }),
  };
}

export const isNarrowed = (search: LibrarySearch) =>
  Object.values(search).some((value) => value !== '');

/** Reads a search from an address; a status that is none of ours is left out. */
export function readSearch(written: URLSearchParams): LibrarySearch {
  const isStatus = (value: string) => libraryItemStatuses.some((status) => status === value);
  return Object.fromEntries(
    parameters.flatMap((name) => {
      const value = written.get(name) ?? '';
      const known = name === 'status' ? value.split('\n').filter(isStatus).join('\n') : value;
      return known === '' ? [] : [[name, known]];
    }),
  );
}

/** Writes a search for an address, always in one order; empty where nothing is looked for. */
export function writeSearch(search: LibrarySearch): string {
  const wanted = parameters.flatMap((name) => {
    const value = search[name] ?? '';
    return value === '' ? [] : [[name, value]];
  });
  return new URLSearchParams(wanted).toString();
}
