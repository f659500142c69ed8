/** Widths of letters as shares of their size, wide enough for every font the hosts fall back to. */
const narrow = /[\s.,:;!|'’()[\]iljtfr·-]/;
const wide = /[A-ZÄÖÜmwMW@%&—–…]/;
/** From here on letters are as wide as they are high: Chinese, Japanese and Korean, and pictures. */
const fullWidth = 0x1100;

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (words: string) => Array.from(letters.segment(words), ({ segment }) => segment);

function shareOf(letter: string): number {
  if ((letter.codePointAt(0) ?? 0) >= fullWidth) return 1.1;
  if (wide.test(letter)) return 0.9;
  return narrow.test(letter) ? 0.42 : 0.65;
}

/**
 * At most so many pixels do words take in a size: an estimate, so that a picture can be laid out
 * without a screen, and looks the same on every one.
 */
export function widthOf(words: string, size: number): number {
  return lettersOf(words).reduce((sum, letter) => sum + shareOf(letter) * size, 0);
}

/** Words broken into lines that fit; a word that is too long by itself is broken too. */
export function linesOf(words: string, size: number, width: number): string[] {
  const fits = (part: string) => widthOf(part, size) <= width;
  const lines: string[] = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...piecesOf(word, fits));
  }
  return lines;
}

function piecesOf(word: string, fits: (part: string) => boolean): string[] {
  const pieces: string[] = [];
  for (const letter of lettersOf(word)) {
    const last = pieces.at(-1);
    if (last !== undefined && fits(last + letter)) pieces[pieces.length - 1] = last + letter;
    else pieces.push(letter);
  }
  return pieces;
}
