import * as z from 'zod/mini';
import type { IssueCode } from '../issue';
import { clientKey, instant } from '../text';
import { libraryFacets, valuesOf, type LibraryFacet } from './facets';
import { libraryItem, libraryItemKind, libraryItemStatus } from './libraryItem';

/** Values of a facet in one text, a line each. */
const several = <Schema extends z.ZodMiniType<string, string>>(value: Schema) =>
  z.optional(
    z.pipe(
      z.string().check(
        z.maxLength(4_000),
        z.refine((text) => valuesOf(text).every((one) => value.safeParse(one).success), {
          error: 'facetValues' satisfies IssueCode,
        }),
      ),
      z.transform((text) => valuesOf(text) as z.infer<Schema>[]),
    ),
  );

export const mostItemsAPage = 200;

/**
 * Query of the library list. Items hold every word of `q`, or one that is almost it (another form, a
 * typing error), or that it begins. They match one of the values of each facet that has any.
 */
export const libraryQuery = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(200))),
  kind: several(libraryItemKind),
  jobFamily: several(z.string()),
  task: several(clientKey),
  language: several(z.string()),
  tag: several(z.string()),
  status: several(libraryItemStatus),
  /** At most so many items; 200 where nothing is said. */
  limit: z.optional(
    z.string().check(
      z.refine((text) => /^\d{1,3}$/.test(text) && +text > 0 && +text <= mostItemsAPage, {
        error: 'pageSize' satisfies IssueCode,
        params: { limit: mostItemsAPage },
      }),
    ),
  ),
  cursor: z.optional(z.string().check(z.maxLength(200))),
});
export type LibraryQuery = z.infer<typeof libraryQuery>;

/** The query as it is asked: a text for each parameter. */
export type LibraryParameters = z.input<typeof libraryQuery>;

const facetCounts = z.array(z.object({ value: z.string(), count: z.number() }));
export type FacetCounts = z.infer<typeof facetCounts>;

/** Nothing counted. */
export const noFacets: Record<LibraryFacet, FacetCounts> = {
  kind: [],
  jobFamily: [],
  task: [],
  language: [],
  tag: [],
  status: [],
};

/** No record of the names: an older client leaves a facet alone that it does not know. */
const facetsOfAll = z.object(
  Object.fromEntries(libraryFacets.map((facet) => [facet, facetCounts])) as Record<
    LibraryFacet,
    typeof facetCounts
  >,
);

export const libraryResponse = z.object({
  items: z.array(libraryItem),
  /** How many match in all. */
  total: z.number(),
  /** Send it back as `cursor` for more; null at the end. */
  cursor: z.nullable(z.string()),
  /** When the replica last heard from SharePoint; null before the first time. */
  asOf: z.nullable(instant),
  /** The words of these items that were taken for words of `q`, as `wordsOf` writes them. */
  words: z._default(z.array(z.string()), []),
  /**
   * How many items there are of each value of a facet among those that match everything but this
   * facet: what choosing it alone gives. Most frequent first; `status` is for champions.
   */
  facets: z._default(facetsOfAll, noFacets),
});
export type LibraryResponse = z.infer<typeof libraryResponse>;
