import { ListConflict, type ListStore, type StoredItem } from '../sync/storedItem';
import { Conflict } from './refusals';

/**
 * Writes to an item of a list if it still is as `eTag` says. Throws Conflict with what `show` makes of the
 * item as it is now where somebody changed it since, and what the list throws else.
 */
export async function editAsRead(
  list: Pick<ListStore, 'edit'>,
  clientKey: string,
  eTag: string,
  change: Parameters<ListStore['edit']>[2],
  show: (current: StoredItem) => unknown,
): Promise<StoredItem> {
  try {
    return await list.edit(clientKey, eTag, change);
  } catch (error) {
    if (error instanceof ListConflict) throw new Conflict(await show(error.current));
    throw error;
  }
}
