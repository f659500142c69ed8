import type { ItemFields, ListColumn, ListItem, SharePointList } from '../storage/sharePointList';
import { listsOf, siteUrl } from '../storage/tenantState';
import { addItem } from './addItem';
import { changeItem } from './changeItem';
import { toGraphTime, type GraphGround } from './graphCall';
import { itemNotFound } from './graphFailure';
import { personRights } from './personRights';
import type { PersonRights } from '../storage/directoryRecords';
import { readFieldChanges } from './itemFields';

export interface BrowsedList {
  readonly id: string;
  readonly displayName: string;
  readonly itemCount: number;
  readonly columns: readonly ListColumn[];
}

export interface BrowsedItem {
  readonly id: string;
  readonly version: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** The directory's name of the app or person that last wrote it. */
  readonly modifiedBy: string;
  readonly fields: ItemFields;
}

/** SharePoint's own pages on the lists: what a person sees and edits there, without Graph. */
export interface SharePointBrowser {
  lists(): readonly BrowsedList[];
  items(listId: string): readonly BrowsedItem[];
  /** What a person may do on a list: SharePoint's pages show and save no more than that. */
  rightsOn(listId: string, userId: string): PersonRights;
  /** An edit by hand, as `userId`; null clears a field. Throws the refusal a person would be shown. */
  edit(
    listId: string,
    itemId: string,
    fields: Readonly<Record<string, unknown>>,
    userId: string,
  ): void;
  remove(listId: string, itemId: string): void;
  /** What the list's settings do: its name changes, its address stays. */
  rename(listId: string, displayName: string): void;
  /** The https addresses of the sites that are there. */
  sites(): readonly string[];
  /** What an administrator does in the admin center: the site goes to the recycle bin. */
  deleteSite(address: string): void;
  /** An item that an app wrote in months gone by: it is there, and no call of Graph is spent on it. */
  add(listId: string, fields: Readonly<Record<string, unknown>>, clientId: string): void;
}

export function createSharePointBrowser(ground: GraphGround): SharePointBrowser {
  const open = (listId: string) => {
    const list = listsOf(ground.state).find((known) => known.id === listId);
    if (!list) throw itemNotFound('The specified list was not found');
    return list;
  };
  const openItem = (list: SharePointList, itemId: string) => {
    const item = list.items.get(Number(itemId));
    if (!item) throw itemNotFound('The specified item was not found');
    return item;
  };
  return {
    lists: () =>
      listsOf(ground.state).map((list) => ({
        id: list.id,
        displayName: list.displayName,
        itemCount: list.items.count,
        columns: [...list.columns.values()],
      })),
    items: (listId) => [...open(listId).items.after(0)].map((item) => toBrowsed(item, ground)),
    rightsOn: (listId, userId) => personRights(ground.state, userId, open(listId).siteId, listId),
    edit(listId, itemId, fields, userId) {
      const list = open(listId);
      const item = openItem(list, itemId);
      const changes = readFieldChanges(list, { ...fields }, ground);
      changeItem(list, item, { fields: changes, by: { kind: 'user', id: userId } }, ground);
    },
    remove(listId, itemId) {
      const list = open(listId);
      const item = openItem(list, itemId);
      ground.journal.commit({
        kind: 'itemRemoved',
        siteId: list.siteId,
        listId: list.id,
        id: item.id,
        at: toGraphTime(ground.now()),
      });
    },
    sites: () => [...ground.state.sites.values()].map(siteUrl),
    deleteSite(address) {
      ground.journal.commit({ kind: 'siteDeleted', address });
    },
    rename(listId, displayName) {
      const { siteId } = open(listId);
      ground.journal.commit({ kind: 'listRenamed', siteId, listId, displayName });
    },
    add(listId, fields, clientId) {
      addItem(open(listId), { ...fields }, { kind: 'application', id: clientId }, ground);
    },
  };
}

function toBrowsed(item: ListItem, ground: GraphGround): BrowsedItem {
  const { kind, id } = item.modifiedBy;
  const by = kind === 'user' ? ground.state.users.get(id) : ground.state.apps.get(id);
  return {
    id: String(item.id),
    version: `${item.version}.0`,
    createdAt: item.createdAt,
    modifiedAt: item.modifiedAt,
    modifiedBy: by?.displayName ?? id,
    fields: item.fields,
  };
}
