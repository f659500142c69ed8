/** What a cell of an Excel sheet holds at most, in characters. */
const longestSheetCell = 32_767;

const continued = (name: string) => `${name} (continued)`;

/** For each column, in how many cells its longest text has to be kept. */
export function cellsNeeded(lines: Iterable<readonly string[]>): number[] {
  const needed: number[] = [];
  for (const line of lines) {
    line.forEach((text, at) => {
      needed[at] = Math.max(needed[at] ?? 1, partsOf(text).length);
    });
  }
  return needed;
}

/** The line with as many cells for each column as are needed; what is over goes on in the next. */
export function splitLongCells(line: readonly string[], needed: readonly number[]): string[] {
  return line.flatMap((text, at) => {
    const parts = partsOf(text);
    return Array.from({ length: needed[at] ?? 1 }, (_, part) => parts[part] ?? '');
  });
}

/** The names of those cells. */
export function splitHeader(header: readonly string[], needed: readonly number[]): string[] {
  return header.flatMap((name, at) =>
    Array.from({ length: needed[at] ?? 1 }, (_, part) => (part === 0 ? name : continued(name))),
  );
}

/** Puts what {@link splitLongCells} took apart together again. */
export function joinLongCells(
  header: readonly string[],
  lines: readonly (readonly string[])[],
): { header: readonly string[]; lines: readonly (readonly string[])[] } {
  if (!header.some((name) => header.includes(continued(name)))) return { header, lines };
  const firstOf = header.map((name, at) => {
    const first = header.findIndex((earlier) => name === continued(earlier));
    return first < 0 ? at : first;
  });
  const kept = header.flatMap((_, at) => (firstOf[at] === at ? [at] : []));
  const join = (line: readonly string[]) => [
    ...kept.map((column) => line.filter((_, at) => firstOf[at] === column).join('')),
    ...line.slice(header.length),
  ];
  return { header: kept.map((at) => header[at] ?? ''), lines: lines.map(join) };
}

/** Never cuts a character that is written as two in half. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length || parts.length === 0;) {
    let end = Math.min(text.length, start + longestSheetCell);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end -= 1;
    parts.push(text.slice(start, end));
    start = end;
    if (text === '') break;
  }
  return parts;
}
