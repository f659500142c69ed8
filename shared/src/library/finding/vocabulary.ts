import { stemOf } from '../words';
import { typingErrors } from './typingErrors';

/** A word of the texts, by its number, that a typed word may stand for. */
export interface Meaning {
  readonly word: number;
  /** 1 is the word itself; less the less alike they are. */
  readonly closeness: number;
}

/** The words that some text holds, and which of them a typed word may stand for. */
export interface Vocabulary {
  /**
   * The words that `typed` is, begins or is a form of, and those that end with it. Where it leads to
   * none but the last, it is taken for a typing error.
   */
  readonly meant: (typed: string) => readonly Meaning[];
  /** The words from which `typed` differs by the fewest typing errors after its first letter. */
  readonly meantWithErrors: (typed: string) => readonly Meaning[];
}

/** How alike a typed word and a word of the texts are. */
const close = { same: 1, sameStem: 0.9, beginning: 0.7, ending: 0.4 };
const perError = 0.6;
/** German puts the word that counts last: "Vertrag" also means "Mietvertrag". */
const shortestEnding = 5;
const shortestBeginning = 3;
/** In short words every second word would be a typing error of another. */
const mostErrorsIn = (typed: string) => (typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2);

/** The vocabulary of the words with the numbers `used`, written as `wordOf` says. */
export function createVocabulary(
  used: readonly number[],
  wordOf: (number: number) => string,
): Vocabulary {
  const entries = used
    .map((number) => ({ number, word: wordOf(number), letters: lettersOf(wordOf(number)) }))
    .sort((one, other) => (one.word < other.word ? -1 : 1));
  const forms = new Map<string, Entry[]>();
  for (const entry of entries) {
    const stem = stemOf(entry.word);
    forms.set(stem, [...(forms.get(stem) ?? []), entry]);
  }

  const as = (closeness: number) => (entry: Entry) => ({ word: entry.number, closeness });

  function beginningWith(typed: string): Entry[] {
    let [from, to] = [0, entries.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((entries[middle]?.word ?? '') < typed) from = middle + 1;
      else to = middle;
    }
    let end = from;
    while (entries[end]?.word.startsWith(typed) === true) end += 1;
    return entries.slice(from, end);
  }

  const formsOf = (word: string): readonly Entry[] => forms.get(stemOf(word)) ?? [];

  function endingWith(typed: string): Entry[] {
    if (typed.length < shortestEnding) return [];
    const wanted = lettersOf(typed);
    return entries.filter(
      ({ word, letters }) =>
        word.length - typed.length >= shortestBeginning &&
        (wanted & ~letters) === 0 &&
        word.endsWith(typed),
    );
  }

  function meantWithErrors(typed: string): readonly Meaning[] {
    const wanted = lettersOf(typed);
    let fewest = mostErrorsIn(typed);
    const near: { entry: Entry; errors: number; isWhole: boolean }[] = [];
    if (fewest === 0) return [];
    for (const entry of entries) {
      // Hardly anyone mistypes the first letter. A letter that the other word does not have at all
      // is one error at least.
      if (!entry.word.startsWith(typed.charAt(0))) continue;
      if (bitsIn(wanted & ~entry.letters) > fewest) continue;
      const { whole, beginning } = typingErrors(typed, entry.word, fewest);
      if (beginning <= fewest)
        near.push({ entry, errors: beginning, isWhole: whole === beginning });
      fewest = Math.min(fewest, beginning);
    }
    const closeness = perError ** fewest;
    return near
      .filter(({ errors }) => errors === fewest)
      .flatMap(({ entry, isWhole }) =>
        isWhole
          ? [as(closeness)(entry), ...formsOf(entry.word).map(as(closeness * close.sameStem))]
          : [as(closeness * close.beginning)(entry)],
      );
  }

  return {
    meant(typed) {
      const asTyped = [
        ...formsOf(typed).map(as(close.sameStem)),
        ...beginningWith(typed).map((entry) =>
          as(entry.word === typed ? close.same : close.beginning)(entry),
        ),
      ];
      return [
        ...(asTyped.length > 0 ? asTyped : meantWithErrors(typed)),
        ...endingWith(typed).map(as(close.ending)),
      ];
    },
    meantWithErrors,
  };
}

/** A word of the texts with what is compared of it. */
interface Entry {
  readonly number: number;
  readonly word: string;
  readonly letters: number;
}

/** Which letters a word has, one bit each; letters beyond the alphabet share bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits >>> 0;
}

function bitsIn(bits: number): number {
  let left = bits;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
