import * as z from 'zod/mini';
import type { Database, Transaction } from '../db/database';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import type { Lease } from './lease';
import type { ListDefinition, ListName } from './listDefinition';
import { markDelivered } from './outboxStore';
import { buryAll, buryItems, markSeen, notifyChanged, putItems, sweepUnseen } from './replica';
import { expandFields, toItemChange, type ItemChange, type ReplicaItem } from './sharePointItem';
import type { SharePointSite } from './sharePointSite';

export interface DeltaSyncDependencies {
  database: Database;
  graph: GraphClient;
  site: SharePointSite;
  lease: Lease;
  clock: () => Date;
}

interface Position {
  listId: string | null;
  nextLink: string | null;
  deltaLink: string | null;
  generation: number;
  fullPass: boolean;
  fullPassAt: Date | null;
}

const page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.optional(z.string()),
  '@odata.deltaLink': z.optional(z.string()),
});

type Page = z.infer<typeof page>;

const dayMs = 24 * 60 * 60 * 1000;
// One restart is a stale token; a second one in the same pass is a fault worth seeing.
const restartsInOnePass = 2;

/**
 * Keeps the replica of a list current by Graph's delta. Each page commits together with the token
 * that leads on from it; once a day the list is read from the start, which proves the replica.
 */
export function createDeltaSync({ database, graph, site, lease, clock }: DeltaSyncDependencies) {
  /** Reads every page there is; answers how many items changed. */
  async function sync(definition: ListDefinition, token: number): Promise<number> {
    let position = await begin(definition, token);
    let changed = 0;
    let restarts = 0;
    for (;;) {
      const { read, restartAt } = await readPage(await linkOf(definition, position));
      if (!read) {
        if (++restarts > restartsInOnePass) throw new Error(`Delta of ${definition.name} restarts`);
        position = await restart(definition.name, position, token, restartAt);
        continue;
      }
      changed += await take(definition, position, read, token);
      if (read['@odata.nextLink'] === undefined) return changed;
      position = { ...position, nextLink: read['@odata.nextLink'] };
    }
  }

  /** Where to go on; a list made anew, and once a day any list, is read from the start. */
  async function begin(definition: ListDefinition, token: number): Promise<Position> {
    const listId = await site.listId(definition.name);
    const known = await readPosition(database, definition.name);
    if (!known) {
      await commit(token, (tx) =>
        tx.query('INSERT INTO list_sync (list_name, list_id) VALUES ($1, $2)', [
          definition.name,
          listId,
        ]),
      );
      return begin(definition, token);
    }
    const isOld = clock().getTime() - (known.fullPassAt?.getTime() ?? 0) >= dayMs;
    // A full pass begins with a generation of its own, so that what was put into the replica
    // before it, and deleted since, is swept at its end.
    const isFullPassDue = known.nextLink === null && (known.fullPass || isOld);
    if (known.listId === listId && !isFullPassDue) return known;
    return restart(definition.name, { ...known, listId }, token, undefined);
  }

  async function linkOf(definition: ListDefinition, position: Position): Promise<string> {
    const start = `${await site.listPath(definition.name)}/items/delta?${expandFields(definition)}`;
    return position.nextLink ?? (position.fullPass ? start : (position.deltaLink ?? start));
  }

  async function readPage(
    link: string,
  ): Promise<{ read: Page; restartAt?: never } | { read?: never; restartAt: string | undefined }> {
    try {
      return { read: page.parse(await graph.get(link)) };
    } catch (error) {
      if (error instanceof GraphError && error.status === 410) return { restartAt: error.location };
      throw error;
    }
  }

  /** A new generation: what is read from now on is marked with it, the rest is swept at the end. */
  async function restart(
    list: ListName,
    position: Position,
    token: number,
    nextLink: string | undefined,
  ): Promise<Position> {
    const next: Position = {
      ...position,
      nextLink: nextLink ?? null,
      deltaLink: null,
      generation: position.generation + 1,
      fullPass: true,
    };
    await commit(token, async (tx) => {
      const [before] = await tx.query<{ listId: string | null }>(
        'SELECT list_id AS "listId" FROM list_sync WHERE list_name = $1 FOR UPDATE',
        [list],
      );
      if (before?.listId !== next.listId) await buryAll(tx, list);
      await tx.query(
        `UPDATE list_sync SET list_id = $2, next_link = $3, delta_link = NULL, generation = $4,
           full_pass = true WHERE list_name = $1`,
        [list, next.listId, next.nextLink, next.generation],
      );
    });
    return next;
  }

  async function take(
    definition: ListDefinition,
    { generation, fullPass }: Position,
    read: Page,
    token: number,
  ): Promise<number> {
    const list = definition.name;
    const { items, deleted } = latest(
      read.value.flatMap((each) => toItemChange(definition, each) ?? []),
    );
    const seen = items.map((item) => item.itemId);
    const keys = items.map(({ clientKey }) => ({ list, clientKey }));
    let changed = 0;
    await commit(token, async (tx) => {
      changed += await putItems(tx, list, items, 'delta');
      changed += await buryItems(tx, list, deleted);
      // A create whose answer was lost shows up here first.
      changed += await markDelivered(tx, keys);
      if (fullPass) await markSeen(tx, list, seen, generation);
      changed += await moveOn(tx, list, generation, fullPass, read);
      if (changed > 0) await notifyChanged(tx, list);
    });
    return changed;
  }

  async function moveOn(
    tx: Transaction,
    list: ListName,
    generation: number,
    fullPass: boolean,
    read: Page,
  ): Promise<number> {
    const nextLink = read['@odata.nextLink'];
    if (nextLink !== undefined) {
      await tx.query('UPDATE list_sync SET next_link = $2 WHERE list_name = $1', [list, nextLink]);
      return 0;
    }
    await tx.query(
      `UPDATE list_sync SET next_link = NULL, delta_link = $2, synced_at = $3, full_pass = false,
         full_pass_at = CASE WHEN full_pass THEN $3 ELSE full_pass_at END
       WHERE list_name = $1`,
      [list, read['@odata.deltaLink'] ?? null, clock()],
    );
    return fullPass ? sweepUnseen(tx, list, generation) : 0;
  }

  async function commit(token: number, work: (tx: Transaction) => Promise<unknown>): Promise<void> {
    await database.transaction(async (tx) => {
      await lease.assertHeld(tx, token);
      await work(tx);
    });
  }

  return { sync };
}

async function readPosition(database: Database, list: ListName): Promise<Position | undefined> {
  const [row] = await database.query<Position>(
    `SELECT list_id AS "listId", next_link AS "nextLink", delta_link AS "deltaLink", generation,
       full_pass AS "fullPass", full_pass_at AS "fullPassAt"
     FROM list_sync WHERE list_name = $1`,
    [list],
  );
  return row;
}

/** An item may come more than once in a page: the last says how it is. */
function latest(changes: readonly ItemChange[]): { items: ReplicaItem[]; deleted: string[] } {
  const last = new Map<string, ItemChange>();
  for (const change of changes) {
    last.set(change.kind === 'item' ? change.item.itemId : change.itemId, change);
  }
  const items: ReplicaItem[] = [];
  const deleted: string[] = [];
  for (const [itemId, change] of last) {
    if (change.kind === 'item') items.push(change.item);
    else deleted.push(itemId);
  }
  return { items, deleted };
}
