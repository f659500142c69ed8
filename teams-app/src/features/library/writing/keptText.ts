import { placeholdersIn, type LibraryContent } from '@last-mile/shared/library';

/** A text without the traces of writing it: unused placeholders, empty lines of lists. */
export function keptText(content: LibraryContent): LibraryContent {
  const names = placeholdersIn(content.subject, content.body);
  return {
    ...content,
    tags: content.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
    placeholders: content.placeholders
      .filter(({ name }) => names.includes(name))
      .map((one) => ({
        ...one,
        choices: one.choices.map((choice) => choice.trim()).filter((choice) => choice !== ''),
      })),
    sources: content.sources.filter(({ title, url }) => title !== '' || url !== ''),
  };
}
