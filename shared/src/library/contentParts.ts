import * as z from 'zod/mini';
import type { IssueCode } from '../issue';
import { singleLine, webAddress } from '../text';
import { placeholderNamePattern } from './placeholders';

/** `message`: several lines that come from a message, such as the one being answered. */
export const placeholderKinds = ['text', 'choice', 'date', 'message'] as const;
export const placeholderKind = z.enum(placeholderKinds);
export type PlaceholderKind = z.infer<typeof placeholderKind>;

/** What the message at hand can propose for a placeholder. */
export const placeholderOrigins = [
  'recipientName',
  'recipientCompany',
  'subject',
  'senderName',
  'today',
] as const;
export const placeholderOrigin = z.enum(placeholderOrigins);
export type PlaceholderOrigin = z.infer<typeof placeholderOrigin>;

/** What is asked for a `{{name}}` of the text. A name without an entry is plain text. */
export const itemPlaceholder = z.object({
  name: z.string().check(
    z.regex(placeholderNamePattern, {
      error: 'placeholderName' satisfies IssueCode,
    }),
  ),
  kind: placeholderKind,
  /** What to write there; may be empty. */
  description: z.string(),
  /** What can be chosen where the kind is `choice`; empty else. */
  choices: z.array(z.string()),
  from: z.nullable(placeholderOrigin),
});
export type ItemPlaceholder = z.infer<typeof itemPlaceholder>;

/** A document or page that the output must rest on. */
export const itemSource = z.object({
  title: singleLine,
  url: webAddress,
  /** Object id of who keeps it true; null when nobody is named. */
  ownerId: z.nullable(z.string()),
});
export type ItemSource = z.infer<typeof itemSource>;
