import type { DraftFill } from './draftFill';
import { openPlaceholdersIn } from './openPlaceholders';
import { otherClientsIn } from './otherClients';
import type { OwnText } from './ownText';
import { isSharedFile, promiseIn } from './promisedAttachment';
import type { Recipient } from './recipients';

/** A message about to be sent. */
export interface OutgoingMessage {
  readonly subject: string;
  /** The person's own words ({@link readOwnText}). */
  readonly own: OwnText;
  /** To, Cc and Bcc. */
  readonly recipients: readonly Recipient[];
  /** Null where Outlook does not tell: then none is missed. */
  readonly attachments: readonly { readonly isInline: boolean }[] | null;
  /** What this draft was filled with before, the earliest first. */
  readonly fills: readonly DraftFill[];
}

/** Something that was probably left in by mistake: what, and in which words. */
export type Leftover =
  | { readonly kind: 'placeholder'; readonly what: string; readonly around: string }
  | { readonly kind: 'otherClient'; readonly what: string; readonly around: string }
  | { readonly kind: 'missingAttachment'; readonly around: string };

/** `RE:`, `AW:`, `FW:` and the like: the subject is the thread's, not the person's own. */
const threadSubject = /^\s*(?:re|fw|fwd|aw|wg|antw|tr|rv|sv|vs)\s*(?:\[\d+\])?:/i;

/**
 * What the person would not want to send: placeholders that were not filled, another client's name or
 * domain from an earlier filling of this draft, a promised attachment that is not there. Only their
 * own words are looked at. Linear in the length of the message.
 */
export function findLeftovers(message: OutgoingMessage): Leftover[] {
  const { subject, own, fills, recipients, attachments } = message;
  const { wrapped } = own;
  const subjectLine = subject.trim() === '' || threadSubject.test(subject) ? [] : [subject.trim()];
  const lines = subjectLine.concat(own.lines);
  const known = fills.reduce<readonly string[]>((names, { open }) => names.concat(open), []);

  const leftovers: Leftover[] = openPlaceholdersIn(lines, { known, wrapped }).map(
    ({ name, around }) => ({
      kind: 'placeholder',
      what: name,
      around,
    }),
  );
  for (const { mark, around } of otherClientsIn({ lines, links: own.links, fills, recipients })) {
    leftovers.push({ kind: 'otherClient', what: mark, around });
  }
  const hasFile =
    attachments === null ||
    attachments.some(({ isInline }) => !isInline) ||
    own.links.some(isSharedFile);
  const promise = hasFile ? null : (promiseIn(subjectLine, false) ?? promiseIn(own.lines, wrapped));
  if (promise !== null) leftovers.push({ kind: 'missingAttachment', around: promise.around });
  return leftovers;
}
