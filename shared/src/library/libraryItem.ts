import * as z from 'zod/mini';
import { calendarDay, clientKey, instant, multiLine, singleLine } from '../text';
import { itemPlaceholder, itemSource, type ItemPlaceholder, type ItemSource } from './contentParts';
import { libraryItemKinds, libraryItemStatuses } from './facets';

export const libraryItemKind = z.enum(libraryItemKinds);
export const libraryItemStatus = z.enum(libraryItemStatuses);
export type LibraryItemKind = z.infer<typeof libraryItemKind>;
export type LibraryItemStatus = z.infer<typeof libraryItemStatus>;

/**
 * The parts of a text that came after the first texts were sealed, each as it is where nothing is
 * said. A text without them is written as it was before they existed, so that its seal holds.
 */
export const laterContent = {
  stepKey: null as string | null,
  placeholders: [] as ItemPlaceholder[],
  exampleOutput: '',
  sources: [] as ItemSource[],
};

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
  /** Id of the step of the task it serves; null for the whole task. */
  stepKey: z._default(z.nullable(z.string()), laterContent.stepKey),
  placeholders: z._default(z.array(itemPlaceholder), laterContent.placeholders),
  /** What good output looks like; may be empty. */
  exampleOutput: z._default(z.string(), laterContent.exampleOutput),
  /** What the output must rest on. */
  sources: z._default(z.array(itemSource), laterContent.sources),
});
export type LibraryContent = z.infer<typeof libraryContent>;

/** Who wrote an item: a person of the tenant, or a name from outside when it was imported. */
export const libraryAuthor = z.object({
  userId: z.nullable(z.string()),
  /** Shown name: looked up for a person of the tenant, as the source gave it for an import. */
  name: z.nullable(z.string()),
});
export type LibraryAuthor = z.infer<typeof libraryAuthor>;

/** `session`: of building together; `practice`: what worked for somebody in practice. */
export const itemOrigins = ['written', 'imported', 'session', 'practice', 'starter'] as const;
export const itemOrigin = z.enum(itemOrigins);
export type ItemOrigin = z.infer<typeof itemOrigin>;

/** How an item came into the library. */
export const itemProvenance = z.object({
  origin: itemOrigin,
  /** Key of the build session it was written in, or of the session of practice it comes from; null else. */
  sessionKey: z.nullable(clientKey),
});
export type ItemProvenance = z.infer<typeof itemProvenance>;

/** The published item of another programme that an item began as a copy of. */
export const copiedFrom = z.object({
  programmeKey: clientKey,
  /** That programme's name when it was copied. */
  programme: z.string(),
  itemKey: clientKey,
  version: z.number(),
  at: instant,
});
export type CopiedFrom = z.infer<typeof copiedFrom>;

/** The shared item that a person's own variant was made from, as it was then. */
export const itemBasis = z.object({ clientKey, version: z.number() });
export type ItemBasis = z.infer<typeof itemBasis>;

/** The programme that another's people see a shared item of (docs/decisions/0022). */
export const sharedFrom = z.object({
  clientKey,
  /** The programme's name. */
  name: z.string(),
  /** The task it serves there, in that programme's words; null for none. */
  task: z.nullable(z.string()),
});
export type SharedFrom = z.infer<typeof sharedFrom>;

/** An item of the library as the API shows it. For members `content` is the approved snapshot. */
export const libraryItem = z.object({
  clientKey,
  status: libraryItemStatus,
  content: libraryContent,
  author: libraryAuthor,
  /** Object id of who imported it; null when it was written here. */
  importedBy: z.nullable(z.string()),
  sourceUrl: z.nullable(z.string()),
  /** The programme it belongs to, where that is another one: here it can only be used. */
  sharedFrom: z._default(z.nullable(sharedFrom), null),
  provenance: z._default(itemProvenance, { origin: 'written', sessionKey: null }),
  /** Set where it came from another programme's library (docs/decisions/0026). */
  copiedFrom: z._default(z.nullable(copiedFrom), null),
  /** Who keeps it true once it is published; null when nobody is named. */
  owner: z._default(z.nullable(libraryAuthor), null),
  /** Key of the item this one says in another language; null for an original. */
  translationOf: z._default(z.nullable(clientKey), null),
  /** Set on a person's own variant, which nobody else sees. */
  basedOn: z._default(z.nullable(itemBasis), null),
  /** The version of its original that it says; null for an original, and where nobody said. */
  originalVersion: z._default(z.nullable(z.number()), null),
  /** Whether what it translates or was made from has a newer approved text than it had then. */
  originalChanged: z._default(z.boolean(), false),
  /** Day it falls due for review; null before publication. */
  reviewOn: z.nullable(calendarDay),
  /** Published and past that day. */
  stale: z._default(z.boolean(), false),
  modifiedAt: instant,
  /** Grows with each approval: usage and feedback refer to it. 0 before the first. */
  version: z.number(),
  /** For champions: the SharePoint eTag to send back with a change. Null until delivered. */
  eTag: z.nullable(z.string()),
  /** For champions and its author: a text that differs from the approved one. */
  proposal: z.nullable(
    z.object({
      content: libraryContent,
      changed: z.array(z.string()),
      at: instant,
      /** A change made by hand in SharePoint waits for review at once. */
      status: z._default(z.enum(['draft', 'inReview']), 'inReview'),
    }),
  ),
  /** For champions and its author: who wrote here since the last approval, besides the author. */
  writers: z._default(z.array(libraryAuthor), []),
  /**
   * For champions and its author: object ids of who changed the text since the last approval, as SharePoint
   * says. A database that was restored knows them from there alone (docs/decisions/0054).
   */
  editorIds: z._default(z.array(z.string()), []),
  /** For champions and its author: why the text was given back; null when it was not. */
  returned: z._default(z.nullable(z.object({ note: z.string(), by: libraryAuthor })), null),
});
export type LibraryItem = z.infer<typeof libraryItem>;
