import { escapeHtml, laterContent, type LibraryContent } from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { NewDraft } from '../newDrafts';
import type { KeptEntry, KeptSession } from './sessionStore';

/** An entry as a draft of the library: under its own key, and its author's. */
export function draftOf(
  entry: KeptEntry,
  session: KeptSession,
  programme: Pick<Programme, 'clientKey'>,
): NewDraft {
  const { clientKey, authorId } = entry;
  return {
    clientKey,
    content: contentOf(entry, session),
    record: {
      programmeKey: programme.clientKey,
      origin: 'session',
      sessionKey: session.clientKey,
      authorId,
      ownerId: authorId,
    },
  };
}

/**
 * What it still lacks (who checks what, a language, descriptions) whoever reviews it adds; the words
 * are the author's, to the letter.
 */
function contentOf(
  { kind, title, body, purpose, taskKey }: KeptEntry,
  { jobFamily }: KeptSession,
): LibraryContent {
  const isTemplate = kind === 'template';
  return {
    ...{ kind, title, purpose, taskKey },
    body: isTemplate ? toParagraphs(body) : body,
    subject: isTemplate ? title : null,
    jobFamilies: jobFamily === null ? [] : [jobFamily],
    assistant: null,
    language: 'und',
    tags: [],
    checkBeforeTrusting: '',
    ...laterContent,
  };
}

/** Plain text as an email's HTML: an empty line begins a paragraph, others begin a line. */
function toParagraphs(text: string): string {
  return text
    .trim()
    .split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim())}</p>`)
    .join('\n');
}
