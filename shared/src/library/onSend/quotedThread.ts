/** Stands as a line of its own where a mail program marked somebody else's words. */
export const quotedHere = '\uFFFA';

const separators =
  /^[-_]{2,}\s*(?:original message|original appointment|ursprüngliche nachricht|ursprünglicher termin|original-nachricht|forwarded message|weitergeleitete nachricht|message d['’]origine|message transféré|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original)\s*[-_]*$/i;
const appleForward = /^(?:begin forwarded message|anfang der weitergeleiteten nachricht)\s*:$/i;

const headerFrom = /^\*?(?:from|von|de|da|van|från|fra|od)\s*:/i;
const headerSent =
  /^\*?(?:sent|date|gesendet|datum|envoyé|enviado|fecha|inviato|data|verzonden|skickat|sendt|wysłano)\s*:/i;
const headerTo =
  /^\*?(?:to|subject|an|betreff|à|objet|para|asunto|assunto|a|oggetto|aan|onderwerp|till|ämne|til|emne|do|temat)\s*:/i;
const headerLine = /^\*?[^\s:][^:]{0,20}:/;
/** Lines of a header block, the first included. */
const headerLength = 7;

const attributionStart = /^(?:on|am|le|el|il|op|den)\s/i;
const attributionEnd = /(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev)[^!?]{0,120}:$/i;
/** A time or an address: what tells "On 2 March at 10:12, Ada <ada@x.example> wrote:" from prose. */
const attributionDetail = /\d[:.]\d\d|@/;

/** How every line begins that may begin a thread: the others need no closer look. */
const threadOpening =
  /^(?:[-_*]|begin|anfang|(?:from|von|de|da|van|från|fra|od)\s*:|(?:on|am|le|el|il|op|den)\s)/i;

const longestAttribution = 300;

/** A signature is short; what is longer below two dashes is the rest of the message. */
const longestSignature = 15;

/**
 * The person's own lines among those of a message: somebody else's are known by the header above a
 * thread, by "… wrote:", by `>` before each, or by {@link quotedHere}. A signature begins at `-- `.
 * Lines are trimmed, blanks collapsed, and empty ones left out.
 */
export function ownLinesOf(written: readonly string[]): string[] {
  const lines = written.map(tidied).filter((line) => line !== '');
  const end = endOfOwn(lines);
  const own: string[] = [];
  for (let at = 0; at < end; at += 1) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) continue;
    const attribution = threadOpening.test(line) ? attributionAt(lines, at) : 0;
    if (attribution > 0) {
      at += attribution - 1;
      continue;
    }
    if (line === '--' && end - at - 1 <= longestSignature) return own;
    own.push(line);
  }
  return own;
}

/** Hard and other blanks become one, and what has no width goes. */
function tidied(line: string): string {
  const tidy = untidy.test(line) ? line.replace(widthless, '').replace(/\s+/g, ' ') : line;
  return tidy.trim();
}

const widthless = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/** Most lines are tidy, and a look is cheaper than a copy. */
const untidy = /\s\s|[^\S ]|[\u00AD\u200B-\u200F\u2060\uFEFF]/;

const isQuoted = (line: string) => line === quotedHere || line.startsWith('>');

/** Where the thread begins that goes on to the end of the message. */
function endOfOwn(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!threadOpening.test(line)) continue;
    if (separators.test(line) || appleForward.test(line)) return at;
    if (headerFrom.test(line) && isHeader(lines, at)) return at;
    const attribution = attributionAt(lines, at);
    // Above quoted lines it speaks of these alone; above others of everything below.
    if (attribution > 0 && !isQuoted(lines[at + attribution] ?? quotedHere)) return at;
  }
  return lines.length;
}

/** Header lines follow each other, but for one that a long list of recipients was wrapped into. */
function isHeader(lines: readonly string[], from: number): boolean {
  const block = lines.slice(from, from + headerLength);
  let others = 0;
  const end = block.findIndex((line) => !headerLine.test(line) && (others += 1) > 1);
  const header = end === -1 ? block : block.slice(0, end);
  return header.some((line) => headerSent.test(line)) && header.some((line) => headerTo.test(line));
}

/** How many lines "On … wrote:" takes at this place: one, two when it was wrapped, or 0 for none. */
function attributionAt(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  if (first.length > longestAttribution || !attributionStart.test(first)) return 0;
  const second = lines[at + 1] ?? '';
  const isOne = (text: string) => attributionEnd.test(text) && attributionDetail.test(text);
  if (isOne(first)) return 1;
  return second.length < 200 && isOne(`${first} ${second}`) ? 2 : 0;
}
