import type { Mutation } from './mutations';
import {
  createListItemRows,
  type ListColumn,
  type ListItem,
  type SharePointList,
} from './sharePointList';

type ListMutation = Extract<Mutation, { readonly listId: string; readonly siteId: string }>;

/** Applies one change to a list's columns, items or counters. */
export function applyToList(
  list: SharePointList,
  mutation: Exclude<ListMutation, { kind: 'listRemoved' }>,
): void {
  switch (mutation.kind) {
    case 'column':
      setColumn(list, mutation.column);
      list.modifiedAt = mutation.at;
      return;
    case 'columnRemoved':
      list.columns.delete(mutation.name);
      if (!mutation.keepsValues) list.items.dropField(mutation.name);
      return;
    case 'listRenamed':
      list.displayName = mutation.displayName;
      return;
    case 'listRoles':
      list.roleAssignments = mutation.assignments;
      return;
    case 'deltaEpoch':
      list.deltaEpoch = mutation.epoch;
      return;
    case 'itemCreated':
      list.sequence += 1;
      list.nextItemId = Math.max(list.nextItemId, mutation.id + 1);
      list.modifiedAt = mutation.at;
      list.items.put({
        id: mutation.id,
        guid: mutation.guid,
        version: 1,
        createdAt: mutation.at,
        createdBy: mutation.by,
        modifiedAt: mutation.at,
        modifiedBy: mutation.by,
        fields: mutation.fields,
        history: [],
        changedAt: list.sequence,
      });
      return;
    case 'itemChanged': {
      const item = list.items.get(mutation.id);
      if (!item) return;
      list.sequence += 1;
      list.modifiedAt = mutation.at;
      list.items.put(changed(item, mutation, list.sequence));
      return;
    }
    case 'itemRemoved':
      list.sequence += 1;
      list.modifiedAt = mutation.at;
      list.items.remove(mutation.id, list.sequence);
      return;
    case 'itemAsKept':
      list.items.put(mutation.item);
      return;
    case 'tombstoneAsKept':
      list.items.remove(mutation.id, mutation.sequence);
      return;
    case 'countersAsKept':
      list.sequence = mutation.sequence;
      list.nextItemId = mutation.nextItemId;
      list.deltaEpoch = mutation.deltaEpoch;
      list.modifiedAt = mutation.modifiedAt;
      return;
  }
}

function changed(
  item: ListItem,
  mutation: Extract<Mutation, { kind: 'itemChanged' }>,
  sequence: number,
): ListItem {
  const fields: Record<string, ListItem['fields'][string]> = { ...item.fields };
  for (const [name, value] of Object.entries(mutation.fields)) {
    if (value === null) Reflect.deleteProperty(fields, name);
    else fields[name] = value;
  }
  const earlier = {
    version: item.version,
    at: item.modifiedAt,
    by: item.modifiedBy,
    fields: item.fields,
  };
  return {
    ...item,
    version: item.version + 1,
    modifiedAt: mutation.at,
    modifiedBy: mutation.by,
    fields,
    history: [...item.history, earlier].slice(-mutation.versionsKept),
    changedAt: sequence,
  };
}

/** A new list as the journal describes it, without items. */
export function toList(mutation: Extract<Mutation, { kind: 'list' }>): SharePointList {
  const list: SharePointList = {
    id: mutation.listId,
    siteId: mutation.siteId,
    name: mutation.name,
    displayName: mutation.displayName,
    description: mutation.description,
    template: mutation.template,
    createdAt: mutation.at,
    createdBy: mutation.by,
    modifiedAt: mutation.at,
    columns: new Map(),
    nextItemId: 1,
    sequence: 0,
    deltaEpoch: 0,
    roleAssignments: null,
    items: createListItemRows(),
  };
  for (const column of mutation.columns) setColumn(list, column);
  return list;
}

function setColumn(list: SharePointList, column: ListColumn): void {
  list.columns.set(column.name, column);
  if (column.indexed) list.items.addIndex(column.name);
  else list.items.removeIndex(column.name);
}
