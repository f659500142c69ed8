import { wordsOf } from '../words';
import { createVocabulary, type Meaning } from './vocabulary';
import type { WeighedText } from './wordNumbers';

/** What a search found. */
export interface Found {
  /** The places of the texts, ascending. */
  readonly places: readonly number[];
  /** How well the text at a place fits what was typed, of those that were found. */
  readonly scores: Float32Array;
  /** The words of the text at a place that were taken for typed ones. */
  readonly wordsAt: (place: number) => string[];
}

export interface TextIndex {
  /**
   * The texts that hold every typed word. Typing errors are looked for only where the words as they
   * were typed lead nowhere.
   */
  search(typed: string): Found;
}

/** Texts by their words: one list of the texts for each word, all lists in one piece of memory. */
export function createTextIndex(
  texts: readonly WeighedText[],
  wordOf: readonly string[],
): TextIndex {
  const counts = new Uint32Array(wordOf.length);
  for (const { words } of texts) {
    for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  }
  const starts = new Uint32Array(wordOf.length + 1);
  counts.forEach((count, word) => {
    starts[word + 1] = (starts[word] ?? 0) + count;
  });
  const places = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Float32Array(places.length);
  const next = starts.slice();
  texts.forEach((text, place) => {
    text.words.forEach((word, index) => {
      const at = next[word] ?? 0;
      next[word] = at + 1;
      places[at] = place;
      weights[at] = text.weights[index] ?? 0;
    });
  });
  const used = [...counts.keys()].filter((word) => (counts[word] ?? 0) > 0);
  const vocabulary = createVocabulary(used, (word) => wordOf[word] ?? '');

  // Scratch paper, clean between two words.
  const best = new Float32Array(texts.length);

  /** Adds to each text what the best of a typed word's meanings in it is worth. */
  function add(meanings: readonly Meaning[], scores: Float32Array, held: Uint8Array) {
    const touched: number[] = [];
    for (const { word, closeness } of meanings) {
      const weightsHere = weights.subarray(starts[word], starts[word + 1]);
      places.subarray(starts[word], starts[word + 1]).forEach((place, index) => {
        const known = best[place] ?? 0;
        if (known === 0) touched.push(place);
        best[place] = Math.max(known, closeness * (weightsHere[index] ?? 0));
      });
    }
    const rarity = Math.log(1 + texts.length / (1 + touched.length));
    for (const place of touched) {
      scores[place] = (scores[place] ?? 0) + (best[place] ?? 0) * rarity;
      held[place] = (held[place] ?? 0) + 1;
      best[place] = 0;
    }
  }

  function searchFor(asked: readonly (readonly Meaning[])[]): Found {
    const scores = new Float32Array(texts.length);
    const held = new Uint8Array(texts.length);
    for (const meanings of asked) add(meanings, scores, held);
    const found: number[] = [];
    held.forEach((count, place) => {
      if (count === asked.length) found.push(place);
    });
    const meant = new Set(asked.flat().map(({ word }) => word));
    const wordsAt = (place: number) =>
      [...(texts[place]?.words ?? [])].filter((word) => meant.has(word));
    return {
      places: found,
      scores,
      wordsAt: (place) => wordsAt(place).map((word) => wordOf[word] ?? ''),
    };
  }

  return {
    search(typed) {
      const asked = [...new Set(wordsOf(typed))].slice(0, mostWords);
      const found = searchFor(asked.map((word) => vocabulary.meant(word)));
      if (found.places.length > 0 || asked.length < 2) return found;
      return searchFor(
        asked.map((word) => [...vocabulary.meant(word), ...vocabulary.meantWithErrors(word)]),
      );
    },
  };
}

/** Who types a paragraph is looking for its first words. */
const mostWords = 32;
