import type { Transaction } from '../db/database';
import type { Fields, ListName } from './listDefinition';
import type { ReplicaItem } from './sharePointItem';

/** The channel that tells every instance which list changed. */
export const listChangedChannel = 'list_changed';

/** Tells every instance, once the transaction commits, that a list has something new to read. */
export async function notifyChanged(tx: Transaction, list: ListName): Promise<void> {
  await tx.query('SELECT pg_notify($1, $2)', [listChangedChannel, list]);
}

/**
 * Takes items into the replica, unless it has the same or a newer version. Delta may bring a
 * deleted item back (restored from the recycle bin); a mere read may not, it could be older than
 * the deletion. Answers how many rows changed.
 */
export async function putItems(
  tx: Transaction,
  list: ListName,
  items: readonly ReplicaItem[],
  source: 'delta' | 'read',
): Promise<number> {
  if (items.length === 0) return 0;
  const changed = await tx.query(
    `INSERT INTO list_replica
       (list_name, item_id, client_key, e_tag, item_version, fields, created_at, modified_at, generation)
     SELECT $1, r."itemId", r."clientKey", r."eTag", r.version, r.fields, r."createdAt", r."modifiedAt",
       coalesce((SELECT generation FROM list_sync WHERE list_name = $1), 1)
     FROM jsonb_to_recordset($2::jsonb) AS r(
       "itemId" text, "clientKey" text, "eTag" text, version integer, fields jsonb,
       "createdAt" timestamptz, "modifiedAt" timestamptz)
     ON CONFLICT (list_name, item_id) DO UPDATE SET
       client_key = excluded.client_key, e_tag = excluded.e_tag,
       item_version = excluded.item_version, fields = excluded.fields,
       created_at = excluded.created_at, modified_at = excluded.modified_at,
       generation = excluded.generation, deleted_at = NULL, written_by = pg_current_xact_id()
     WHERE excluded.item_version > list_replica.item_version
       OR ($3 = 'delta' AND list_replica.deleted_at IS NOT NULL
           AND excluded.item_version >= list_replica.item_version)
     RETURNING item_id`,
    [list, JSON.stringify(items), source],
  );
  return changed.length;
}

/** Keeps in mind that items are gone, and forgets what they said. */
export async function buryItems(
  tx: Transaction,
  list: ListName,
  itemIds: readonly string[],
): Promise<number> {
  if (itemIds.length === 0) return 0;
  const changed = await tx.query(
    `UPDATE list_replica
     SET deleted_at = now(), fields = '{}', written_by = pg_current_xact_id()
     WHERE list_name = $1 AND item_id = ANY($2) AND deleted_at IS NULL
     RETURNING item_id`,
    [list, itemIds],
  );
  return changed.length;
}

/** The list was made anew: its item ids begin again and no old version may stand in their way. */
export async function buryAll(tx: Transaction, list: ListName): Promise<void> {
  await tx.query(
    `UPDATE list_replica
     SET deleted_at = coalesce(deleted_at, now()), fields = '{}', item_version = 0,
       written_by = pg_current_xact_id()
     WHERE list_name = $1`,
    [list],
  );
}

/** Marks items as seen by the full pass in progress, whether or not they changed. */
export async function markSeen(
  tx: Transaction,
  list: ListName,
  itemIds: readonly string[],
  generation: number,
): Promise<void> {
  await tx.query(
    `UPDATE list_replica SET generation = $3
     WHERE list_name = $1 AND item_id = ANY($2) AND generation <> $3`,
    [list, itemIds, generation],
  );
}

/** Ends a full pass: what it did not see is gone. */
export async function sweepUnseen(
  tx: Transaction,
  list: ListName,
  generation: number,
): Promise<number> {
  const unseen = await tx.query<{ item_id: string }>(
    `SELECT item_id FROM list_replica
     WHERE list_name = $1 AND generation < $2 AND deleted_at IS NULL`,
    [list, generation],
  );
  return buryItems(
    tx,
    list,
    unseen.map((row) => row.item_id),
  );
}

/**
 * Shows a change whose item could not be read again: the version stays, so that the next sync
 * brings the item as SharePoint has it.
 */
export async function overlayFields(
  tx: Transaction,
  list: ListName,
  itemId: string,
  eTag: string,
  fields: Fields,
): Promise<void> {
  await tx.query(
    `UPDATE list_replica SET fields = fields || $4::jsonb, written_by = pg_current_xact_id()
     WHERE list_name = $1 AND item_id = $2 AND e_tag = $3 AND deleted_at IS NULL`,
    [list, itemId, eTag, JSON.stringify(fields)],
  );
}
