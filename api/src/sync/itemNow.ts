import type { Database } from '../db/database';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import type { ListDefinition } from './listDefinition';
import { buryItems, notifyChanged, putItems } from './replica';
import { expandFields, toReplicaItem, type ReplicaItem } from './sharePointItem';
import { ListItemGone } from './storedItem';

/** One item as SharePoint has it now, for who writes to it: the replica may be behind. */
export interface ItemNow {
  /** Asks Graph; throws ListItemGone, after it was written down, or what Graph answers. */
  readonly read: () => Promise<ReplicaItem>;
  /** Takes the item as it was read into the replica. */
  readonly keep: (item: ReplicaItem) => Promise<void>;
  /** Writes down that the item is gone and throws ListItemGone. */
  readonly gone: () => Promise<never>;
}

/** The item under its address below Graph's root. */
export function itemNow(
  { database, graph }: { readonly database: Database; readonly graph: GraphClient },
  definition: ListDefinition,
  { itemId, path }: { readonly itemId: string; readonly path: string },
): ItemNow {
  const list = definition.name;

  async function gone(): Promise<never> {
    await database.transaction(async (tx) => {
      await buryItems(tx, list, [itemId]);
      await notifyChanged(tx, list);
    });
    throw new ListItemGone('The item is no longer in the list');
  }

  return {
    gone,

    async read() {
      try {
        return toReplicaItem(definition, await graph.get(`${path}?${expandFields(definition)}`));
      } catch (error) {
        if (error instanceof GraphError && error.status === 404) return gone();
        throw error;
      }
    },

    async keep(item) {
      await database.transaction(async (tx) => {
        await putItems(tx, list, [item], 'read');
        await notifyChanged(tx, list);
      });
    },
  };
}
