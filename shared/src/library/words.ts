/** Scripts without spaces between words, where a word can begin anywhere. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}]/u;
const unspacedRun = new RegExp(`${unspaced.source}+|[^${unspaced.source.slice(1)}+`, 'gu');

/**
 * The words of a text as search compares them: without case and accents, umlauts written out or not
 * ("Prüfung" and "pruefung" are both `prufung`). Where a script has no spaces, every two neighbouring
 * characters are a word.
 */
export function wordsOf(text: string): string[] {
  return (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) =>
    unspaced.test(run) ? (run.match(unspacedRun) ?? []).flatMap(pairsOf) : run,
  );
}

/** A folded word without its ending, the same for "Verträge" and "Vertrag", "drafting" and "draft". */
export function stemOf(word: string): string {
  const stem = word.replace(/ies$/, 'y').replace(endings, '');
  return stem.length >= shortestStem ? stem : word;
}

const endings = /(?:ungen|ung|ings?|ern|e[nrmsd]?|(?<!s)s)$/;
const shortestStem = 4;

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/(?<![aeiouq])([aou])e/g, '$1');
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length < 2 || !unspaced.test(run)) return [run];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}
