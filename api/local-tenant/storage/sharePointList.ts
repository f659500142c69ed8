import type { RoleAssignment } from './siteSecurity';

/** The column facets of Graph's `columnDefinition`; a column has exactly one. */
export const columnTypes = [
  'boolean',
  'calculated',
  'choice',
  'currency',
  'dateTime',
  'geolocation',
  'hyperlinkOrPicture',
  'lookup',
  'number',
  'personOrGroup',
  'term',
  'text',
  'thumbnail',
  'contentApprovalStatus',
] as const;

export type ColumnType = (typeof columnTypes)[number];

export interface ListColumn {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly type: ColumnType;
  readonly facet: Readonly<Record<string, unknown>>;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly required: boolean;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly defaultValue?: string;
}

export type ItemValue =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | { readonly Url: string; readonly Description: string };

/** A field without a value is absent, as Graph leaves it out of `fields`. */
export type ItemFields = Readonly<Record<string, ItemValue>>;

export interface Actor {
  readonly kind: 'application' | 'user';
  readonly id: string;
}

export interface ItemVersion {
  readonly version: number;
  readonly at: string;
  readonly by: Actor;
  readonly fields: ItemFields;
}

export interface ListItem {
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly modifiedAt: string;
  readonly modifiedBy: Actor;
  readonly fields: ItemFields;
  /** Earlier versions, oldest first; the site trims them. */
  readonly history: readonly ItemVersion[];
  /** The list's change number when this item last changed: its place in delta. */
  readonly changedAt: number;
}

interface ItemChange {
  readonly sequence: number;
  readonly itemId: number;
}

export interface SharePointList {
  readonly id: string;
  readonly siteId: string;
  /** Assigned by the server; the last part of the list's address. */
  readonly name: string;
  displayName: string;
  description: string;
  readonly template: string;
  readonly createdAt: string;
  readonly createdBy: Actor;
  modifiedAt: string;
  readonly columns: Map<string, ListColumn>;
  nextItemId: number;
  /** Grows with every change to an item. */
  sequence: number;
  /** Delta tokens of an earlier epoch are stale: 410. */
  deltaEpoch: number;
  /** Who may do what here; null while it inherits the site's. */
  roleAssignments: readonly RoleAssignment[] | null;
  readonly items: ListItemRows;
}

/** The rows of one list: by id, in id order, in order of change, and by the values of indexed columns. */
export interface ListItemRows {
  readonly count: number;
  get(id: number): ListItem | undefined;
  /** Rows with an id above the given one, in id order, without copying the list. */
  after(id: number): Iterable<ListItem>;
  /** Changes after a sequence number, oldest first; each item once, at its latest change. */
  changedAfter(sequence: number): Iterable<{ sequence: number; id: number; item?: ListItem }>;
  /** Rows whose indexed column holds the key, in id order. */
  withKey(column: string, key: string): readonly ListItem[];
  isIndexed(column: string): boolean;
  addIndex(column: string): void;
  removeIndex(column: string): void;
  /** A deleted column takes its values with it; that is no change of the items. */
  dropField(column: string): void;
  /** Sequence numbers must come in ascending order, from a snapshot as well. */
  put(item: ListItem): void;
  remove(id: number, sequence: number): void;
}

/** SharePoint compares text without regard to case; indexes and filters share this key. */
export function comparisonKey(value: ItemValue): string {
  if (typeof value === 'string') return value.toLowerCase();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function createListItemRows(): ListItemRows {
  const byId = new Map<number, ListItem>();
  const ordered: number[] = [];
  const deleted = new Map<number, number>();
  let changes: ItemChange[] = [];
  const indexes = new Map<string, Map<string, Set<number>>>();

  const enter = (column: string, index: Map<string, Set<number>>, item: ListItem) => {
    const value = item.fields[column];
    if (value === undefined) return;
    const key = comparisonKey(value);
    const ids = index.get(key);
    if (ids) ids.add(item.id);
    else index.set(key, new Set([item.id]));
  };
  const leave = (column: string, index: Map<string, Set<number>>, item: ListItem) => {
    const value = item.fields[column];
    if (value === undefined) return;
    const key = comparisonKey(value);
    const ids = index.get(key);
    ids?.delete(item.id);
    if (ids?.size === 0) index.delete(key);
  };
  const isCurrent = (change: ItemChange) =>
    (byId.get(change.itemId)?.changedAt ?? deleted.get(change.itemId)) === change.sequence;
  const record = (change: ItemChange) => {
    changes.push(change);
    if (changes.length > 2 * (byId.size + deleted.size) + 1000) changes = changes.filter(isCurrent);
  };

  return {
    get count() {
      return byId.size;
    },
    get: (id) => byId.get(id),
    *after(id) {
      for (let at = firstAbove(ordered, id); at < ordered.length; at++) {
        const item = byId.get(ordered[at] ?? -1);
        if (item) yield item;
      }
    },
    *changedAfter(sequence) {
      let low = 0;
      let high = changes.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((changes[middle]?.sequence ?? 0) <= sequence) low = middle + 1;
        else high = middle;
      }
      for (let at = low; at < changes.length; at++) {
        const change = changes[at];
        if (!change || !isCurrent(change)) continue;
        const item = byId.get(change.itemId);
        yield item
          ? { sequence: change.sequence, id: change.itemId, item }
          : { sequence: change.sequence, id: change.itemId };
      }
    },
    withKey(column, key) {
      const ids = [...(indexes.get(column)?.get(key) ?? [])].sort((a, b) => a - b);
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    isIndexed: (column) => indexes.has(column),
    addIndex(column) {
      if (indexes.has(column)) return;
      const index = new Map<string, Set<number>>();
      for (const item of byId.values()) enter(column, index, item);
      indexes.set(column, index);
    },
    removeIndex(column) {
      indexes.delete(column);
    },
    dropField(column) {
      indexes.delete(column);
      for (const item of byId.values()) {
        if (item.fields[column] === undefined) continue;
        const fields = { ...item.fields };
        Reflect.deleteProperty(fields, column);
        byId.set(item.id, { ...item, fields });
      }
    },
    put(item) {
      const before = byId.get(item.id);
      for (const [column, index] of indexes) {
        if (before) leave(column, index, before);
        enter(column, index, item);
      }
      byId.set(item.id, item);
      if (!before) {
        const at = firstAbove(ordered, item.id);
        if (at === ordered.length) ordered.push(item.id);
        else ordered.splice(at, 0, item.id);
      }
      record({ sequence: item.changedAt, itemId: item.id });
    },
    remove(id, sequence) {
      const item = byId.get(id);
      if (item) {
        for (const [column, index] of indexes) leave(column, index, item);
        byId.delete(id);
        ordered.splice(firstAbove(ordered, id - 1), 1);
      }
      deleted.set(id, sequence);
      record({ sequence, itemId: id });
    },
  };
}

function firstAbove(ordered: readonly number[], id: number): number {
  let low = 0;
  let high = ordered.length;
  if ((ordered[high - 1] ?? -1) <= id) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordered[middle] ?? 0) <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}
