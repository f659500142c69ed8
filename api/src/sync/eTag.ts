import type { StoredItem } from './storedItem';

/** What stands for the eTag of an item that was read before SharePoint had it. */
export const beforeDelivery = '';

/** SharePoint counts an item's versions in its eTag: `"<guid>,1"` was never changed. */
export const isFirstVersion = (eTag: string) => /,1"?$/.test(eTag);

/**
 * Whether the item, as far as is known here, is still as it was read at `eTag`. What was read before
 * SharePoint had it is what we sent there to be created: that stands as long as SharePoint counts the one
 * version which our create made. Any change, also one by hand, makes a second.
 */
export function isAsRead({ eTag: current }: Pick<StoredItem, 'eTag'>, eTag: string): boolean {
  if (eTag !== beforeDelivery) return eTag === current;
  return current === null || isFirstVersion(current);
}
