import * as z from 'zod/mini';
import { calendarDay, clientKey, instant, multiLine, multiLineLimit, singleLine } from '../text';
import { itemPlaceholder, itemSource } from './contentParts';
import { libraryAuthor, libraryContent, libraryItem } from './libraryItem';

const atMost = (limit: number) => z.string().check(z.maxLength(limit));
const fewerThan = <Part extends z.ZodMiniType>(part: Part, limit: number) =>
  z.array(part).check(z.maxLength(limit));

const { shape } = libraryContent;

/** A text as a person writes it: the content of an item, within what its columns hold. */
export const writtenContent = z.strictObject({
  ...shape,
  purpose: atMost(10_000),
  subject: z.nullable(atMost(1_000)),
  jobFamilies: fewerThan(singleLine, 100),
  assistant: z.nullable(atMost(255)),
  language: atMost(35),
  tags: fewerThan(singleLine, 50),
  checkBeforeTrusting: atMost(10_000),
  stepKey: z._default(z.nullable(atMost(255)), null),
  exampleOutput: z._default(atMost(multiLineLimit), ''),
  placeholders: z._default(fewerThan(itemPlaceholder, 100), []),
  sources: z._default(fewerThan(itemSource, 50), []),
});

/** The item a draft was made from, as it was then. */
export const draftOriginal = z.strictObject({
  /** `translation`: the same item in another language. `ownVariant`: seen by its author only. */
  as: z.enum(['translation', 'ownVariant']),
  clientKey,
  version: z.number().check(z.int(), z.minimum(1)),
});

/** A new draft. Its key is made by who writes it: sent again, it is known and nothing is doubled. */
export const draftRequest = z.strictObject({
  clientKey,
  content: writtenContent,
  original: z._default(z.nullable(draftOriginal), null),
});
export type DraftRequest = z.input<typeof draftRequest>;

/** The draft is kept under its key; it reaches SharePoint later. */
export const draftReceipt = z.object({ clientKey, state: z.enum(['accepted', 'known']) });
export type DraftReceipt = z.infer<typeof draftReceipt>;

const readETag = z.string().check(z.minLength(1));

/** An act on an item as it stood at `eTag`; whoever changed it since is not overwritten. */
export const actRequest = z.strictObject({ eTag: readETag });

/** A text in place of the one that stood at `eTag`. Of a published item it becomes a proposal. */
export const editRequest = z.strictObject({
  eTag: readETag,
  content: writtenContent,
  /** The version of its original that the text now says; unchanged where it is left out. */
  originalVersion: z.optional(z.number().check(z.int(), z.minimum(1))),
});
export type EditRequest = z.input<typeof editRequest>;

/** Gives a text back to who wrote it, with a word why. */
export const returnRequest = z.strictObject({ eTag: readETag, note: multiLine });

/** Names who keeps an item true from now on, by object id: a person of the programme. */
export const handOverRequest = z.strictObject({ eTag: readETag, ownerId: z.string() });

/** The same for everything that one person owns. */
export const handOverAllRequest = z.strictObject({ from: z.string(), ownerId: z.string() });
export type HandOverAllRequest = z.infer<typeof handOverAllRequest>;

/** What one step of it did; ask again while something is left. */
export const handOverAllResponse = z.object({
  handedOver: z.number(),
  /** Items that somebody changed just then, or that SharePoint does not have yet: they stay. */
  kept: z.array(z.object({ clientKey, title: z.string() })),
  left: z.number(),
});
export type HandOverAllResponse = z.infer<typeof handOverAllResponse>;

/** Who owns items of the programme; first who is in it no more, then who owns most. */
export const itemOwners = z.object({
  owners: z.array(
    z.object({
      userId: z.string(),
      /** Null where the directory does not know them (any more). */
      name: z.nullable(z.string()),
      items: z.number(),
      /** Null while the directory does not answer. */
      inProgramme: z.nullable(z.boolean()),
    }),
  ),
});
export type ItemOwners = z.infer<typeof itemOwners>;

/** Proposes an earlier text: one that was approved, or one that SharePoint still keeps. */
export const restoreRequest = z.strictObject({
  eTag: readETag,
  from: z.union([
    z.strictObject({ approved: z.number().check(z.int(), z.minimum(1)) }),
    z.strictObject({ history: z.string().check(z.minLength(1), z.maxLength(40)) }),
  ]),
});
export type RestoreRequest = z.infer<typeof restoreRequest>;

/** A person's own drafts and variants. */
export const ownItemsResponse = z.object({
  items: z.array(libraryItem),
  /** Drafts that nobody changed for long, and the day on which each is retired if that goes on. */
  retiring: z.array(z.object({ clientKey, on: calendarDay })),
});
export type OwnItemsResponse = z.infer<typeof ownItemsResponse>;

/** What says an item in other languages, as far as the caller sees it. */
export const translationsResponse = z.object({ items: z.array(libraryItem) });
export type TranslationsResponse = z.infer<typeof translationsResponse>;

export const reviewReasons = ['inReview', 'proposal', 'originalChanged', 'stale'] as const;
export const reviewReason = z.enum(reviewReasons);
export type ReviewReason = z.infer<typeof reviewReason>;

/** What waits for a champion, what was written by people before what time brings, oldest first. */
export const reviewResponse = z.object({
  items: z.array(z.object({ item: libraryItem, reasons: z.array(reviewReason) })),
});
export type ReviewResponse = z.infer<typeof reviewResponse>;

/** What became of one approved text. Null where too few people used it to be told. */
export const versionEffect = z.object({
  /** Counted uses in closed weeks. */
  uses: z.nullable(z.number()),
  /** Median share of the inserted text that was sent unchanged, 0 to 1. */
  keptShare: z.nullable(z.number()),
  flags: z.number(),
});
export type VersionEffect = z.infer<typeof versionEffect>;

/** A text that was approved, from its seal: it stays though SharePoint trims its history. */
export const approvedVersion = z.object({
  version: z.number(),
  content: libraryContent,
  approvedAt: instant,
  /** For champions. */
  approvedBy: z.nullable(libraryAuthor),
  effect: z.nullable(versionEffect),
});
export type ApprovedVersion = z.infer<typeof approvedVersion>;

/** A text as SharePoint's own history has it. */
export const historyVersion = z.object({
  /** SharePoint's name of it, such as `3.0`. */
  id: z.string(),
  at: instant,
  /** Who changed it; null when SharePoint does not say. */
  by: z.nullable(libraryAuthor),
  content: libraryContent,
});
export type HistoryVersion = z.infer<typeof historyVersion>;

export const versionsResponse = z.object({
  /** Newest first. */
  approved: z.array(approvedVersion),
  /** Newest first, as far as the site keeps them; null for members, and while SharePoint is away. */
  history: z.nullable(z.array(historyVersion)),
});
export type VersionsResponse = z.infer<typeof versionsResponse>;
