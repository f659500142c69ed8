import type { Database, Transaction } from '../db/database';
import type { Fields, ListName } from './listDefinition';
import { listChangedChannel } from './replica';

/** An accepted item that SharePoint does not have yet, as far as is known. */
export interface WaitingItem {
  list: ListName;
  clientKey: string;
  actorId: string;
  fields: Fields;
  attempts: number;
  /** A create was sent and its answer is not known. */
  sent: boolean;
}

/** An item on its way into the outbox. */
export type NewItem = Pick<WaitingItem, 'clientKey' | 'actorId' | 'fields'>;

export interface ItemKey {
  list: ListName;
  clientKey: string;
}

/**
 * Accepts items with the caller's transaction, all in one statement, of which every instance is told by
 * the commit itself: whoever accepted may die the moment after. Answers the keys that are new.
 * The rows stay for good as the memory of their keys, so two requests with one key, however close
 * together, are one item.
 */
export async function acceptItems(
  tx: Transaction,
  list: ListName,
  items: readonly NewItem[],
): Promise<Set<string>> {
  if (items.length === 0) return new Set();
  const accepted = await tx.query<{ clientKey: string }>(
    `WITH accepted AS (
       INSERT INTO outbox (list_name, client_key, actor_id, fields)
       SELECT $1, item.client_key, item.actor_id, item.fields
         FROM unnest($2::text[], $3::text[], $4::jsonb[]) WITH ORDINALITY
           AS item(client_key, actor_id, fields, place)
        -- OFFSET 0: each key is looked up by itself, and the list not read to its end for a few.
        WHERE NOT EXISTS (SELECT FROM list_replica AS known
                           WHERE known.list_name = $1 AND known.client_key = item.client_key
                          OFFSET 0)
        ORDER BY item.place
       ON CONFLICT DO NOTHING
       RETURNING client_key)
     SELECT client_key AS "clientKey", pg_notify($5, $1) FROM accepted`,
    [
      list,
      items.map(({ clientKey }) => clientKey),
      items.map(({ actorId }) => actorId),
      items.map(({ fields }) => JSON.stringify(fields)),
      listChangedChannel,
    ],
  );
  return new Set(accepted.map(({ clientKey }) => clientKey));
}

/** The next items to deliver, oldest first, without those that rest. */
export async function nextWaiting(
  database: Database,
  lists: readonly ListName[],
  limit: number,
  now: Date,
): Promise<WaitingItem[]> {
  return database.query<WaitingItem>(
    `SELECT list_name AS list, client_key AS "clientKey", actor_id AS "actorId", fields, attempts,
       sent_at IS NOT NULL AS sent
     FROM outbox
     WHERE state = 'waiting' AND list_name = ANY($1)
       AND (not_before IS NULL OR not_before <= $3)
     ORDER BY sequence LIMIT $2`,
    [lists, limit, now],
  );
}

/** Before a create leaves: from here on its fate is unknown until told otherwise. */
export async function markSent(tx: Transaction, keys: readonly ItemKey[]): Promise<void> {
  await updateWaiting(tx, keys, 'sent_at = now(), attempts = attempts + 1');
}

/** The create certainly did not happen; it may be sent again without looking. */
export async function markUnsent(tx: Transaction, keys: readonly ItemKey[]): Promise<void> {
  await updateWaiting(tx, keys, 'sent_at = NULL');
}

/** Lets items rest; whether they were sent stays as it is. */
export async function postpone(
  tx: Transaction,
  keys: readonly ItemKey[],
  until: Date,
): Promise<void> {
  await updateWaiting(tx, keys, 'not_before = $3', [until]);
}

/** Ends all rests: someone wants to see now whether delivery works. */
export async function wakeWaiting(database: Database): Promise<void> {
  await database.query(
    `UPDATE outbox SET not_before = NULL WHERE state = 'waiting' AND not_before IS NOT NULL`,
  );
}

/** SharePoint has the items: only their keys stay. */
export async function markDelivered(tx: Transaction, keys: readonly ItemKey[]): Promise<number> {
  const rows = await tx.query(
    `UPDATE outbox SET state = 'delivered', fields = '{}', sent_at = NULL, not_before = NULL,
       reason = NULL, written_by = pg_current_xact_id()
     WHERE ${isOneOf} AND state <> 'delivered' RETURNING client_key`,
    keyParams(keys),
  );
  return rows.length;
}

/** Takes an item out of the queue that SharePoint will not accept as it is. */
export async function park(tx: Transaction, key: ItemKey, reason: string): Promise<void> {
  await updateWaiting(
    tx,
    [key],
    `state = 'parked', reason = $3, sent_at = NULL, written_by = pg_current_xact_id()`,
    [reason],
  );
}

/**
 * Puts parked items back into the queue, where each has its old place, after what stopped them was put
 * right; answers the list of each.
 */
export async function unpark(
  tx: Transaction,
  which: readonly ItemKey[] | 'all',
): Promise<ListName[]> {
  const rows = await tx.query<{ list: ListName }>(
    `UPDATE outbox SET state = 'waiting', reason = NULL, not_before = NULL, attempts = 0,
       written_by = pg_current_xact_id()
     WHERE state = 'parked' ${which === 'all' ? '' : `AND ${isOneOf}`} RETURNING list_name AS list`,
    which === 'all' ? [] : keyParams(which),
  );
  return rows.map((row) => row.list);
}

/** The items that were taken out of the queue, oldest first. */
export function parkedItems(
  database: Database,
  limit: number,
): Promise<(ItemKey & { reason: string | null; acceptedAt: Date })[]> {
  return database.query(
    `SELECT list_name AS list, client_key AS "clientKey", reason, accepted_at AS "acceptedAt"
       FROM outbox WHERE state = 'parked' ORDER BY sequence LIMIT $1`,
    [limit],
  );
}

/** Forgets what a parked item says and keeps its key, as if it had been delivered and deleted. */
export async function dropParked(tx: Transaction, key: ItemKey): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE outbox SET state = 'delivered', fields = '{}', reason = NULL, not_before = NULL,
       written_by = pg_current_xact_id()
     WHERE ${isOneOf} AND state = 'parked' RETURNING client_key`,
    keyParams([key]),
  );
  return rows.length > 0;
}

/** How much waits, since when, and how much is parked. */
export async function queueState(
  database: Database,
): Promise<{ waiting: number; parked: number; oldestAcceptedAt: Date | null }> {
  const [row] = await database.query<{
    waiting: number;
    parked: number;
    oldestAcceptedAt: Date | null;
  }>(
    `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
       count(*) FILTER (WHERE state = 'parked') AS parked,
       min(accepted_at) FILTER (WHERE state = 'waiting') AS "oldestAcceptedAt"
     FROM outbox WHERE state IN ('waiting', 'parked')`,
  );
  return row ?? { waiting: 0, parked: 0, oldestAcceptedAt: null };
}

const isOneOf = '(list_name, client_key) IN (SELECT * FROM unnest($1::text[], $2::text[]))';

function keyParams(keys: readonly ItemKey[]): unknown[] {
  return [keys.map((key) => key.list), keys.map((key) => key.clientKey)];
}

async function updateWaiting(
  tx: Transaction,
  keys: readonly ItemKey[],
  assignments: string,
  params: readonly unknown[] = [],
): Promise<void> {
  if (keys.length === 0) return;
  await tx.query(`UPDATE outbox SET ${assignments} WHERE ${isOneOf} AND state = 'waiting'`, [
    ...keyParams(keys),
    ...params,
  ]);
}
