import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Database, Transaction } from '../db/database';
import type { BatchAnswer, BatchRequest } from '../graph/batch';
import type { GraphClient } from '../graph/graphClient';
import { concernsTheApp, GraphError, isRefusal } from '../graph/graphError';
import type { Lease } from './lease';
import type { Fields, ListDefinition, ListName } from './listDefinition';
import {
  markDelivered,
  markSent,
  markUnsent,
  nextWaiting,
  park,
  postpone,
  type WaitingItem,
} from './outboxStore';
import { notifyChanged, putItems } from './replica';
import { requireColumns } from './requireColumns';
import { expandFields, toReplicaItem, type ReplicaItem } from './sharePointItem';
import type { SharePointSite } from './sharePointSite';

export interface DeliveryDependencies {
  database: Database;
  graph: GraphClient;
  site: SharePointSite;
  definitions: readonly ListDefinition[];
  lease: Lease;
  clock: () => Date;
  /** Hears of each item that SharePoint has now. */
  onDelivered?: (list: ListName) => void;
}

interface Delivered {
  row: WaitingItem;
  item: ReplicaItem;
}

const batchItems = 20;
const batchCharacters = 2_000_000;
const longestRestSeconds = 300;
const conflictsBeforeParking = 3;

const found = z.object({ value: z.array(z.unknown()) });

/**
 * Brings waiting items to their lists, a `$batch` at a time. No transaction is open during a Graph
 * call, and what is known at each point is committed first: marked as sent, sent, then settled in
 * one commit with the replica. A process killed between any two of these loses and repeats nothing.
 */
export function createDelivery(dependencies: DeliveryDependencies) {
  const { database, graph, site, lease, clock, onDelivered } = dependencies;
  const definitions = new Map(dependencies.definitions.map((each) => [each.name, each]));
  /** Lists that refused an item for want of a column: asked for their columns before each round. */
  const lackColumns = new Set<ListName>();

  /** Delivers the next items; throws GraphError when Graph as a whole does not take them now. */
  async function round(token: number): Promise<'idle' | 'progress'> {
    const { reachable, missingList } = await findLists();
    const rows = withinSize(await nextWaiting(database, reachable, batchItems, clock()));
    if (rows.length === 0 && missingList) throw missingList;
    if (rows.length === 0) return 'idle';
    const missing = await adoptSent(
      rows.filter((row) => row.sent),
      token,
    );
    await create([...missing, ...rows.filter((row) => !row.sent)], token);
    return 'progress';
  }

  /** A list that is not there does not keep the others' items waiting. */
  async function findLists(): Promise<{ reachable: ListName[]; missingList?: GraphError }> {
    const reachable: ListName[] = [];
    let missingList: GraphError | undefined;
    for (const list of definitions.keys()) {
      try {
        if (lackColumns.has(list)) await refuseWithoutColumns(list);
        else await site.listPath(list);
        reachable.push(list);
      } catch (error) {
        if (!(error instanceof GraphError) || error.status !== 404) throw error;
        missingList = error;
      }
    }
    return { reachable, ...(missingList && { missingList }) };
  }

  /** Passes once provisioning has added what the list lacked. */
  async function refuseWithoutColumns(list: ListName): Promise<void> {
    await requireColumns(graph, await site.listPath(list), definitionOf(list));
    lackColumns.delete(list);
  }

  /** Whether an item was refused for what its list lacks, which is no fault of the item. */
  async function isForWantOfColumns({ list }: WaitingItem, error: GraphError | undefined) {
    if (error?.status !== 400) return false;
    if (lackColumns.has(list)) return true;
    try {
      await requireColumns(graph, await site.listPath(list), definitionOf(list));
      return false;
    } catch (refused) {
      if (!(refused instanceof GraphError) || refused.status !== 404) throw refused;
      lackColumns.add(list);
      return true;
    }
  }

  /** Looks items up whose create may have happened; answers those the list does not have. */
  async function adoptSent(sent: readonly WaitingItem[], token: number): Promise<WaitingItem[]> {
    if (sent.length === 0) return [];
    const answers = await graph.batch(await Promise.all(sent.map(toLookUp)));
    const missing: WaitingItem[] = [];
    const delivered: Delivered[] = [];
    let failed: GraphError | undefined;
    for (const [row, answer] of pairs(sent, answers)) {
      if (!answer.ok) {
        failed = answer.error;
        continue;
      }
      const item = readFound(row, answer.body);
      if (item) delivered.push({ row, item });
      else missing.push(row);
    }
    await settle(delivered, token);
    if (failed) throw failed;
    return missing;
  }

  async function create(rows: readonly WaitingItem[], token: number): Promise<void> {
    if (rows.length === 0) return;
    const requests = await Promise.all(rows.map(toCreate));
    await commit(token, (tx) => markSent(tx, rows));
    const answers = await graph.batch(requests).catch(async (error: unknown) => {
      if (error instanceof GraphError && isRefusal(error)) {
        await commit(token, (tx) => markUnsent(tx, rows));
      }
      throw error;
    });

    const delivered: Delivered[] = [];
    const refused = new Map<WaitingItem, GraphError>();
    const unsent: WaitingItem[] = [];
    const unknown: WaitingItem[] = [];
    let stop: GraphError | undefined;
    for (const [row, answer] of pairs(rows, answers)) {
      if (answer.ok) {
        const item = toReplicaItem(definitionOf(row.list), answer.body, toSend(row));
        delivered.push({ row, item });
      } else if (concernsTheApp(answer.error)) {
        unsent.push(row);
        stop = answer.error;
      } else if (isRefusal(answer.error)) {
        refused.set(row, answer.error);
      } else {
        unknown.push(row);
      }
    }
    await settle(delivered, token);
    await commit(token, async (tx) => {
      await markUnsent(tx, unsent);
      // These may have been written: they stay marked as sent and are looked up after a rest.
      for (const row of unknown) await postpone(tx, [row], restUntil(row));
    });
    await settleRefused(refused, token);
    if (stop) throw stop;
  }

  /**
   * A create is refused as a duplicate of itself or for good. SharePoint words the first in more
   * than one way, so the list is asked instead of the message.
   */
  async function settleRefused(
    refused: ReadonlyMap<WaitingItem, GraphError>,
    token: number,
  ): Promise<void> {
    for (const row of await adoptSent([...refused.keys()], token)) {
      const error = refused.get(row);
      if (await isForWantOfColumns(row, error)) {
        await commit(token, (tx) => markUnsent(tx, [row]));
        continue;
      }
      const mayPass = error?.status === 409 && row.attempts + 1 < conflictsBeforeParking;
      await commit(token, async (tx) => {
        if (mayPass) {
          await postpone(tx, [row], restUntil(row));
          return;
        }
        await park(tx, row, `${error?.code ?? ''}: ${error?.message ?? 'refused'}`);
        await notifyChanged(tx, row.list);
      });
    }
  }

  /** From one commit to the next an item is either in the outbox or in the replica. */
  async function settle(delivered: readonly Delivered[], token: number): Promise<void> {
    if (delivered.length === 0) return;
    await commit(token, async (tx) => {
      for (const list of new Set(delivered.map(({ row }) => row.list))) {
        const items = delivered.filter(({ row }) => row.list === list).map(({ item }) => item);
        await putItems(tx, list, items, 'read');
        await notifyChanged(tx, list);
      }
      await markDelivered(
        tx,
        delivered.map(({ row }) => row),
      );
    });
    for (const { row } of delivered) onDelivered?.(row.list);
  }

  function commit(token: number, work: (tx: Transaction) => Promise<void>): Promise<void> {
    return database.transaction(async (tx) => {
      await lease.assertHeld(tx, token);
      await work(tx);
    });
  }

  async function toLookUp(row: WaitingItem): Promise<BatchRequest> {
    const key = encodeURIComponent(row.clientKey.replaceAll("'", "''"));
    const path = await site.listPath(row.list);
    const filter = `$filter=fields/ClientKey%20eq%20'${key}'`;
    return {
      method: 'GET',
      url: `${path}/items?${filter}&${expandFields(definitionOf(row.list))}`,
    };
  }

  async function toCreate(row: WaitingItem): Promise<BatchRequest> {
    const path = await site.listPath(row.list);
    return { method: 'POST', url: `${path}/items`, body: { fields: toSend(row) } };
  }

  function readFound(row: WaitingItem, body: unknown): ReplicaItem | undefined {
    const items = found
      .parse(body)
      .value.map((each) => toReplicaItem(definitionOf(row.list), each));
    return items.find((item) => item.clientKey === row.clientKey);
  }

  function definitionOf(list: ListName): ListDefinition {
    const definition = definitions.get(list);
    if (!definition) throw new Error(`No definition of the list ${list}`);
    return definition;
  }

  function restUntil(row: WaitingItem): Date {
    const seconds = Math.min(longestRestSeconds, 2 ** (row.attempts + 1));
    return new Date(clock().getTime() + seconds * 1000);
  }

  return { round };
}

/** The fields of a new item as Graph takes them: what is empty is left out. */
function toSend(row: WaitingItem): Fields {
  const given = Object.entries(row.fields).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(given),
    ClientKey: row.clientKey,
    ActorId: row.actorId,
    ChangeId: randomUUID(),
  };
}

function pairs(
  rows: readonly WaitingItem[],
  answers: readonly BatchAnswer[],
): [WaitingItem, BatchAnswer][] {
  return rows.flatMap((row, index) => {
    const answer = answers[index];
    return answer ? [[row, answer] as [WaitingItem, BatchAnswer]] : [];
  });
}

function withinSize(rows: readonly WaitingItem[]): WaitingItem[] {
  let characters = 0;
  return rows.filter((row, index) => {
    characters += JSON.stringify(row.fields).length;
    return index === 0 || characters <= batchCharacters;
  });
}
