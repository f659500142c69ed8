import type { Database } from '../db/database';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import { isConflict } from './listEdit';
import type { ListName } from './listDefinition';
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

/** SharePoint counts an item's versions in its eTag: `"<guid>,1"` was never changed. */
const isFirstVersion = (eTag: string) => /,1"?$/.test(eTag);

function asUnavailable(cause: unknown): never {
  if (cause instanceof GraphError && cause.status === 400) throw cause;
  throw new ListUnavailable('SharePoint is not available', { cause });
}
