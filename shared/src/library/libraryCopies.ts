import * as z from 'zod/mini';
import { clientKey, singleLine } from '../text';
import { libraryItemKind } from './libraryItem';
import { importResponse, likeItem } from './libraryImport';

/** Another programme whose champion shares its library, so that items of it may be copied. */
export const lender = z.object({ clientKey, name: z.string() });
export type Lender = z.infer<typeof lender>;

export const lendersResponse = z.object({ lenders: z.array(lender) });
export type LendersResponse = z.infer<typeof lendersResponse>;

export const mostLentAPage = 50;

/** Query of what a programme shares; words are found as the library's own search finds them. */
export const lentQuery = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(200, 'Use at most 200 characters.'))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
});
export type LentQuery = z.infer<typeof lentQuery>;

/** A task or a job family of the other programme, in that programme's words. */
export const lentName = z.object({ key: z.string(), name: z.string() });
export type LentName = z.infer<typeof lentName>;

/** A published item of another programme, before it is copied. */
export const lentItem = z.object({
  clientKey,
  version: z.number(),
  kind: libraryItemKind,
  title: z.string(),
  purpose: z.string(),
  body: z.string(),
  language: z.string(),
  /** Whether it says another item in another language; the link holds once both are copied. */
  isTranslation: z.boolean(),
  /** The task it serves there; null for none, or one that is not mapped any more. */
  task: z.nullable(lentName),
  /** Empty: it is for everybody there. */
  jobFamilies: z.array(lentName),
  /** The item of one's own library that says nearly the same. */
  like: z.nullable(z.omit(likeItem, { row: true })),
  /** The copy of it that one's own library has, and of which version. */
  copy: z.nullable(z.object({ clientKey, version: z.number() })),
});
export type LentItem = z.infer<typeof lentItem>;

export const lentResponse = z.object({
  lender,
  items: z.array(lentItem),
  total: z.number(),
  cursor: z.nullable(z.string()),
});
export type LentResponse = z.infer<typeof lentResponse>;

/** Most items in one request; more are copied in several. */
export const copiesPerRequest = 100;

const namesMapped = <To extends z.ZodMiniType<string>>(to: To) =>
  z.array(z.strictObject({ from: singleLine, to })).check(z.maxLength(1_000, 'Map at most 1000.'));

/** What to copy, and what the other programme's tasks and job families are here. */
export const copyRequest = z.strictObject({
  /** Made by the client for the whole import, so that it can be taken back as a whole. */
  importKey: clientKey,
  /** The items, each as the version that was looked at. */
  items: z
    .array(z.strictObject({ clientKey, version: z.number().check(z.int(), z.minimum(1)) }))
    .check(
      z.minLength(1, 'Choose at least one item.'),
      z.maxLength(copiesPerRequest, `Send at most ${copiesPerRequest} items at a time.`),
    ),
  /** A task there, by its key, and the one it is here; what is not named is left empty. */
  tasks: namesMapped(clientKey),
  /** The same for job families, by their ids. */
  jobFamilies: namesMapped(singleLine),
});
export type CopyRequest = z.infer<typeof copyRequest>;

/** Why an item is not copied: it is no longer shared, or was published anew since it was looked at. */
export const copyRefusals = ['gone', 'changed'] as const;

export const copyResponse = z.object({
  ...z.omit(importResponse, { refused: true }).shape,
  refused: z.array(z.object({ clientKey, reason: z.enum(copyRefusals) })),
});
export type CopyResponse = z.infer<typeof copyResponse>;
