import { randomUUID } from 'node:crypto';
import type { Database } from '../db/database';
import type { GraphClient } from '../graph/graphClient';
import { GraphError, isPassing, wasNeverSent } from '../graph/graphError';
import { itemNow } from './itemNow';
import type { Fields, ListDefinition } from './listDefinition';
import { notifyChanged, overlayFields } from './replica';
import { checkFields } from './sharePointItem';
import type { SharePointSite } from './sharePointSite';
import { ListItemGone, ListUnavailable } from './storedItem';

export interface ListEditDependencies {
  database: Database;
  /** A client that gives up in seconds: a person waits. */
  graph: GraphClient;
  site: SharePointSite;
}

export interface ItemEdit {
  itemId: string;
  eTag: string;
  actorId: string;
  fields: Fields;
}

/** Whether the list now has the change, or someone else's. */
export type EditOutcome = 'written' | 'conflict';

/**
 * Writes one item straight to SharePoint with If-Match. The change carries an id of its own, so
 * that after a lost answer or a 412 the item itself says whether this very change is there.
 * Either way the item as it is now has been taken into the replica.
 */
export async function editItem(
  { database, graph, site }: ListEditDependencies,
  definition: ListDefinition,
  edit: ItemEdit,
): Promise<EditOutcome> {
  checkFields(definition, edit.fields);
  const list = definition.name;
  const changeId = randomUUID();
  const change = { ...edit.fields, ActorId: edit.actorId, ChangeId: changeId };
  const path = await site
    .listPath(list)
    .then((listPath) => `${listPath}/items/${encodeURIComponent(edit.itemId)}`)
    .catch(asUnavailable);
  const { read, keep, gone } = itemNow({ database, graph }, definition, {
    itemId: edit.itemId,
    path,
  });

  try {
    await graph.patch(`${path}/fields`, change, { headers: { 'If-Match': edit.eTag } });
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.status === 404) return gone();
    const mayBeWritten = isPassing(error.status) && error.status !== 429 && !wasNeverSent(error);
    if (!isConflict(error) && !mayBeWritten) asUnavailable(error);
    const current = await read().catch(asUnavailable);
    await keep(current);
    if (current.fields['ChangeId'] === changeId) return 'written';
    if (current.eTag !== edit.eTag) return 'conflict';
    throw new ListUnavailable('SharePoint did not take the change', { cause: error });
  }

  // The answer of a write has no eTag (it is a fieldValueSet), so the item is read again.
  const current = await read().catch(() => undefined);
  if (current) {
    await keep(current);
  } else {
    await database.transaction(async (tx) => {
      await overlayFields(tx, list, edit.itemId, edit.eTag, change);
      await notifyChanged(tx, list);
    });
  }
  return 'written';
}

/** SharePoint racing with itself answers 409 resourceModified, which means what 412 means. */
export function isConflict(error: GraphError): boolean {
  return error.status === 412 || (error.status === 409 && error.code === 'resourceModified');
}

/** What keeps a person's write from SharePoint for now; what is wrong with the write itself stays as it is. */
export function asUnavailable(error: unknown): never {
  if (error instanceof ListItemGone || error instanceof ListUnavailable) throw error;
  if (error instanceof GraphError && error.status === 400) throw error;
  throw new ListUnavailable('SharePoint is not available', { cause: error });
}
