import { english } from './english';
import { german } from './german';
import type { PromptWords } from './promptWords';

export type { PromptWords };

/** The words of a BCP 47 language. A language we have no words of is read by all that we have. */
export function wordsFor(language: string): readonly PromptWords[] {
  const known = { en: english, de: german }[language.toLowerCase().split('-')[0] ?? ''];
  return known ? [known] : [english, german];
}
