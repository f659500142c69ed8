import type { LibraryContent } from '../libraryItem';
import { wordsOf } from '../words';

/** The words of one text by their numbers, and how much each says about it. */
export interface WeighedText {
  readonly words: Uint32Array;
  readonly weights: Float32Array;
}

/** Gives words numbers that stay, so that a text has to be read only once. */
export interface WordNumbers {
  /** Every word met so far, by its number. */
  readonly words: readonly string[];
  weigh(content: LibraryContent): WeighedText;
}

/** What a word counts, by where it stands. */
const fieldWeights = { title: 8, tags: 4, purpose: 3, subject: 2, body: 1 } as const;
/** Of two texts that hold the same words, the shorter one says more of it; from here on no longer. */
const longestTitle = 50;

export function createWordNumbers(): WordNumbers {
  const words: string[] = [];
  const numbers = new Map<string, number>();

  function numberOf(word: string): number {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, words.length);
    return words.push(word) - 1;
  }

  return {
    words,
    weigh({ title, tags, purpose, subject, body }) {
      const weights = new Map<number, number>();
      const add = (text: string, most: number) => {
        const found = wordsOf(text);
        const weight = most * (1 - Math.min(found.length, longestTitle) / (10 * longestTitle));
        for (const word of found) {
          const number = numberOf(word);
          weights.set(number, Math.max(weights.get(number) ?? 0, weight));
        }
      };
      add(title, fieldWeights.title);
      add(tags.join('\n'), fieldWeights.tags);
      add(purpose, fieldWeights.purpose);
      add(subject ?? '', fieldWeights.subject);
      add(withoutTags(body), fieldWeights.body);
      return {
        words: Uint32Array.from(weights.keys()),
        weights: Float32Array.from(weights.values()),
      };
    },
  };
}

/** A template's HTML without its tags; what is no tag stays. */
const withoutTags = (body: string) => body.replace(/<\/?[a-z][^>]*>/gi, ' ');
