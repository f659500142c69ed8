import type {
  ActivityNotification,
  AppRegistration,
  CalendarEvent,
  DirectoryGroup,
  DirectoryUser,
  KeptGroup,
  ListSubscription,
  PersonRights,
  Site,
  SitePermission,
} from './directoryRecords';
import { applyToList, toList } from './listMutations';
import type { Mutation } from './mutations';
import type { Registration } from './registrationRecords';
import type { CopilotUsageReport } from './reportRecords';
import { newSiteGroups, type SiteGroup } from './siteSecurity';
import type { SharePointList } from './sharePointList';

export interface KeptSite extends Site {
  readonly lists: Map<string, SharePointList>;
  readonly groups: Map<number, SiteGroup>;
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
  /** What was registered through Graph, by object id. */
  readonly registrations: Map<string, Registration>;
  readonly appRoles: Map<string, Set<string>>;
  readonly revokedConsent: Set<string>;
  readonly sites: Map<string, KeptSite>;
  /** The https addresses of the sites in the tenant's recycle bin. */
  readonly deletedSites: Set<string>;
  permissions: SitePermission[];
  readonly notifications: ActivityNotification[];
  readonly subscriptions: Map<string, ListSubscription>;
  readonly events: Map<string, CalendarEvent>;
  readonly directoryRoles: Map<string, Set<string>>;
  /** `clientId userId` of whoever does not have the app; everyone else has it. */
  readonly uninstalledApps: Set<string>;
  /** By `userId scopeId`, where people's rights differ from a member's. */
  readonly personRights: Map<string, PersonRights>;
  copilotUsage: CopilotUsageReport | undefined;
  /** As an administrator set it; undefined as long as none did. */
  concealedNames: boolean | undefined;
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
    registrations: new Map(),
    appRoles: new Map(),
    revokedConsent: new Set(),
    sites: new Map(),
    deletedSites: new Set(),
    permissions: [],
    notifications: [],
    subscriptions: new Map(),
    events: new Map(),
    directoryRoles: new Map(),
    uninstalledApps: new Set(),
    personRights: new Map(),
    copilotUsage: undefined,
    concealedNames: undefined,
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
    case 'registration':
      state.registrations.set(mutation.registration.id, mutation.registration);
      return;
    case 'registrationRemoved':
      state.registrations.delete(mutation.id);
      return;
    case 'appRole':
      setRole(state.appRoles, mutation);
      return;
    case 'directoryRole':
      setRole(state.directoryRoles, mutation);
      return;
    case 'consent':
      if (mutation.consented) state.revokedConsent.delete(mutation.clientId);
      else state.revokedConsent.add(mutation.clientId);
      return;
    case 'site':
      state.sites.set(mutation.site.id, {
        ...mutation.site,
        lists: new Map(),
        groups: new Map(newSiteGroups(mutation.site.displayName).map((group) => [group.id, group])),
      });
      if (state.defaultSiteId === '') state.defaultSiteId = mutation.site.id;
      return;
    case 'siteDeleted':
      for (const site of state.sites.values()) {
        if (siteUrl(site) === mutation.address) state.sites.delete(site.id);
      }
      state.deletedSites.add(mutation.address);
      return;
    case 'siteGroup':
      state.sites.get(mutation.siteId)?.groups.set(mutation.group.id, mutation.group);
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
    case 'subscription':
      state.subscriptions.set(mutation.subscription.id, mutation.subscription);
      return;
    case 'subscriptionRemoved':
      state.subscriptions.delete(mutation.id);
      return;
    case 'copilotUsage':
      state.copilotUsage = mutation.report;
      return;
    case 'concealedNames':
      state.concealedNames = mutation.concealed;
      return;
    case 'event':
      state.events.set(mutation.event.id, mutation.event);
      return;
    case 'eventRemoved':
      state.events.delete(mutation.id);
      return;
    case 'appInstalled': {
      const key = `${mutation.clientId} ${mutation.userId}`;
      if (mutation.installed) state.uninstalledApps.delete(key);
      else state.uninstalledApps.add(key);
      return;
    }
    case 'personRights':
      state.personRights.set(`${mutation.userId} ${mutation.scopeId}`, mutation.rights);
      return;
    case 'signingKeys':
      state.signingKeys = mutation.text;
      return;
    case 'list':
      state.sites.get(mutation.siteId)?.lists.set(mutation.listId, toList(mutation));
      return;
    case 'listRemoved':
      state.sites.get(mutation.siteId)?.lists.delete(mutation.listId);
      return;
    default:
      applyToList(listOf(state, mutation.siteId, mutation.listId), mutation);
  }
}

/** A site's https address. */
export const siteUrl = ({ hostname, path }: Site): string =>
  `https://${hostname}${path === '/' ? '' : path}`;

function setRole(
  roles: Map<string, Set<string>>,
  { userId, role, assigned }: { userId: string; role: string; assigned: boolean },
): void {
  const held = roles.get(userId) ?? new Set<string>();
  if (assigned) held.add(role);
  else held.delete(role);
  roles.set(userId, held);
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

export function listsOf(state: TenantState): SharePointList[] {
  return [...state.sites.values()].flatMap((site) => [...site.lists.values()]);
}

function listOf(state: TenantState, siteId: string, listId: string): SharePointList {
  const list = state.sites.get(siteId)?.lists.get(listId);
  if (!list) throw new Error(`The journal speaks of the unknown list ${listId}`);
  return list;
}
