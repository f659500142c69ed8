import * as z from 'zod/mini';
import { calendarDay, clientKey, instant, multiLine, singleLine } from '../text';

export const libraryItemKinds = ['prompt', 'template'] as const;
export const libraryItemStatuses = ['draft', 'inReview', 'published', 'retired'] as const;
export const libraryItemKind = z.enum(libraryItemKinds);
export const libraryItemStatus = z.enum(libraryItemStatuses);
export type LibraryItemKind = z.infer<typeof libraryItemKind>;
export type LibraryItemStatus = z.infer<typeof libraryItemStatus>;

/** What a reader reads of an item; what approval seals, to the letter. */
export const libraryContent = z.object({
  kind: libraryItemKind,
  title: singleLine,
  /** What it is for, in a sentence; may be empty. */
  purpose: z.string(),
  /** A prompt's text, or an email template's HTML, with `{{placeholders}}`. */
  body: multiLine,
  /** An email template's subject; null for prompts. */
  subject: z.nullable(z.string()),
  /** Ids of the job families it serves; empty means all. */
  jobFamilies: z.array(z.string()),
  /** Key of the mapped task (workflow) it serves; null when not linked yet. */
  taskKey: z.nullable(clientKey),
  /** Where a prompt is used, for example "Copilot Chat"; null for templates. */
  assistant: z.nullable(z.string()),
  /** BCP 47 language of the text. */
  language: z.string(),
  tags: z.array(z.string()),
  /** What to check before trusting the output; may be empty. */
  checkBeforeTrusting: z.string(),
});
export type LibraryContent = z.infer<typeof libraryContent>;

/** Who wrote an item: a person of the tenant, or a name from outside when it was imported. */
export const libraryAuthor = z.object({
  userId: z.nullable(z.string()),
  /** Shown name: looked up for a person of the tenant, as the source gave it for an import. */
  name: z.nullable(z.string()),
});
export type LibraryAuthor = z.infer<typeof libraryAuthor>;

/** An item of the library as the API shows it. For members `content` is the approved snapshot. */
export const libraryItem = z.object({
  clientKey,
  status: libraryItemStatus,
  content: libraryContent,
  author: libraryAuthor,
  /** Object id of who imported it; null when it was written here. */
  importedBy: z.nullable(z.string()),
  sourceUrl: z.nullable(z.string()),
  /** Day it falls due for review; null before publication. */
  reviewOn: z.nullable(calendarDay),
  modifiedAt: instant,
  /** Grows with each approval: usage and feedback refer to it. 0 before the first. */
  version: z.number(),
  /** For champions: the SharePoint eTag to send back with a change. Null until delivered. */
  eTag: z.nullable(z.string()),
  /** For champions: text changed by hand in SharePoint since approval, waiting for review. */
  proposal: z.nullable(
    z.object({ content: libraryContent, changed: z.array(z.string()), at: instant }),
  ),
});
export type LibraryItem = z.infer<typeof libraryItem>;

/** Query of the library list. Texts are matched without regard to case, word by word. */
export const libraryQuery = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(200, 'Use at most 200 characters.'))),
  jobFamily: z.optional(z.string().check(z.maxLength(100))),
  task: z.optional(clientKey),
  kind: z.optional(libraryItemKind),
  status: z.optional(libraryItemStatus),
  cursor: z.optional(z.string().check(z.maxLength(200))),
});
export type LibraryQuery = z.infer<typeof libraryQuery>;

export const libraryResponse = z.object({
  items: z.array(libraryItem),
  /** How many match in all. */
  total: z.number(),
  /** Send it back as `cursor` for more; null at the end. */
  cursor: z.nullable(z.string()),
  /** When the replica last heard from SharePoint; null before the first time. */
  asOf: z.nullable(instant),
});
export type LibraryResponse = z.infer<typeof libraryResponse>;

/** Publishes a draft, or the text proposed in SharePoint, as it stood at `eTag`. */
export const publishRequest = z.strictObject({
  eTag: z.string().check(z.minLength(1, 'Send the eTag of the text you read.')),
});
export type PublishRequest = z.infer<typeof publishRequest>;
