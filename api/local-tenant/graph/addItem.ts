import { comparisonKey, type Actor, type SharePointList } from '../storage/sharePointList';
import { toGraphTime, type GraphGround } from './graphCall';
import { invalidRequest } from './graphFailure';
import { readFieldChanges, refuseDuplicates, refuseIncomplete, withDefaults } from './itemFields';
import type { JsonObject } from './jsonBody';

/** Adds an item, by whichever door it came; refuses what the list cannot hold. Answers its id. */
export function addItem(
  list: SharePointList,
  given: JsonObject,
  by: Actor,
  ground: GraphGround,
): number {
  const fields = withDefaults(list, readFieldChanges(list, given, ground));
  refuseIncomplete(list, fields, ground);
  refuseDuplicates(list, fields, undefined, ground, comparisonKey);
  if (list.items.count >= ground.switches.mostItems) {
    throw invalidRequest('The list has as many items as it can hold.');
  }
  const id = list.nextItemId;
  ground.journal.commit({
    kind: 'itemCreated',
    siteId: list.siteId,
    listId: list.id,
    id,
    guid: ground.newId(),
    at: toGraphTime(ground.now()),
    by,
    fields,
  });
  return id;
}
