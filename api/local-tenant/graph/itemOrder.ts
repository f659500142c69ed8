import type { ListItem, SharePointList } from '../storage/sharePointList';
import type { TenantSwitches } from '../storage/switches';
import { comparable, findProperty, type ItemProperty } from './itemCondition';
import { invalidRequest } from './graphFailure';

export interface ItemOrder {
  readonly field: string | undefined;
  readonly indexed: boolean;
  compare(a: ListItem, b: ListItem): number;
}

/** `$orderby` by one property; undocumented, but Graph parses it under the same rule of indexes. */
export function readOrder(
  list: SharePointList,
  text: string | undefined,
  switches: TenantSwitches,
): ItemOrder | undefined {
  if (text === undefined) return undefined;
  const match = /^\s*([A-Za-z_][\w/-]*)(?:\s+(asc|desc))?\s*$/.exec(text);
  if (!match) throw invalidRequest(`Invalid $orderby clause '${text}'.`);
  const property = findProperty(list, match[1] ?? '', switches);
  const sign = match[2] === 'desc' ? -1 : 1;
  return {
    field: property.field,
    indexed: property.indexed,
    compare(a, b) {
      const left = sortKey(property, a);
      const right = sortKey(property, b);
      if (left === right) return a.id - b.id;
      return left < right ? -sign : sign;
    },
  };
}

/** Empty sorts before everything, as in SharePoint's views. */
function sortKey(property: ItemProperty, item: ListItem): string | number {
  const value = property.valueOf(item);
  if (value === undefined || typeof value === 'object') {
    return property.type === 'text' ? '' : Number.NEGATIVE_INFINITY;
  }
  const key = comparable(property, value);
  return typeof key === 'boolean' ? Number(key) : key;
}
