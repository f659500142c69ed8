import type { Language } from './language';

/** Texts of one place by key: words, sentences made from values, and groups of them. */
export interface Texts {
  readonly [key: string]: Text | Texts;
}
export type Text = string | ((...values: never[]) => string);

/** The texts of every place, in one language. */
export type Dictionary = Readonly<Record<string, Texts>>;

/** The same texts in another language: every key, no other, and functions of the same values. */
export type Translated<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> };

let spoken: { readonly language: Language; readonly dictionary: Dictionary | null } | null = null;

/** From now on texts, figures and days are in `language`. English needs no dictionary. */
export function speak(language: Language, dictionary: Dictionary | null): void {
  spoken = { language, dictionary };
}

/** The language spoken. Before it is chosen nothing may be said: a text read too early would stay English. */
export function spokenLanguage(): Language {
  return chosen().language;
}

/** Declares the texts of a place, one of `Name`. */
export type DeclareTexts<Name extends string> = <const T extends Texts>(
  name: Name,
  english: T,
) => Translated<T>;

/**
 * The texts of a place: English is written on the spot, other languages are in the dictionary. A text
 * is looked up when it is read, so it must be read when it is shown, not when a file is loaded.
 */
export const declareTexts: DeclareTexts<string> = <T extends Texts>(name: string, english: T) =>
  lookedUp(english, () => chosen().dictionary?.[name] ?? english) as Translated<T>;

function lookedUp(english: Texts, current: () => Texts): Texts {
  const texts = {};
  for (const [key, text] of Object.entries(english)) {
    const group = typeof text === 'object' && lookedUp(text, () => current()[key] as Texts);
    Object.defineProperty(texts, key, { enumerable: true, get: () => group || current()[key] });
  }
  return texts;
}

function chosen() {
  if (spoken === null) throw new Error('A text was read before the language was chosen.');
  return spoken;
}
