import type { Database, Transaction } from '../db/database';
import { beforeDelivery, isAsRead } from './eTag';
import { createListCopy } from './listCopy';
import type { ListDefinition } from './listDefinition';
import { editItem, type ListEditDependencies } from './listEdit';
import { readHistory } from './listHistory';
import { removeAsKnown, removeAsRead, removeUntouched } from './listRemoval';
import { acceptItems, dropParked } from './outboxStore';
import { notifyChanged } from './replica';
import { checkFields, toClientKey, toFields } from './sharePointItem';
import {
  ListConflict,
  ListItemGone,
  ListUnavailable,
  type AppendedItem,
  type AppendOutcome,
  type ListStore,
  type StoredItem,
} from './storedItem';

/** A list store and what the instance's own machinery needs of it. */
export interface OwnedListStore extends ListStore {
  /** Something may have been committed, here or elsewhere: look soon, and before the next read. */
  invalidate(): void;
}

export interface ListStoreDependencies extends ListEditDependencies {
  database: Database;
  /** Delivers what waits, now, for an edit of an item SharePoint does not have yet. */
  deliverNow: () => Promise<void>;
}

// An append whose transaction was rolled back never shows up; after this it is not waited for.
const awaitAppendMs = 30_000;
const lookSoonMs = 20;

/** One list on the replica and the outbox, kept in memory. */
export function createListStore(
  dependencies: ListStoreDependencies,
  definition: ListDefinition,
): OwnedListStore {
  const { database } = dependencies;
  const copy = createListCopy(database, definition);
  // Appended here, not yet seen committed: until then every read looks.
  const awaited = new Map<string, number>();
  let version = 1;
  // Looks are numbered by what was wanted when they began, so that who wants to see a commit gets
  // a look that began after it.
  let wanted = 1;
  let seen = 0;
  let looking: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const sees = wanted;
    if ((await copy.refresh()).length > 0) version += 1;
    seen = sees;
    settleAwaited();
  }

  function settleAwaited(): void {
    for (const [clientKey, since] of awaited) {
      const isKnown = copy.get(clientKey) !== undefined;
      if (isKnown || Date.now() - since > awaitAppendMs) awaited.delete(clientKey);
    }
  }

  async function current(): Promise<void> {
    // An append of this instance may have committed a moment ago.
    if (awaited.size > 0) wanted += 1;
    const goal = wanted;
    while (seen < goal) {
      looking ??= look().finally(() => {
        looking = undefined;
      });
      await looking;
    }
  }

  function lookSoon(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      // A database that is away is the next reader's error, not this timer's.
      void current()
        .catch(() => undefined)
        .then(() => {
          if (awaited.size > 0) lookSoon();
        });
    }, lookSoonMs).unref();
  }

  async function deliveredItem(clientKey: string): Promise<StoredItem & { itemId: string }> {
    for (const attempt of ['asItIs', 'delivered'] as const) {
      if (attempt === 'delivered') await dependencies.deliverNow();
      await current();
      const item = copy.get(clientKey);
      if (!item) throw new ListItemGone('The item is not in the list');
      if (item.itemId !== null) return { ...item, itemId: item.itemId };
    }
    throw new ListUnavailable('The item has not reached SharePoint yet');
  }

  /** Where an item is written to with which eTag; of one read with an eTag SharePoint itself says whether it still is so. */
  async function deliveredAsRead(clientKey: string, eTag: string) {
    const item = await deliveredItem(clientKey);
    if (eTag !== beforeDelivery) return { itemId: item.itemId, eTag };
    if (!isAsRead(item, eTag)) throw new ListConflict(item);
    return { itemId: item.itemId, eTag: item.eTag ?? '' };
  }

  /** Those of the items that there are; what still waits is delivered first. */
  async function deliveredItems(keys: readonly string[]) {
    await current();
    if (keys.some((key) => copy.get(key)?.itemId === null)) {
      await dependencies.deliverNow();
      await current();
    }
    const items = keys.flatMap((key) => copy.get(key) ?? []);
    const delivered = items.flatMap(({ itemId, eTag, ...item }) =>
      itemId === null || eTag === null ? [] : { ...item, itemId, eTag },
    );
    if (delivered.length < items.length) {
      throw new ListUnavailable('Some items have not reached SharePoint yet');
    }
    return delivered;
  }

  async function appendAll(tx: Transaction, given: readonly AppendedItem[]) {
    const items = given.map(({ clientKey, actorId, fields }) => {
      checkFields(definition, fields);
      return { clientKey: toClientKey(clientKey), actorId, fields: toFields(definition, fields) };
    });
    const accepted = await acceptItems(tx, definition.name, items);
    const since = Date.now();
    for (const clientKey of accepted) awaited.set(clientKey, since);
    if (accepted.size > 0) lookSoon();
    // A key that comes twice is new once.
    return items.map(({ clientKey }): AppendOutcome =>
      accepted.delete(clientKey) ? 'accepted' : 'known',
    );
  }

  return {
    async all() {
      await current();
      return copy.all();
    },

    async get(clientKey) {
      await current();
      return copy.get(toClientKey(clientKey));
    },

    async append(tx, item) {
      const [outcome = 'known'] = await appendAll(tx, [item]);
      return outcome;
    },

    appendAll,

    async edit(given, eTag, { actorId, fields }) {
      const clientKey = toClientKey(given);
      const { itemId, eTag: known } = await deliveredAsRead(clientKey, eTag);
      const edit = { itemId, eTag: known, actorId, fields };
      const outcome = await editItem(dependencies, definition, edit).finally(() => {
        wanted += 1;
      });
      await current();
      const after = copy.get(clientKey);
      if (!after) throw new ListItemGone('The item is no longer in the list');
      if (outcome === 'conflict') throw new ListConflict(after);
      return after;
    },

    async history(clientKey) {
      const { itemId } = await deliveredItem(toClientKey(clientKey));
      return readHistory(dependencies, definition, itemId);
    },

    async removeUntouched(given) {
      const keys = given.map(toClientKey);
      const delivered = await deliveredItems(keys);
      const outcomes = await removeUntouched(dependencies, definition.name, delivered).finally(
        () => {
          wanted += 1;
        },
      );
      await current();
      const outcomeOf = new Map(delivered.map(({ clientKey }, at) => [clientKey, outcomes[at]]));
      return keys.map((key) => outcomeOf.get(key) ?? 'gone');
    },

    async remove(given) {
      const keys = given.map(toClientKey);
      await database.transaction(async (tx) => {
        for (const clientKey of keys) await dropParked(tx, { list: definition.name, clientKey });
        await notifyChanged(tx, definition.name);
      });
      wanted += 1;
      const delivered = await deliveredItems(keys);
      const removed = await removeAsKnown(dependencies, definition.name, delivered).finally(() => {
        wanted += 1;
      });
      await current();
      return removed.size === delivered.length ? 'removed' : 'touched';
    },

    async removeAsRead(given, eTag) {
      const clientKey = toClientKey(given);
      const key = { list: definition.name, clientKey };
      if (eTag === beforeDelivery) {
        const isDropped = await database.transaction(async (tx) => {
          await notifyChanged(tx, definition.name);
          return dropParked(tx, key);
        });
        wanted += 1;
        if (isDropped) return;
      }
      const item = await deliveredAsRead(clientKey, eTag);
      const outcome = await removeAsRead(dependencies, definition, item).finally(() => {
        wanted += 1;
      });
      if (outcome === 'removed') return;
      await current();
      const after = copy.get(clientKey);
      throw after ? new ListConflict(after) : new ListItemGone('The item is no longer in the list');
    },

    // While an own append may commit at any moment, no two answers may be taken for the same.
    version: () => (awaited.size > 0 ? ++version : version),

    invalidate() {
      wanted += 1;
      lookSoon();
    },
  };
}
