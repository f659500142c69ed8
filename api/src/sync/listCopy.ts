import type { Database } from '../db/database';
import type { ListDefinition } from './listDefinition';
import { toFields } from './sharePointItem';
import type { StoredItem } from './storedItem';

interface ChangedRow {
  source: 'replica' | 'outbox';
  /** Empty in the one row that only carries `xmin`. */
  clientKey: string;
  itemId: string | null;
  eTag: string | null;
  fields: Record<string, unknown>;
  createdAt: Date | null;
  modifiedAt: Date | null;
  gone: boolean;
  reason: string | null;
  actorId: string | null;
  writtenBy: string;
  xmin: string;
}

/** An item with the transaction that wrote it, by which a row read again is recognised. */
interface Known {
  item: StoredItem;
  writtenBy: string;
}

interface Entry {
  replica?: Known | undefined;
  outbox?: Known | undefined;
}

/** A list in memory, brought up to date by reading only what changed since the last look. */
export interface ListCopy {
  /** Reads what committed since; answers the keys of the items that may have changed. */
  refresh(): Promise<readonly string[]>;
  all(): readonly StoredItem[];
  get(clientKey: string): StoredItem | undefined;
}

/**
 * Rows carry the transaction that wrote them. Everything before the oldest transaction that was
 * still running at the last look has been seen, however late others commit: no change is missed.
 */
export function createListCopy(database: Database, definition: ListDefinition): ListCopy {
  const entries = new Map<string, Entry>();
  let seenBefore = '0';
  let items: readonly StoredItem[] | undefined;

  /** Answers whether the row told anything new: under a long transaction rows are read again. */
  function apply(row: ChangedRow): boolean {
    const entry = entries.get(row.clientKey) ?? {};
    const known = entry[row.source];
    if (row.gone ? !known : known?.writtenBy === row.writtenBy) return false;
    // Where two items share a key, because the column was not unique, the first one counts.
    const isOther = known !== undefined && known.item.itemId !== row.itemId;
    if (isOther && (row.gone || Number(known.item.itemId) < Number(row.itemId))) return false;

    const told = row.gone ? undefined : { item: toStoredItem(row), writtenBy: row.writtenBy };
    const next: Entry = { ...entry, [row.source]: told };
    if (next.replica ?? next.outbox) entries.set(row.clientKey, next);
    else entries.delete(row.clientKey);
    return true;
  }

  function toStoredItem(row: ChangedRow): StoredItem {
    const fields = toFields(definition, {
      ...row.fields,
      ...(row.actorId === null ? {} : { ActorId: row.actorId }),
    });
    return Object.freeze({
      clientKey: row.clientKey,
      itemId: row.itemId,
      eTag: row.eTag,
      fields: Object.freeze(fields),
      createdAt: row.createdAt?.toISOString() ?? '',
      modifiedAt: row.modifiedAt?.toISOString() ?? '',
      delivered: row.source === 'replica',
      ...(row.reason === null ? {} : { parked: row.reason }),
    });
  }

  return {
    async refresh() {
      const rows = await database.query<ChangedRow>(changedSince, [definition.name, seenBefore]);
      const changed = new Set<string>();
      for (const row of rows) {
        seenBefore = row.xmin;
        if (row.clientKey === '') continue;
        if (apply(row)) changed.add(row.clientKey);
      }
      if (changed.size > 0) items = undefined;
      return [...changed];
    },
    all() {
      items ??= [...entries.values()].flatMap(
        (entry) => (entry.replica ?? entry.outbox)?.item ?? [],
      );
      return items;
    },
    get(clientKey) {
      const entry = entries.get(clientKey);
      return (entry?.replica ?? entry?.outbox)?.item;
    },
  };
}

// One statement, so that the rows and `xmin` belong to one snapshot. The first row only carries
// `xmin`; the first look leaves out what is gone already.
const changedSince = `
  WITH look AS (SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin)
  SELECT '' AS source, '' AS "clientKey", NULL AS "itemId", NULL AS "eTag", '{}'::jsonb AS fields,
    NULL::timestamptz AS "createdAt", NULL::timestamptz AS "modifiedAt", false AS gone,
    NULL AS reason, NULL AS "actorId", '' AS "writtenBy", look.xmin, 0::bigint AS place
  FROM look
  UNION ALL
  SELECT 'replica', client_key, item_id, e_tag, fields, created_at, modified_at,
    deleted_at IS NOT NULL, NULL, NULL, written_by::text, look.xmin, 1
  FROM list_replica, look
  WHERE list_name = $1 AND written_by >= $2::xid8 AND ($2 <> '0' OR deleted_at IS NULL)
  UNION ALL
  SELECT 'outbox', client_key, NULL, NULL, fields, accepted_at, accepted_at,
    state = 'delivered', reason, actor_id, written_by::text, look.xmin, 2 + sequence
  FROM outbox, look
  WHERE list_name = $1 AND written_by >= $2::xid8 AND ($2 <> '0' OR state <> 'delivered')
  ORDER BY place, "createdAt", "itemId"`;
