import { fieldNamed, isOwnHeader } from './exchangeFields';
import type { FileLines } from './itemCells';

/** How an export in Markdown begins: read back, what follows is taken to the letter. */
const ownMark = '<!-- Last Mile library -->';

/** The beginning of a library as Markdown; {@link toMarkdown} of each item follows. */
export const markdownHead = `${ownMark}\n\n# Library\n`;

/**
 * An item as a section: short values as a list, all others in fences that nothing inside can close,
 * so that a page made from it shows texts and runs nothing.
 */
export function toMarkdown(header: readonly string[], texts: readonly string[]): string {
  const named = header.map((name, at) => ({ name, text: texts[at] ?? '' }));
  const given = named.slice(1).filter(({ text }) => text !== '');
  const title = texts[0] ?? '';
  const isBody = (name: string) => fieldNamed(name) === 'body';
  const short = given.filter(({ name, text }) => isShort(text) && !isBody(name));
  const long = given.filter(({ name, text }) => !isShort(text) || isBody(name));
  return [
    `\n## ${escapeMarkdown(isShort(title) ? title : title.replace(/[\s\p{Cc}]+/gu, ' ').trim())}\n`,
    short.length === 0 ? '' : '\n',
    ...short.map(({ name, text }) => `- ${name}: ${escapeMarkdown(text)}\n`),
    ...(isShort(title) ? [] : [fenced(named[0]?.name ?? '', title)]),
    ...long.map(({ name, text }) => fenced(name, text)),
  ].join('');
}

/** Fits on a line of a list, and comes back from there as it is. */
function isShort(text: string): boolean {
  return text.length <= 200 && text === text.trim() && !/[\p{Cc}\u2028\u2029]/u.test(text);
}

function fenced(name: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `\n### ${name}\n\n${fence}text\n${text}\n${fence}\n`;
}

const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|~&!]/g, '\\$&');
const unescapeMarkdown = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/**
 * Reads a document of prompts: each heading is a title, what stands below is its text. Where that
 * holds one fenced block, the block is the text and what stands before it says what it is for. A
 * list of `Name: value` right below the title, and headings below it that name a field, give the
 * other fields. Only headings, fences and such lists count, so a document costs its length.
 */
export function readMarkdown(source: string): FileLines {
  const page = toPage(source.replace(/^\uFEFF/, ''));
  const isOwn = page.lines[0]?.text === ownMark;
  const level = isOwn ? 2 : itemLevel(page.headings);
  const items = page.headings
    .filter((heading) => heading.level === level)
    .map((heading) => readItem(page, heading, isOwn));
  const header = [...new Set(['Title', ...items.flatMap(({ fields }) => [...fields.keys()])])];
  return {
    header,
    lines: items.map(({ fields }) => header.map((name) => fields.get(name) ?? '')),
    unclosed: new Set(items.flatMap(({ isClosed }, at) => (isClosed ? [] : [at + 1]))),
    written: isOwn && isOwnHeader(header) ? 'asTexts' : 'byOthers',
  };
}

interface Line {
  /** Without its line break. */
  readonly text: string;
  readonly start: number;
  /** Behind its line break. */
  readonly end: number;
}

/** Lines of the page, the first and the one behind the last. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** A heading with the lines below it, up to the next one as high. */
interface Heading extends Range {
  readonly level: number;
  readonly title: string;
  readonly line: number;
}

interface Fence extends Range {
  readonly isClosed: boolean;
  readonly text: string;
}

interface Page {
  readonly source: string;
  readonly lines: readonly Line[];
  readonly headings: readonly Heading[];
  readonly fences: readonly Fence[];
}

function toPage(source: string): Page {
  const lines = toLines(source);
  const fences = findFences(source, lines);
  return { source, lines, fences, headings: findHeadings(lines, fences) };
}

function toLines(source: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < source.length;) {
    const found = source.indexOf('\n', start);
    const end = found < 0 ? source.length : found + 1;
    const broken = found < 0 ? end : source[found - 1] === '\r' ? found - 1 : found;
    lines.push({ start, end, text: source.slice(start, Math.max(start, broken)) });
    start = end;
  }
  return lines;
}

function findFences(source: string, lines: readonly Line[]): Fence[] {
  const fences: Fence[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const open = /^ {0,3}(`{3,}|~{3,})[^`]*$/.exec(lines[from]?.text ?? '')?.[1];
    if (open === undefined) continue;
    let close = from + 1;
    while (close < lines.length && !closes(lines[close]?.text ?? '', open)) close += 1;
    const isClosed = close < lines.length;
    const text = between(source, lines[from], isClosed ? lines[close] : undefined);
    fences.push({ from, to: isClosed ? close + 1 : close, isClosed, text });
    from = close;
  }
  return fences;
}

function closes(text: string, fence: string): boolean {
  const run = text.trim();
  return run.length >= fence.length && run === (fence[0] ?? '').repeat(run.length);
}

/** What stands between two lines, without the line break before the second. */
function between(source: string, first: Line | undefined, second: Line | undefined): string {
  const start = first?.end ?? 0;
  const text = source.slice(start, second?.start ?? source.length);
  const lineBreak = source.endsWith('\r\n', start) ? '\r\n' : '\n';
  return text.endsWith(lineBreak) ? text.slice(0, -lineBreak.length) : text;
}

function findHeadings(lines: readonly Line[], fences: readonly Fence[]): Heading[] {
  const closedBy = new Map(fences.map(({ from, to }) => [from, to]));
  const found: Omit<Heading, 'to'>[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const behind = closedBy.get(line);
    if (behind !== undefined) {
      line = behind - 1;
      continue;
    }
    const text = lines[line]?.text ?? '';
    const level = /^#{1,6}(?=[ \t]|$)/.exec(text)?.[0].length;
    if (level === undefined) continue;
    found.push({ level, line, title: unescapeMarkdown(text.slice(level).trim()), from: line + 1 });
  }
  // From the end: where the next heading of each level begins.
  const next = new Array<number>(7).fill(lines.length);
  return found
    .reverse()
    .map((heading) => {
      const to = Math.min(...next.slice(1, heading.level + 1));
      next[heading.level] = heading.line;
      return { ...heading, to };
    })
    .reverse();
}

/** The highest level with more than one heading; a single one above the others names the page. */
function itemLevel(headings: readonly Heading[]): number {
  const levels = headings.map(({ level }) => level).sort();
  const shared = levels.find((level, at) => levels[at + 1] === level);
  return shared ?? levels[0] ?? 1;
}

interface Item {
  readonly fields: ReadonlyMap<string, string>;
  /** Whether all its fences close. */
  readonly isClosed: boolean;
}

function readItem(page: Page, item: Heading, isOwn: boolean): Item {
  const fields = new Map([['Title', item.title]]);
  const isField = (name: string) => isOwn || fieldNamed(name) !== undefined;
  const list = readList(page, item, isField);
  for (const [name, value] of list.values) fields.set(name, value);

  let from = list.to;
  const rest: Range[] = [];
  for (const heading of inside(page.headings, item)) {
    if (heading.line < from || !isField(heading.title)) continue;
    rest.push({ from, to: heading.line });
    fields.set(heading.title, fencedText(page, heading)?.text ?? plainText(page, heading));
    from = heading.to;
  }
  rest.push({ from, to: item.to });
  if (![...fields.keys()].some((name) => fieldNamed(name) === 'body')) {
    for (const [name, text] of bodyOf(page, rest)) if (!fields.has(name)) fields.set(name, text);
  }
  return { fields, isClosed: inside(page.fences, item).every(({ isClosed }) => isClosed) };
}

/** A text with one fenced block is that block; what stands before it says what it is for. */
function bodyOf(page: Page, ranges: readonly Range[]): [string, string][] {
  const [only, ...others] = ranges.flatMap((range) => inside(page.fences, range));
  const first = ranges.find((range) => plainText(page, range) !== '');
  if (!only || others.length > 0) {
    const texts = ranges.map((range) => plainText(page, range)).filter((text) => text !== '');
    return [['Prompt', texts.join('\n\n')]];
  }
  const before = first ? plainText(page, { from: first.from, to: only.from }) : '';
  return [
    ['Prompt', only.text],
    ...(before === '' ? [] : [['Summary', before] as [string, string]]),
  ];
}

/** The one fenced block of a range that holds nothing else. */
function fencedText(page: Page, range: Range): Fence | undefined {
  const [fence] = inside(page.fences, range);
  if (!fence) return undefined;
  const around = [
    { from: range.from, to: fence.from },
    { from: fence.to, to: range.to },
  ];
  return around.every((part) => plainText(page, part) === '') ? fence : undefined;
}

/** What stands in a range, without the blank lines around it. */
function plainText({ source, lines }: Page, { from, to }: Range): string {
  let [first, behind] = [from, to];
  while (first < behind && (lines[first]?.text ?? '').trim() === '') first += 1;
  while (behind > first && (lines[behind - 1]?.text ?? '').trim() === '') behind -= 1;
  const last = lines[behind - 1];
  if (first === behind || !last) return '';
  return source.slice(lines[first]?.start, last.start + last.text.length);
}

/** The list of `Name: value` right below a title; none where no name in it is known. */
function readList({ lines }: Page, item: Heading, isField: (name: string) => boolean) {
  let at = item.from;
  while (at < item.to && (lines[at]?.text ?? '').trim() === '') at += 1;
  const values: [string, string][] = [];
  for (; at < item.to; at += 1) {
    const entry = toEntry(lines[at]?.text ?? '');
    if (!entry) break;
    values.push(entry);
  }
  return values.some(([name]) => isField(name))
    ? { values, to: at }
    : { values: [], to: item.from };
}

function toEntry(line: string): [string, string] | undefined {
  if (!/^[-*+] /.test(line)) return undefined;
  const colon = line.indexOf(':');
  if (colon < 0 || colon > 60) return undefined;
  const name = line.slice(2, colon).replaceAll('*', '').trim();
  const value = line.slice(colon + 1).replace(/^\*\*/, '');
  return name === '' ? undefined : [name, unescapeMarkdown(value.trim())];
}

/** Those that begin in a range; the whole list is in order. */
function inside<Part extends Range>(parts: readonly Part[], { from, to }: Range): Part[] {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < parts.length && (parts[end]?.from ?? 0) < to) end += 1;
  return parts.slice(low, end);
}
