import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Database, Transaction } from '../db/database';
import type { BatchAnswer, BatchRequest } from '../graph/batch';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
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
import { expandFields, toReplicaItem, type ReplicaItem } from './sharePointItem';
import type { SharePointSite } from './sharePointSite';

export interface DeliveryDependencies {
  database: Database;
  graph: GraphClient;
  site: SharePointSite;
  definitions: readonly ListDefinition[];
  lease: Lease;
  clock: () => Date;
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
  const { database, graph, site, lease, clock } = dependencies;
  const definitions = new Map(dependencies.definitions.map((each) => [each.name, each]));

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
        await site.listPath(list);
        reachable.push(list);
      } catch (error) {
        if (!(error instanceof GraphError) || error.status !== 404) throw error;
        missingList = error;
      }
    }
    return { reachable, ...(missingList && { missingList }) };
  }

  /** Looks items up whose create may have happened; answers those the list does not have. */
  async function adoptSent(sent: readonly WaitingItem[], token: number): Promise<WaitingItem[]> {
    if (sent.length === 0) return [];
    const answers = await graph.batch(await Promise.all(sent.map(toLookUp)));
    const missing: WaitingItem[] = [];
    for (const [row, answer] of pairs(sent, answers)) {
      if (!answer.ok) throw answer.error;
      const item = readFound(row, answer.body);
      if (item) await settle(row, item, token);
      else missing.push(row);
    }
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

    const refused = new Map<WaitingItem, GraphError>();
    let stop: GraphError | undefined;
    for (const [row, answer] of pairs(rows, answers)) {
      if (answer.ok) {
        await settle(row, toReplicaItem(definitionOf(row.list), answer.body, toSend(row)), token);
      } else if (concernsTheApp(answer.error)) {
        await commit(token, (tx) => markUnsent(tx, [row]));
        stop = answer.error;
      } else if (isRefusal(answer.error)) {
        refused.set(row, answer.error);
      } else {
        // It may have been written: it stays marked as sent and is looked up after a rest.
        await commit(token, (tx) => postpone(tx, [row], restUntil(row)));
      }
    }
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

  async function settle(row: WaitingItem, item: ReplicaItem, token: number): Promise<void> {
    await commit(token, async (tx) => {
      await putItems(tx, row.list, [item], 'read');
      await markDelivered(tx, [row]);
      await notifyChanged(tx, row.list);
    });
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

/** Graph said no and wrote nothing; anything else may have been written. */
function isRefusal(error: GraphError): boolean {
  return error.status >= 400 && error.status < 500 && error.status !== 408;
}

/** Throttling and missing permissions or lists are not the fault of an item. */
function concernsTheApp(error: GraphError): boolean {
  return [401, 403, 404, 429].includes(error.status);
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
