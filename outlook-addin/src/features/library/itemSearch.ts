import { createTextIndex, createWordNumbers, type Found } from '@last-mile/shared/library-finding';
import type { LibrarySnapshot } from './librarySnapshot';

/** How well what was typed fits each item that it finds, by the item's key. */
export type FoundItems = ReadonlyMap<string, number>;

/** Finds items by their words and their task's, with typing errors and in other forms of a word. */
export type ItemSearch = (typed: string) => FoundItems;

/** The search of the tab (docs/decisions/0015) on the device, over the items that are kept there. */
export function createItemSearch({
  items,
  workflows,
}: Pick<LibrarySnapshot, 'items' | 'workflows'>): ItemSearch {
  const tasks = new Map(workflows.map(({ clientKey, task }) => [clientKey, task]));
  // Many openings search for nothing: the words are read for the first who does.
  let index: ReturnType<typeof createTextIndex> | undefined;
  let last: { typed: string; found: FoundItems } | undefined;

  function createIndex() {
    const numbers = createWordNumbers();
    const texts = items.map(({ content }) => {
      const task = tasks.get(content.taskKey ?? '') ?? '';
      return numbers.weigh({ ...content, purpose: `${content.purpose}\n${task}` });
    });
    return createTextIndex(texts, numbers.words);
  }

  const toItems = ({ places, scores }: Found): FoundItems =>
    new Map(places.map((place) => [items[place]?.clientKey ?? '', scores[place] ?? 0]));

  return (typed) => {
    if (last?.typed === typed) return last.found;
    index ??= createIndex();
    last = { typed, found: toItems(index.search(typed)) };
    return last.found;
  };
}
