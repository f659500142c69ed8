/** What a tolerant reading of HTML comes upon, in order. */
export interface HtmlSink {
  /** A start tag: its name in lower case, and the whole tag as written. */
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Text between tags, entities still as written. */
  text(raw: string): void;
  /** Whether nothing more need be read. */
  done(): boolean;
}

/** Elements whose content is no text of the message; it is passed over whole. */
const opaque = new Set(['style', 'script', 'title', 'xml', 'textarea', 'noscript']);

/**
 * Reads HTML as an email editor writes it, however broken, once from front to back. Time is linear in
 * its length whatever it holds. No DOM, and nothing younger than ECMAScript 2016: classic Outlook for
 * Windows runs this in an engine that has neither.
 */
export function scanHtml(html: string, sink: HtmlSink): void {
  let at = 0;
  // Once a quotation mark or a `>` was sought in vain, it is not sought again: that keeps time linear.
  let honourQuotes = true;
  // Editors repeat a few tags for every paragraph: each is taken apart once.
  const known = new Map<string, Tag>();
  while (at < html.length && !sink.done()) {
    const start = html.indexOf('<', at);
    if (start === -1) {
      sink.text(html.slice(at));
      return;
    }
    if (start > at) sink.text(html.slice(at, start));
    const kind = html.charCodeAt(start + 1);
    if (kind === 0x21 || kind === 0x3f) {
      at = endOfDeclaration(html, start);
      continue;
    }
    const isEnd = kind === 0x2f;
    if (!isNameCharacter(isEnd ? html.charCodeAt(start + 2) : kind, false)) {
      sink.text('<');
      at = start + 1;
      continue;
    }
    const first = html.indexOf('>', start);
    if (first === -1) {
      sink.text(html.slice(start));
      return;
    }
    const written = html.slice(start, first + 1);
    let tag = known.get(written);
    let end = first;
    if (tag === undefined) {
      tag = { name: nameAt(html, start + (isEnd ? 2 : 1)).toLowerCase(), isEnd };
      if (honourQuotes) {
        const ended = endOfTag(html, start, first);
        if (ended === -1) honourQuotes = false;
        else end = ended;
      }
      if (end === first && known.size < mostKnown) known.set(written, tag);
    }
    at = end + 1;
    if (tag.isEnd) sink.close(tag.name);
    else if (opaque.has(tag.name)) at = afterOpaque(html, tag.name, at);
    else sink.open(tag.name, html.slice(start, at - start > longestTag ? start + longestTag : at));
  }
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
}

const mostKnown = 500;

/** Tags are read no further than this: what decides stands near their start. */
const longestTag = 4_000;

const attributePatterns = new Map<string, RegExp>();

/** The value of an attribute of a tag as {@link HtmlSink.open} gives it; '' when it has none. */
export function attributeOf(tag: string, name: string): string {
  let pattern = attributePatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`[\\s"']${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"'>]*)`, 'i');
    attributePatterns.set(name, pattern);
  }
  const value = pattern.exec(tag)?.[1] ?? '';
  return /^["']/.test(value) ? value.slice(1, -1) : value;
}

function nameAt(html: string, from: number): string {
  let to = from;
  while (to < html.length && isNameCharacter(html.charCodeAt(to), to > from)) to += 1;
  return html.slice(from, to);
}

/** Letters, then also digits, `:` (Office writes `o:p`) and `-`. */
function isNameCharacter(code: number, inside: boolean): boolean {
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return true;
  return inside && ((code >= 0x30 && code <= 0x3a) || code === 0x2d);
}

/** Where the `>` of the tag stands, quoted ones passed over; -1 when the tag never ends so. */
function endOfTag(html: string, start: number, first: number): number {
  // Most tags are over at the first `>`: only a quoted value may hold one.
  const equals = html.slice(start, first).indexOf('=');
  if (equals === -1) return first;
  for (let at = start + equals; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === 0x3e) return at;
    // A quotation mark counts only as the value of an attribute, and a value holds no `<`.
    if ((code === 0x22 || code === 0x27) && html.charCodeAt(at - 1) === 0x3d) {
      const closing = html.indexOf(code === 0x22 ? '"' : "'", at + 1);
      if (closing === -1) return -1;
      at = closing;
    }
  }
  return -1;
}

function endOfDeclaration(html: string, start: number): number {
  const isComment = html.startsWith('<!--', start);
  const end = html.indexOf(isComment ? '-->' : '>', start + (isComment ? 4 : 2));
  if (end === -1) return html.length;
  return end + (isComment ? 3 : 1);
}

function afterOpaque(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) {
      const end = html.indexOf('>', at);
      return end === -1 ? html.length : end + 1;
    }
  }
  return html.length;
}
