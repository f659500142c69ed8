import { around, isWordCharacter } from './letters';

/** A placeholder that was not filled, and the words around it. */
export interface OpenPlaceholder {
  readonly name: string;
  readonly around: string;
}

/** Longest name a placeholder can have (`placeholders.ts`). */
const longestName = 60;

/** What stands only in templates of programs, in markup or in source code. */
const programText =
  /\{%|%\}|\{\{[#/>!^.$&{]|\}\}\}|<\/?[a-z][^<>]*>|\/>|=>|\\[a-z]+\{|\(\);|=\s*["'`]\{\{/i;

/**
 * Placeholders left in a person's own lines, each name once, in order. A name may have been typed over,
 * `wrapped` at a line's end or, when it is among `known`, have lost the braces on one side.
 */
export function openPlaceholdersIn(
  lines: readonly string[],
  { known, wrapped }: { readonly known: readonly string[]; readonly wrapped: boolean },
): OpenPlaceholder[] {
  const found = new Map<string, OpenPlaceholder>();
  const add = (name: string, line: string, from: number, to: number) => {
    if (!found.has(name)) found.set(name, { name, around: around(line, from, to) });
  };
  lines.forEach((line, at) => {
    if (!line.includes('{{') && !line.includes('}}')) return;
    if (programText.test(line)) return;
    for (const { from, to, name } of bracedIn(
      wrapped ? joinedWhereOpen(line, lines[at + 1]) : line,
    )) {
      if (from < line.length) add(name, line, from, Math.min(to, line.length));
    }
    for (const name of known) {
      const half = halfOf(line, name);
      if (half !== -1) add(name, line, half, half + name.length);
    }
  });
  return Array.from(found.values());
}

/** A line whose last braces are open, with the next one, as a mail program may have wrapped it. */
function joinedWhereOpen(line: string, next: string | undefined): string {
  const isOpen = line.lastIndexOf('{{') > line.lastIndexOf('}}');
  return isOpen && next !== undefined ? `${line} ${next.slice(0, longestName + 2)}` : line;
}

interface Braced {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function bracedIn(line: string): Braced[] {
  const found: Braced[] = [];
  let from = line.indexOf('{{');
  while (from !== -1) {
    const close = line.indexOf('}}', from + 2);
    if (close === -1) return found;
    // `{{a {{b}}`: the innermost pair is the placeholder.
    const inner = line.lastIndexOf('{{', close - 1);
    const start = Math.max(from, inner);
    const name = line
      .slice(start + 2, close)
      .replace(/\s+/g, ' ')
      .trim();
    if (isName(name)) found.push({ from: start, to: close + 2, name });
    from = line.indexOf('{{', close + 2);
  }
  return found;
}

/**
 * Letters, digits, blanks, dots, hyphens and underscores make a name; apostrophes, commas, ampersands
 * and the like come with what people type over it. Anything else is code.
 */
function isName(name: string): boolean {
  if (name === '' || name.length > longestName || !isWordCharacter(name.charAt(0))) return false;
  for (let at = 1; at < name.length; at += 1) {
    const character = name.charAt(at);
    if (isWordCharacter(character) || ' ._-,&?!:%€'.includes(character)) continue;
    const isApostrophe = character === "'" || character === '’';
    if (
      isApostrophe &&
      isWordCharacter(name.charAt(at - 1)) &&
      isWordCharacter(name.charAt(at + 1))
    )
      continue;
    return false;
  }
  return true;
}

/** Where `{{name` or `name}}` stands with its other braces gone; -1 where it does not. */
function halfOf(line: string, name: string): number {
  const opened = line.indexOf(`{{${name}`);
  if (
    opened !== -1 &&
    !line
      .slice(opened + 2 + name.length)
      .replace(/^\s+/, '')
      .startsWith('}}')
  )
    return opened;
  const closed = line.indexOf(`${name}}}`);
  if (closed !== -1 && !line.slice(0, closed).replace(/\s+$/, '').endsWith('{{')) return closed;
  return -1;
}
