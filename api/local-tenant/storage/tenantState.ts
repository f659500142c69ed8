import type { AppRegistration, DirectoryGroup, DirectoryUser } from './directory';
import type { Mutation, Site, SitePermission } from './mutations';
import {
  createListItemRows,
  type ListColumn,
  type ListItem,
  type SharePointList,
} from './sharePointList';

interface MembershipChange {
  readonly sequence: number;
  readonly userId: string;
  readonly joined: boolean;
}

/** A group with the history its members delta is read from. */
export interface KeptGroup extends DirectoryGroup {
  readonly changes: readonly MembershipChange[];
}

export interface ActivityNotification {
  readonly userId: string;
  readonly clientId: string;
  readonly activityType: string;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface KeptSite extends Site {
  readonly lists: Map<string, SharePointList>;
}

/** Everything the local tenant knows; changed by `applyMutation` alone, so that the journal is the truth. */
export interface TenantState {
  defaultSiteId: string;
  readonly users: Map<string, DirectoryUser>;
  readonly userIdsByPrincipalName: Map<string, string>;
  /** People's ids in the site's hidden user list, by object id. */
  readonly userLookupIds: Map<string, number>;
  readonly groups: Map<string, KeptGroup>;
  readonly apps: Map<string, AppRegistration>;
  readonly appRoles: Map<string, Set<string>>;
  readonly revokedConsent: Set<string>;
  readonly sites: Map<string, KeptSite>;
  permissions: SitePermission[];
  readonly notifications: ActivityNotification[];
  signingKeys: string | undefined;
  directorySequence: number;
}

export function createTenantState(): TenantState {
  return {
    defaultSiteId: '',
    users: new Map(),
    userIdsByPrincipalName: new Map(),
    userLookupIds: new Map(),
    groups: new Map(),
    apps: new Map(),
    appRoles: new Map(),
    revokedConsent: new Set(),
    sites: new Map(),
    permissions: [],
    notifications: [],
    signingKeys: undefined,
    directorySequence: 0,
  };
}

export function findByUserPrincipalName(
  state: TenantState,
  userPrincipalName: string,
): DirectoryUser | undefined {
  const id = state.userIdsByPrincipalName.get(userPrincipalName.toLowerCase());
  return id === undefined ? undefined : state.users.get(id);
}

/** Applies one change; it must hold every chosen value (ids, times), for it is replayed from the journal. */
export function applyMutation(state: TenantState, mutation: Mutation): void {
  switch (mutation.kind) {
    case 'users':
      for (const user of mutation.users) {
        state.users.set(user.id, user);
        if (!state.userLookupIds.has(user.id)) {
          state.userLookupIds.set(user.id, state.userLookupIds.size + 10);
        }
        state.userIdsByPrincipalName.set(user.userPrincipalName.toLowerCase(), user.id);
      }
      return;
    case 'group':
      state.groups.set(mutation.group.id, regroup(state, mutation.group));
      return;
    case 'groupAsKept':
      state.groups.set(mutation.group.id, mutation.group);
      state.directorySequence = mutation.directorySequence;
      return;
    case 'app':
      state.apps.set(mutation.app.clientId, mutation.app);
      return;
    case 'appRole': {
      const roles = state.appRoles.get(mutation.userId) ?? new Set<string>();
      if (mutation.assigned) roles.add(mutation.role);
      else roles.delete(mutation.role);
      state.appRoles.set(mutation.userId, roles);
      return;
    }
    case 'consent':
      if (mutation.consented) state.revokedConsent.delete(mutation.clientId);
      else state.revokedConsent.add(mutation.clientId);
      return;
    case 'site':
      state.sites.set(mutation.site.id, { ...mutation.site, lists: new Map() });
      if (state.defaultSiteId === '') state.defaultSiteId = mutation.site.id;
      return;
    case 'permission':
      state.permissions = [
        ...state.permissions.filter((known) => known.id !== mutation.permission.id),
        mutation.permission,
      ];
      return;
    case 'permissionRemoved':
      state.permissions = state.permissions.filter((known) => known.id !== mutation.id);
      return;
    case 'notification':
      state.notifications.push(mutation.notification);
      return;
    case 'signingKeys':
      state.signingKeys = mutation.text;
      return;
    case 'list':
      addList(state, mutation);
      return;
    case 'listRemoved':
      state.sites.get(mutation.siteId)?.lists.delete(mutation.listId);
      return;
    default:
      applyToList(listOf(state, mutation.siteId, mutation.listId), mutation);
  }
}

type ListMutation = Extract<Mutation, { readonly listId: string; readonly siteId: string }>;

function applyToList(
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
      list.items.removeIndex(mutation.name);
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

function regroup(state: TenantState, group: DirectoryGroup): KeptGroup {
  const before = state.groups.get(group.id);
  const members = new Set(group.memberIds);
  const wasMember = new Set(before?.memberIds);
  const next = (userId: string, joined: boolean) => {
    state.directorySequence += 1;
    return { sequence: state.directorySequence, userId, joined };
  };
  const left = [...wasMember].filter((id) => !members.has(id)).map((id) => next(id, false));
  const joined = [...members].filter((id) => !wasMember.has(id)).map((id) => next(id, true));
  return {
    id: group.id,
    displayName: group.displayName,
    memberIds: [...members],
    changes: [...(before?.changes ?? []), ...left, ...joined],
  };
}

function addList(state: TenantState, mutation: Extract<Mutation, { kind: 'list' }>): void {
  const site = state.sites.get(mutation.siteId);
  if (!site) throw new Error(`The journal adds a list to the unknown site ${mutation.siteId}`);
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
    items: createListItemRows(),
  };
  for (const column of mutation.columns) setColumn(list, column);
  site.lists.set(list.id, list);
}

function setColumn(list: SharePointList, column: ListColumn): void {
  list.columns.set(column.name, column);
  if (column.indexed) list.items.addIndex(column.name);
  else list.items.removeIndex(column.name);
}

function listOf(state: TenantState, siteId: string, listId: string): SharePointList {
  const list = state.sites.get(siteId)?.lists.get(listId);
  if (!list) throw new Error(`The journal speaks of the unknown list ${listId}`);
  return list;
}

export function listsOf(state: TenantState): SharePointList[] {
  return [...state.sites.values()].flatMap((site) => [...site.lists.values()]);
}
