/** How far a typed word is from another one, and from the beginning of it that is nearest. */
export interface Distance {
  readonly whole: number;
  readonly beginning: number;
}

/** Words differ in their first letters or not at all, as far as anyone types. */
const longest = 64;

/** The last three rows of the table; one comparison after the other uses the same memory. */
let twoBefore = new Uint8Array(longest + 1);
let before = new Uint8Array(longest + 1);
let row = new Uint8Array(longest + 1);

/**
 * How many typing errors lie between a typed word and another: a letter missing, too many or wrong,
 * or two neighbours swapped (optimal string alignment). Numbers above `most` only say that it is more.
 */
export function typingErrors(typed: string, word: string, most: number): Distance {
  const height = Math.min(typed.length, longest - most);
  const width = Math.min(word.length, height + most);
  for (let column = 0; column <= width; column += 1) row[column] = column;
  let least = 0;
  for (let at = 1; at <= height; at += 1) {
    [twoBefore, before, row] = [before, row, twoBefore];
    row[0] = at;
    least = at;
    let left = at;
    for (let column = 1; column <= width; column += 1) {
      const isSame = typed.charCodeAt(at - 1) === word.charCodeAt(column - 1);
      const replaced = (before[column - 1] ?? 0) + (isSame ? 0 : 1);
      let errors = Math.min(replaced, left + 1, (before[column] ?? 0) + 1);
      const isSwapped =
        at > 1 &&
        column > 1 &&
        typed.charCodeAt(at - 1) === word.charCodeAt(column - 2) &&
        typed.charCodeAt(at - 2) === word.charCodeAt(column - 1);
      if (isSwapped) errors = Math.min(errors, (twoBefore[column - 2] ?? 0) + 1);
      row[column] = errors;
      left = errors;
      if (errors < least) least = errors;
    }
    if (least > most) return { whole: least, beginning: least };
  }
  const isWhole = word.length <= width;
  return { whole: isWhole ? (row[width] ?? 0) : most + 1, beginning: least };
}
