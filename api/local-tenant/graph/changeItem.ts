import {
  comparisonKey,
  type Actor,
  type ListItem,
  type SharePointList,
} from '../storage/sharePointList';
import { toGraphTime, type GraphGround } from './graphCall';
import { refuseDuplicates, type FieldChanges } from './itemFields';

/** Writes a new version of an item, by whichever door it came; refuses a value another item holds. */
export function changeItem(
  list: SharePointList,
  item: ListItem,
  change: { readonly fields: FieldChanges; readonly by: Actor },
  ground: GraphGround,
): void {
  refuseDuplicates(list, change.fields, item.id, ground, comparisonKey);
  ground.journal.commit({
    kind: 'itemChanged',
    siteId: list.siteId,
    listId: list.id,
    id: item.id,
    at: toGraphTime(ground.now()),
    by: change.by,
    fields: change.fields,
    versionsKept: ground.switches.versionsKept,
  });
}
