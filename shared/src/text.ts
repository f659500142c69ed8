import * as z from 'zod/mini';

/** SharePoint's limit for a multi-line text column, in characters; more is refused before any write. */
export const multiLineLimit = 63_999;

/** SharePoint's limit for a single-line text column, in characters. */
export const singleLineLimit = 255;

/** Whether a text can be kept as it is: neither PostgreSQL nor SharePoint takes NUL or half a character. */
export const isStorable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);

/** Text of one line that says something: trimmed length 1 to 255. */
export const singleLine = z.string().check(
  z.maxLength(singleLineLimit, `Use at most ${singleLineLimit} characters.`),
  z.refine((text) => text.trim().length > 0, { error: 'Write something here.' }),
  z.refine((text) => !/[\r\n]/.test(text), { error: 'Use one line only.' }),
);

/** Text of several lines that says something, within SharePoint's limit. */
export const multiLine = z.string().check(
  z.maxLength(multiLineLimit, `Use at most ${multiLineLimit} characters.`),
  z.refine((text) => text.trim().length > 0, { error: 'Write something here.' }),
);

/** A UUID made by the client: the public id of everything a person adds, and what makes a repeated send harmless. */
export const clientKey = z.uuid({ error: 'Use a UUID.' });

/** An instant with its offset, ISO 8601. */
export const instant = z.iso.datetime({ offset: true, error: 'Use an ISO 8601 date and time.' });

/** A calendar day, `YYYY-MM-DD`. */
export const calendarDay = z.iso.date({ error: 'Use a date as YYYY-MM-DD.' });

/** An address on the web: the only kind a link of ours leads to. */
export const webAddress = z.string().check(
  z.maxLength(2_000, 'Use at most 2000 characters.'),
  z.refine((url) => /^https?:\/\//i.test(url), {
    error: 'Use an address that starts with http:// or https://.',
  }),
);
