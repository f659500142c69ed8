import * as z from 'zod/mini';
import { clientKey, singleLine } from '../text';
import { mostTagNames, tagName } from './tagNames';

/** Days after which a published item falls due for review where a champion says nothing else. */
export const usualReviewPeriod = 90;

/** From a month to a year: less is busywork, more is forgetting. */
export const reviewPeriod = z
  .number()
  .check(z.int('Use a whole number of days.'), z.minimum(30), z.maximum(365));

/** Another programme of the deployment whose library can be taken, or is. */
export const otherLibrary = z.object({
  clientKey,
  name: z.string(),
  /** Whether its champion shares it; where that was taken back, nothing of it is seen any more. */
  shared: z.boolean(),
});
export type OtherLibrary = z.infer<typeof otherLibrary>;

/** What champions decide about the library as a whole (docs/decisions/0022). */
export const librarySettingsResponse = z.object({
  /** Sent back with a change. */
  eTag: z.string(),
  /** Days after which what is published now, or said to be still right, falls due for review. */
  reviewAfterDays: z.number(),
  /** Whether other programmes may take the published items. */
  sharesLibrary: z.boolean(),
  /** Keys of the programmes whose published items are seen here too. */
  librariesFrom: z.array(clientKey),
  /** What tags are called otherwise. */
  tagNames: z._default(z.array(tagName), []),
  /** The programmes that share their library, and those it was taken from; by name. */
  others: z.array(otherLibrary),
});
export type LibrarySettingsResponse = z.infer<typeof librarySettingsResponse>;

/** The settings as they shall be from now on, and as which version they were read. */
export const saveLibrarySettingsRequest = z.strictObject({
  eTag: z.string(),
  reviewAfterDays: reviewPeriod,
  sharesLibrary: z.boolean(),
  librariesFrom: z.array(clientKey).check(z.maxLength(50)),
  /** @default as they are */
  tagNames: z.optional(
    z.array(z.strictObject({ from: singleLine, to: singleLine })).check(z.maxLength(mostTagNames)),
  ),
});
export type SaveLibrarySettingsRequest = z.infer<typeof saveLibrarySettingsRequest>;
