export const libraryItemKinds = ['prompt', 'template'] as const;
export const libraryItemStatuses = ['draft', 'inReview', 'published', 'retired'] as const;

/** What the list can be narrowed by; several values of one of them widen it again. */
export const libraryFacets = ['kind', 'jobFamily', 'task', 'language', 'tag', 'status'] as const;
export type LibraryFacet = (typeof libraryFacets)[number];

/** Between the values of one facet: the one character that none of them can hold. */
const separator = '\n';

/** Several values of a facet as its parameter. */
export const toParameter = (values: readonly string[]) => values.join(separator);

/** The values in such a parameter. */
export const valuesOf = (text: string) => text.split(separator).filter((value) => value !== '');
