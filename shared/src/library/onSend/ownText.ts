import { decodeEntities } from './htmlEntities';
import { keptOf } from './keptShare';
import { createRoleReader, type ElementRole } from './elementRoles';
import { ownLinesOf, quotedHere } from './quotedThread';
import { attributeOf, scanHtml } from './scanHtml';

export interface MessageBody {
  readonly type: 'html' | 'text';
  readonly content: string;
}

/** What the person wrote themselves. */
export interface OwnText {
  /** Lines with a word in them, blanks collapsed. Code is left out; U+FFFC stands for it. */
  readonly lines: readonly string[];
  /** Addresses that their links lead to. */
  readonly links: readonly string[];
  /** Whether a line may end in the middle of a sentence: mail programs wrap plain text. */
  readonly wrapped: boolean;
}

/** Stands in a line where code was, so that the words beside it do not become neighbours. */
const codeHere = '\uFFFC';

/**
 * The person's own words of a message: without the thread below or between, code, and the signature.
 * Where a mail program marks these, its marks decide; elsewhere the lines themselves do. Whoever had
 * the cursor in the signature inserted there too: what a filling `putIn` is own wherever it stands.
 */
export function readOwnText(body: MessageBody, putIn: readonly string[] = []): OwnText {
  if (body.type === 'text') {
    const lines = ownLinesOf(withoutFences(body.content.split(/\r\n|\r|\n/)));
    return { lines: lines.map(withoutBackticks), links: [], wrapped: true };
  }
  const writer = createLineWriter();
  scanHtml(body.content, writer);
  const { lines, signature } = writer.written();
  const inserted = putIn.length === 0 ? [] : ownLinesOf(signature).filter(isMostlyFrom(putIn));
  const own = ownLinesOf(lines).concat(inserted).map(withoutBackticks);
  return { lines: own, links: writer.links, wrapped: false };
}

const isMostlyFrom = (putIn: readonly string[]) => (line: string) =>
  (keptOf([line], putIn).share ?? 0) >= 0.5;

/** Elements that begin and end a line of their own. */
const blocks = new Set(
  'address article blockquote body br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

interface OpenRole {
  readonly role: ElementRole;
  readonly name: string;
  /** How many elements of that name are open since, itself included. */
  depth: number;
}

function createLineWriter() {
  const lines: string[] = [];
  const signature: string[] = [];
  const links: string[] = [];
  /** Never more than a few: inside what is left out no further roles are read. */
  const roles: OpenRole[] = [];
  const roleOf = createRoleReader();
  let line = '';
  let atThread = false;

  const innermost = () => roles[roles.length - 1];
  const isLeftOut = () => {
    const role = innermost()?.role;
    return role === 'quote' || role === 'signature';
  };
  const endLine = () => {
    if (line !== '') (innermost()?.role === 'signature' ? signature : lines).push(line);
    line = '';
  };
  const enter = (role: ElementRole, name: string) => {
    if (role === 'signature') endLine();
    roles.push({ role, name, depth: 1 });
    if (role === 'quote') lines.push(quotedHere);
    if (role === 'code') line += codeHere;
  };

  return {
    links,
    done: () => atThread,
    written: () => {
      endLine();
      return { lines, signature };
    },
    open(name: string, tag: string) {
      if (blocks.has(name)) endLine();
      const current = innermost();
      if (voids.has(name)) return;
      if (current?.name === name) {
        current.depth += 1;
        return;
      }
      if (isLeftOut()) return;
      const role = roleOf(name, tag);
      if (role === 'threadBelow') atThread = true;
      else if (role !== null) enter(role, name);
      else if (name === 'a') links.push(decodeEntities(attributeOf(tag, 'href')));
    },
    close(name: string) {
      if (blocks.has(name)) endLine();
      const current = innermost();
      if (current?.name !== name) return;
      current.depth -= 1;
      if (current.depth > 0) return;
      if (current.role === 'signature') endLine();
      roles.pop();
    },
    text(raw: string) {
      // Code keeps its place in the line, not its words.
      const role = innermost()?.role;
      if (role === undefined || role === 'signature') line += decodeEntities(raw);
    },
  };
}

const voids = new Set('br hr img input meta link col wbr area base'.split(' '));

/** Lines of plain text without those between three backticks. */
function withoutFences(lines: readonly string[]): string[] {
  let fenced = false;
  return lines.filter((line) => {
    if (!/^\s*```/.test(line)) return !fenced;
    fenced = !fenced;
    return false;
  });
}

/** People mark code within a line by backticks, also where the message has formatting. */
function withoutBackticks(line: string): string {
  return !line.includes('`') ? line : line.replace(/`[^`]*`/g, codeHere);
}
