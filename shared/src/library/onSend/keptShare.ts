import { wordsOf } from './letters';

export interface KeptText {
  /** Words of the template still there, of all its words: 0 to 1; null when it has none. */
  readonly share: number | null;
  /** How many of its words are still there. */
  readonly words: number;
  /** The same share for each paragraph, in the template's order; null for one without words. */
  readonly paragraphs: readonly (number | null)[];
}

/** Words stand in a run of this many before they count as kept: "the" alone is no template's. */
const runLength = 3;

/**
 * How much of an inserted template is still there. A word is kept when it stands in a run of three
 * consecutive words of its paragraph (or in the whole stretch, where that is shorter) that also stands,
 * unbroken and in that order, in the own text. A run of the own text counts once, so that a paragraph
 * that stood twice and stands once is kept once. Case, punctuation, formatting and the order of the
 * paragraphs do not matter; a placeholder that went in open belongs to nobody and parts its paragraph
 * into stretches. Time is linear in both texts.
 */
export function keptOf(inserted: readonly string[], ownLines: readonly string[]): KeptText {
  const own = wordsOf(ownLines.join('\n'));
  const runs = [1, 2, runLength].map((length) => countRuns(own, length));
  let kept = 0;
  let all = 0;
  const paragraphs = inserted.map((paragraph) => {
    let keptHere = 0;
    let allHere = 0;
    for (const stretch of paragraph.split(/\{\{[^{}]*\}\}/)) {
      const words = wordsOf(stretch);
      if (words.length === 0) continue;
      allHere += words.length;
      const length = Math.min(runLength, words.length);
      keptHere += keptWords(words, length, runs[length - 1] ?? new Map<string, number>());
    }
    kept += keptHere;
    all += allHere;
    return allHere === 0 ? null : keptHere / allHere;
  });
  return { share: all === 0 ? null : kept / all, words: kept, paragraphs };
}

/** From this share of its words on a paragraph was kept; up to the other it was deleted. */
const keptFrom = 0.9;
const deletedUpTo = 0.1;

/** What became of a paragraph, by the share of its words that is still there. */
export function fateOf(share: number): 'kept' | 'rewritten' | 'deleted' {
  if (share >= keptFrom) return 'kept';
  return share <= deletedUpTo ? 'deleted' : 'rewritten';
}

function countRuns(words: readonly string[], length: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= words.length; at += 1) {
    const run = words.slice(at, at + length).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** Counts the words covered by runs that the own text still has, and takes those from it. */
function keptWords(words: readonly string[], length: number, runs: Map<string, number>): number {
  let kept = 0;
  let coveredUpTo = 0;
  for (let at = 0; at + length <= words.length; at += 1) {
    const run = words.slice(at, at + length).join(' ');
    const left = runs.get(run) ?? 0;
    if (left === 0) continue;
    runs.set(run, left - 1);
    kept += at + length - Math.max(at, coveredUpTo);
    coveredUpTo = at + length;
  }
  return kept;
}
