import * as z from 'zod/mini';
import type { IssueCode } from './issue';

/** SharePoint's limit for a multi-line text column, in characters; more is refused before any write. */
export const multiLineLimit = 63_999;

/** SharePoint's limit for a single-line text column, in characters. */
export const singleLineLimit = 255;

/** Whether a text can be kept as it is: neither PostgreSQL nor SharePoint takes NUL or half a character. */
export const isStorable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);

/** Text of one line that says something: trimmed length 1 to 255. */
export const singleLine = z.string().check(
  z.maxLength(singleLineLimit),
  z.refine((text) => text.trim().length > 0, { error: 'empty' satisfies IssueCode }),
  z.refine((text) => !/[\r\n]/.test(text), { error: 'oneLine' satisfies IssueCode }),
);

/** Text of several lines that says something, within SharePoint's limit. */
export const multiLine = z.string().check(
  z.maxLength(multiLineLimit),
  z.refine((text) => text.trim().length > 0, { error: 'empty' satisfies IssueCode }),
);

/** A UUID made by the client: the public id of everything a person adds, and what makes a repeated send harmless. */
export const clientKey = z.uuid({ error: 'uuid' satisfies IssueCode });

/** The id by which Entra knows a person or a group. */
export const objectId = z.guid({ error: 'uuid' satisfies IssueCode });

/** An instant with its offset, ISO 8601. */
export const instant = z.iso.datetime({ offset: true, error: 'instant' satisfies IssueCode });

/** A calendar day, `YYYY-MM-DD`. */
export const calendarDay = z.iso.date({ error: 'day' satisfies IssueCode });

/** An address on the web: the only kind a link of ours leads to. */
export const webAddress = z.string().check(
  z.maxLength(2_000),
  z.refine((url) => /^https?:\/\//i.test(url), {
    error: 'webAddress' satisfies IssueCode,
  }),
);
