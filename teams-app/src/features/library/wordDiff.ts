/** A stretch of text that both texts have, or only the old or only the new one. */
export interface DiffPart {
  readonly in: 'both' | 'before' | 'after';
  readonly text: string;
}

/** Above this many comparisons the middle of two long texts is shown as replaced whole. */
const mostComparisons = 4_000_000;

/** How `after` differs from `before`, by words; joining the parts of a side gives that side's text. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const old = words(before);
  const fresh = words(after);
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (
    end < old.length - start &&
    end < fresh.length - start &&
    old[old.length - 1 - end] === fresh[fresh.length - 1 - end]
  ) {
    end += 1;
  }
  return joined([
    { in: 'both', text: old.slice(0, start).join('') },
    ...middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    { in: 'both', text: old.slice(old.length - end).join('') },
  ]);
}

function words(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

/** Longest common subsequence, read back from its table. */
function middle(old: readonly string[], fresh: readonly string[]): DiffPart[] {
  if (old.length * fresh.length > mostComparisons) {
    return [
      { in: 'before', text: old.join('') },
      { in: 'after', text: fresh.join('') },
    ];
  }
  const width = fresh.length + 1;
  const common = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        old[row] === fresh[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const parts: DiffPart[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length || column < fresh.length) {
    if (row < old.length && column < fresh.length && old[row] === fresh[column]) {
      parts.push({ in: 'both', text: old[row] ?? '' });
      row += 1;
      column += 1;
    } else if (
      row < old.length &&
      (column === fresh.length || at(row + 1, column) >= at(row, column + 1))
    ) {
      parts.push({ in: 'before', text: old[row] ?? '' });
      row += 1;
    } else {
      parts.push({ in: 'after', text: fresh[column] ?? '' });
      column += 1;
    }
  }
  return parts;
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.text === '') continue;
    if (last?.in === part.in)
      result[result.length - 1] = { in: part.in, text: last.text + part.text };
    else result.push(part);
  }
  return result;
}
