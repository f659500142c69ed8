import type { Database } from '../db/database';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import { isFirstVersion } from './eTag';
import { itemNow } from './itemNow';
import type { ListDefinition, ListName } from './listDefinition';
import { asUnavailable, isConflict } from './listEdit';
import { buryItems, notifyChanged } from './replica';
import type { SharePointSite } from './sharePointSite';
import { ListUnavailable, type RemovalOutcome, type StoredItem } from './storedItem';

export interface ListRemovalDependencies {
  database: Database;
  graph: GraphClient;
  site: SharePointSite;
}

/** An item that SharePoint has, as it is known here. */
type DeliveredItem = StoredItem & { itemId: string; eTag: string };

/**
 * Deletes items of a list that are still as they were created: what somebody changed stays. Answers in the
 * order given; throws as `removeAsKnown` does.
 */
export async function removeUntouched(
  dependencies: ListRemovalDependencies,
  list: ListName,
  items: readonly DeliveredItem[],
): Promise<RemovalOutcome[]> {
  const untouched = items.filter(({ eTag }) => isFirstVersion(eTag));
  const removed = await removeAsKnown(dependencies, list, untouched);
  return items.map(({ itemId }) => (removed.has(itemId) ? 'removed' : 'touched'));
}

/**
 * Deletes items that are still as they are known here, all in one `$batch` after the other and each with
 * If-Match: what somebody changed meanwhile stays. Answers the ids of those that are gone; throws
 * ListUnavailable where SharePoint does not answer, after what it did was written down.
 */
export async function removeAsKnown(
  { database, graph, site }: ListRemovalDependencies,
  list: ListName,
  items: readonly DeliveredItem[],
): Promise<ReadonlySet<string>> {
  const removed = new Set<string>();
  if (items.length === 0) return removed;
  let failed: unknown;
  const path = await site.listPath(list).catch(asUnavailable);
  const answers = await graph
    .batch(
      items.map(({ itemId, eTag }) => ({
        method: 'DELETE',
        url: `${path}/items/${encodeURIComponent(itemId)}`,
        headers: { 'If-Match': eTag },
      })),
    )
    .catch(asUnavailable);
  items.forEach(({ itemId }, at) => {
    const answer = answers[at];
    if (answer?.ok === true || answer?.error.status === 404) removed.add(itemId);
    else if (answer && !isConflict(answer.error)) failed = answer.error;
  });
  await database.transaction(async (tx) => {
    await buryItems(tx, list, [...removed]);
    await notifyChanged(tx, list);
  });
  if (failed !== undefined) asUnavailable(failed);
  return removed;
}

/**
 * Deletes one item if it still is as `eTag` says; one that is gone already is removed. Where somebody
 * changed it, the item as it is now has been taken into the replica. Throws ListUnavailable.
 */
export async function removeAsRead(
  { database, graph, site }: ListRemovalDependencies,
  definition: ListDefinition,
  { itemId, eTag }: Pick<DeliveredItem, 'itemId' | 'eTag'>,
): Promise<'removed' | 'conflict'> {
  const path = await site
    .listPath(definition.name)
    .then((listPath) => `${listPath}/items/${encodeURIComponent(itemId)}`)
    .catch(asUnavailable);
  const now = itemNow({ database, graph }, definition, { itemId, path });
  try {
    await graph.delete(path, { headers: { 'If-Match': eTag } });
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (isConflict(error)) {
      const current = await now.read().catch(asUnavailable);
      await now.keep(current);
      if (current.eTag !== eTag) return 'conflict';
      throw new ListUnavailable('SharePoint did not delete the item', { cause: error });
    }
    if (error.status !== 404) asUnavailable(error);
  }
  await database.transaction(async (tx) => {
    await buryItems(tx, definition.name, [itemId]);
    await notifyChanged(tx, definition.name);
  });
  return 'removed';
}
