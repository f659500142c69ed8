import type { Composing } from './composeMessage';

/** What Outlook and its like put before a subject that is replied to or forwarded, in their languages. */
const reply = 're|aw|antw|sv|vs';
const forward = 'fw|fwd|wg|tr|rv';
const mark = (names: string) => String.raw`\s*(?:${names})\s*(?:\[\d+\])?:`;
const anyMarks = new RegExp(`^(?:${mark(`${reply}|${forward}`)})+\\s*`, 'i');
const replyMark = new RegExp(`^${mark(reply)}`, 'i');
const forwardMark = new RegExp(`^${mark(forward)}`, 'i');

/** The subject without the marks that replying and forwarding put before it. */
export function plainSubject(subject: string): string {
  return subject.replace(anyMarks, '').trim();
}

/** What a message with this subject began as, for an Outlook that does not tell. */
export function composingBySubject(subject: string): Composing {
  if (replyMark.test(subject)) return 'reply';
  return forwardMark.test(subject) ? 'forward' : 'new';
}
