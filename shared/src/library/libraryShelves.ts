import * as z from 'zod/mini';
import { libraryItem } from './libraryItem';

/** What a person may want first; items that are gone meanwhile are left out. */
export const libraryShelves = z.object({
  /** What they have marked, the latest first. */
  favourites: z.array(libraryItem),
  /** What they used themselves, the latest first. */
  recent: z.array(libraryItem),
  /** What at least five people of their job family used in the last twelve closed weeks. */
  worksInRole: z.array(libraryItem),
});
export type LibraryShelves = z.infer<typeof libraryShelves>;

/** Marks an item for oneself, or takes the mark away. */
export const favouriteRequest = z.strictObject({ favourite: z.boolean() });

export const favouriteResponse = z.object({ favourite: z.boolean() });
