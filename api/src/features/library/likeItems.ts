import {
  createLikenessIndex,
  type LibraryItem,
  type LikenessIndex,
  type LikenessRequest,
  type LikenessResponse,
} from '@last-mile/shared/library';
import { setImmediate } from 'node:timers/promises';

/** Items of one programme at one moment; the same list as long as nothing changed. */
type Items = readonly LibraryItem[];

/**
 * Finds what rows to import are like. The index is made when it is first asked for and goes with
 * the items it was made of.
 */
export function createLikeItems() {
  const indexes = new WeakMap<Items, Promise<LikenessIndex>>();

  function indexOf(items: Items): Promise<LikenessIndex> {
    const known = indexes.get(items);
    if (known) return known;
    const bodies = items.map(({ content }) => content.body);
    const made = createLikenessIndex(bodies, () => setImmediate());
    indexes.set(items, made);
    return made;
  }

  return async function likeItems(
    items: Items,
    { rows }: LikenessRequest,
  ): Promise<LikenessResponse> {
    const index = await indexOf(items);
    const alike: LikenessResponse['alike'] = [];
    for (const { row, text } of rows) {
      // Others are answered in between, however long the texts are.
      await setImmediate();
      const found = index.mostAlike(text);
      const item = found && items[found.index];
      if (!item) continue;
      const { clientKey, content } = item;
      alike.push({ row, clientKey, title: content.title, likeness: found.likeness });
    }
    return { alike };
  };
}
