import { isAsRead } from '../sync/eTag';
import { ListConflict, type ListStore, type StoredItem } from '../sync/storedItem';
import { Conflict } from './refusals';

/**
 * Throws Conflict with what `show` makes of the item where somebody changed it since it was read at `eTag`:
 * for who has to see by what they were overtaken before any rule refuses them. The write asks again.
 */
export async function requireAsRead<Item extends Pick<StoredItem, 'eTag'>>(
  item: Item,
  eTag: string,
  show: (current: Item) => unknown,
): Promise<void> {
  if (!isAsRead(item, eTag)) throw new Conflict(await show(item));
}

/**
 * Writes to an item of a list if it still is as `eTag` says. Throws Conflict with what `show` makes of the
 * item as it is now where somebody changed it since, and what the list throws else.
 */
export function editAsRead(
  list: Pick<ListStore, 'edit'>,
  clientKey: string,
  eTag: string,
  change: Parameters<ListStore['edit']>[2],
  show: (current: StoredItem) => unknown,
): Promise<StoredItem> {
  return asRead(() => list.edit(clientKey, eTag, change), show);
}

/** Any write that a list takes only as the item was read, with the same Conflict. */
export async function asRead<Answer>(
  write: () => Promise<Answer>,
  show: (current: StoredItem) => unknown,
): Promise<Answer> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof ListConflict) throw new Conflict(await show(error.current));
    throw error;
  }
}
