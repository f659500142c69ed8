import * as z from 'zod/mini';
import type { IssueCode } from '../issue';
import { calendarDay, clientKey, instant, multiLine, singleLine } from '../text';
import { libraryAuthor, libraryItemKind } from './libraryItem';

/**
 * A build session: a champion opens it for a job family, everyone in the tab adds what worked on a
 * real task and votes, and the champion turns the best into drafts of the library.
 */
export const buildSession = z.object({
  clientKey,
  title: singleLine,
  /** Id of the job family it is for; null for all. */
  jobFamily: z.nullable(z.string()),
  openedBy: libraryAuthor,
  openedAt: instant,
  /** Null while it runs. */
  closedAt: z.nullable(instant),
  /** How many entries it has. */
  entries: z.number(),
  /** The day on which it goes if nothing more is done in it; null while that is far away. */
  goesOn: z.nullable(calendarDay),
});
export type BuildSession = z.infer<typeof buildSession>;

/** What somebody added to a session. */
export const buildEntry = z.object({
  clientKey,
  author: libraryAuthor,
  kind: libraryItemKind,
  title: singleLine,
  /** Plain text, with `{{placeholders}}`; of an email too. */
  body: multiLine,
  /** What it was good for, in a sentence; may be empty. */
  purpose: z.string(),
  taskKey: z.nullable(clientKey),
  addedAt: instant,
  votes: z.number(),
  /** Whether the reader voted for it. */
  voted: z.boolean(),
  /** Whether it became a draft of the library, under the same key. */
  drafted: z.boolean(),
});
export type BuildEntry = z.infer<typeof buildEntry>;

export const openSessionRequest = z.strictObject({
  clientKey,
  title: singleLine,
  jobFamily: z.nullable(z.string().check(z.maxLength(100))),
});
export type OpenSessionRequest = z.infer<typeof openSessionRequest>;

export const addEntryRequest = z.strictObject({
  clientKey,
  kind: libraryItemKind,
  title: singleLine,
  body: multiLine,
  purpose: z.string().check(z.maxLength(1_000)),
  taskKey: z.nullable(clientKey),
});
export type AddEntryRequest = z.infer<typeof addEntryRequest>;

export const voteRequest = z.strictObject({ vote: z.boolean() });
export type VoteRequest = z.infer<typeof voteRequest>;

/** Closes a session, or opens it again. */
export const closingRequest = z.strictObject({ closed: z.boolean() });
export type ClosingRequest = z.infer<typeof closingRequest>;

/** Most entries that become drafts at once. */
const mostDrafts = 50;

export const draftEntriesRequest = z.strictObject({
  entries: z.array(clientKey).check(z.minLength(1), z.maxLength(mostDrafts)),
});
export type DraftEntriesRequest = z.infer<typeof draftEntriesRequest>;

/** Sessions of the programme: those that run, then what has ended, newest first. */
export const sessionsResponse = z.object({ sessions: z.array(buildSession) });
export type SessionsResponse = z.infer<typeof sessionsResponse>;

/** `since`: the revision the reader knows; the answer waits a while for a newer one. */
export const sessionQuery = z.strictObject({
  since: z.optional(
    z.string().check(z.regex(/^\d{1,15}$/, { error: 'wholeNumber' satisfies IssueCode })),
  ),
});
export type SessionQuery = z.infer<typeof sessionQuery>;

/** A session, and of its entries those that changed after the revision the reader knows. */
export const sessionResponse = z.object({
  session: buildSession,
  /** Sent back as `since`. */
  revision: z.number(),
  changed: z.array(buildEntry),
});
export type SessionResponse = z.infer<typeof sessionResponse>;
