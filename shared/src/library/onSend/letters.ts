/**
 * Whether the character belongs to a word: a letter of any script, a digit or an accent. Told by
 * code, because `\p{L}` is younger than the engine of classic Outlook (ECMAScript 2016).
 */
export function isWordCharacter(character: string): boolean {
  if (character === '') return false;
  const code = character.charCodeAt(0);
  if (code < 0x80) return /[0-9A-Za-z]/.test(character);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code === 0xd7 || code === 0xf7) return false;
  // General punctuation to arrows and boxes; CJK punctuation; private use; full-width punctuation.
  if (code >= 0x2000 && code <= 0x2bff) return false;
  if (code >= 0x3000 && code <= 0x3004) return false;
  if (code >= 0x3008 && code <= 0x3020) return false;
  if (code >= 0xe000 && code <= 0xf8ff) return false;
  return code < 0xff00 || (code > 0xff0f && code < 0xfff0);
}

/** The words of a text in lower case, in order: the longest runs of word characters. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && isWordCharacter(text.charAt(at))) {
      if (start === -1) start = at;
    } else if (start !== -1) {
      words.push(text.slice(start, at).toLowerCase());
      start = -1;
    }
  }
  return words;
}

const shown = 30;

/** The words around a stretch of a line, shortened where it is long. */
export function around(line: string, from: number, to: number): string {
  const start = from <= shown ? 0 : from - shown;
  const end = line.length - to <= shown ? line.length : to + shown;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}
