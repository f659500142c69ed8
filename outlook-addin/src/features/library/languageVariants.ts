import type { LibraryItem } from '@last-mile/shared/library';
import { languageOf } from './messageLanguage';

/** Key that an item shares with its translations. */
export const originalKey = ({ clientKey, translationOf }: LibraryItem): string =>
  translationOf ?? clientKey;

/** The same item in every language it is published in, itself included, by language. */
export function variantsOf(item: LibraryItem, items: readonly LibraryItem[]): LibraryItem[] {
  return items
    .filter((one) => one.status === 'published' && originalKey(one) === originalKey(item))
    .sort((a, b) => a.content.language.localeCompare(b.content.language));
}

/**
 * Of each item that is there in several languages only one: in the first of the wanted languages it
 * has, else the original. The order stays.
 */
export function inOneLanguage(
  items: readonly LibraryItem[],
  wanted: readonly string[],
): LibraryItem[] {
  const rank = (item: LibraryItem) => {
    const at = wanted.indexOf(languageOf(item.content.language));
    if (at !== -1) return at;
    return item.translationOf === null ? wanted.length : wanted.length + 1;
  };
  const best = new Map<string, LibraryItem>();
  for (const item of items) {
    const known = best.get(originalKey(item));
    if (known === undefined || rank(item) < rank(known)) best.set(originalKey(item), item);
  }
  return items.filter((item) => best.get(originalKey(item)) === item);
}
