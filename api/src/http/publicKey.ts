import { v5 } from 'uuid';
import type { ListName } from '../sync/listDefinition';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Names in this space are items that people made by hand in SharePoint. */
const handMade = '5d3c1f7e-6a54-5b0e-9a3f-6b1f0c2d9e11';

/**
 * The public id of an item: its client key, or for one made by hand in SharePoint, which has none,
 * a UUID that stays the same.
 */
export function publicKeyOf(list: ListName, storedKey: string): string {
  return uuid.test(storedKey) ? storedKey.toLowerCase() : v5(`${list}/${storedKey}`, handMade);
}
