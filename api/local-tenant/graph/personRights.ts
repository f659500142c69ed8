import type { PersonRights } from '../storage/directoryRecords';
import {
  directoryGroupLogin,
  everyoneLogin,
  personLogin,
  rightsFrom,
  siteRoleAssignments,
} from '../storage/siteSecurity';
import type { TenantState } from '../storage/tenantState';

/**
 * What a person may do on a site, or on one of its lists, without any app: by their own rights where
 * a test set them, else by the role assignments of the list or, inherited, of the site.
 */
export function personRights(
  state: TenantState,
  userId: string,
  siteId: string,
  listId?: string,
): PersonRights {
  const onList = listId === undefined ? undefined : state.personRights.get(`${userId} ${listId}`);
  if (onList) return onList;
  const unique =
    listId === undefined
      ? null
      : (state.sites.get(siteId)?.lists.get(listId)?.roleAssignments ?? null);
  const onSite = state.personRights.get(`${userId} ${siteId}`);
  if (unique === null && onSite) return onSite;
  const principals = principalsOf(state, userId, siteId);
  return rightsFrom(unique ?? siteRoleAssignments, (principal) => principals.has(principal));
}

/** The ids a person counts as on a site: their own and those of the groups they are in. */
function principalsOf(state: TenantState, userId: string, siteId: string): Set<number> {
  const logins = new Set([everyoneLogin]);
  const user = state.users.get(userId);
  if (user) logins.add(personLogin(user.userPrincipalName));
  for (const group of state.groups.values()) {
    if (group.memberIds.includes(userId)) logins.add(directoryGroupLogin(group.id));
  }
  const groups = [...(state.sites.get(siteId)?.groups.values() ?? [])];
  const inGroups = groups.filter(({ members }) => members.some((login) => logins.has(login)));
  const own = state.userLookupIds.get(userId);
  return new Set([...inGroups.map(({ id }) => id), ...(own === undefined ? [] : [own])]);
}
