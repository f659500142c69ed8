/**
 * What a text is translated into, as BCP 47 tags: the official languages of Europe and those most
 * business is done in elsewhere, apart only where they are written apart. Any other tag can be
 * written in the editor.
 */
const tags = [
  ...['ar', 'bg', 'cs', 'da', 'de', 'el', 'en-GB', 'en-US', 'es', 'et', 'fi', 'fr', 'ga', 'he'],
  ...['hi', 'hr', 'hu', 'is', 'it', 'ja', 'ko', 'lt', 'lv', 'mt', 'nb', 'nl', 'pl', 'pt-BR'],
  ...['pt-PT', 'ro', 'sk', 'sl', 'sr', 'sv', 'tr', 'uk', 'zh-Hans', 'zh-Hant'],
];

/** The languages a text can still be translated into, by their names. */
export function languagesLeft(
  taken: readonly string[],
  nameOf: (tag: string) => string,
): { tag: string; name: string }[] {
  // A text in German is not translated into German, whatever country it was written for.
  const isTaken = (tag: string) =>
    taken.some((one) => one === tag || one === languageOf(tag) || languageOf(one) === tag);
  return tags
    .filter((tag) => !isTaken(tag))
    .map((tag) => ({ tag, name: nameOf(tag) }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

const languageOf = (tag: string) => tag.split('-')[0] ?? tag;
