import type { LibraryContent } from '@last-mile/shared/library';

type Part = LibraryContent[keyof LibraryContent];
type ListedPart = Extract<Part, readonly unknown[]>[number];

/** One part of an item's content as the text that two versions are compared by. */
export function fieldText(value: Part): string {
  if (!Array.isArray(value)) return value ?? '';
  const words: readonly ListedPart[] = value;
  const separator = words.every((word) => typeof word === 'string') ? ', ' : '\n';
  return words.map(listedText).join(separator);
}

function listedText(part: ListedPart): string {
  if (typeof part === 'string') return part;
  if ('url' in part) return [part.title, part.url].join(' ');
  const asked = part.choices.length > 0 ? part.choices.join(' / ') : part.kind;
  return [`{{${part.name}}}`, part.description, asked, part.from ?? ''].join(' ').trim();
}
