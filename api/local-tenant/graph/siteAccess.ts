import type { SharePointList } from '../storage/sharePointList';
import type { KeptSite } from '../storage/tenantState';
import type { PersonRights } from '../storage/directoryRecords';
import type { GraphCall, GraphGround } from './graphCall';
import { accessDenied, itemNotFound } from './graphFailure';
import { personRights } from './personRights';
import { isUserList, userInformationList } from './userInformationList';

/** What a call does to a site: `manage` is creating lists and columns, `permissions` is granting. */
export type SiteNeed = 'read' | 'write' | 'manage' | 'permissions';

const allSites: Readonly<Record<SiteNeed, readonly string[]>> = {
  read: ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  write: ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'],
  manage: ['Sites.Manage.All', 'Sites.FullControl.All'],
  permissions: ['Sites.FullControl.All'],
};

/** Finds the site and refuses a caller whose permissions or grants do not reach it. */
export function openSite(
  call: GraphCall,
  ground: GraphGround,
  siteId: string,
  need: SiteNeed,
): KeptSite {
  const site = ground.state.sites.get(siteId);
  if (!site) throw itemNotFound('Requested site could not be found');
  if (!reaches(call, ground, site.id, undefined, need)) throw accessDenied();
  if (!mayThemselves(call, ground, site.id, undefined, need)) throw accessDenied();
  return site;
}

/** As `openSite`, for one list by its id, name or title; a grant on the list alone is enough. */
export function openList(
  call: GraphCall,
  ground: GraphGround,
  siteId: string,
  listId: string,
  need: SiteNeed,
  /** The one item that is meant, for a grant may be on it alone. */
  itemId?: string,
): SharePointList {
  const site = ground.state.sites.get(siteId);
  if (!site) throw itemNotFound('Requested site could not be found');
  const isPeople = isUserList(listId);
  const list = isPeople ? userInformationList(site, ground.state) : findList(site, listId);
  if (!reaches(call, ground, site.id, list?.id, need, itemId)) throw accessDenied();
  if (isPeople && need !== 'read') throw accessDenied();
  if (list && !mayThemselves(call, ground, site.id, list.id, need)) {
    const isHidden =
      ground.switches.unreadableList === '404' &&
      !mayThemselves(call, ground, site.id, list.id, 'read');
    throw isHidden ? itemNotFound('The specified list was not found') : accessDenied();
  }
  if (!list) throw itemNotFound('The specified list was not found');
  return list;
}

function findList(site: KeptSite, listId: string): SharePointList | undefined {
  const wanted = listId.toLowerCase();
  return (
    site.lists.get(wanted) ??
    [...site.lists.values()].find(
      (list) => list.displayName.toLowerCase() === wanted || list.name.toLowerCase() === wanted,
    )
  );
}

const siteAdministrators = ['SharePoint Administrator', 'Global Administrator'];

const rightsFor: Readonly<Record<SiteNeed, readonly PersonRights[]>> = {
  read: ['read', 'write', 'owner'],
  write: ['write', 'owner'],
  manage: ['write', 'owner'],
  permissions: ['owner'],
};

/** A person's access through an app is the app's grant cut down to what they may do themselves. */
function mayThemselves(
  call: GraphCall,
  ground: GraphGround,
  siteId: string,
  listId: string | undefined,
  need: SiteNeed,
): boolean {
  const { userId } = call.caller;
  if (userId === undefined) return true;
  if (need === 'permissions' && listId === undefined) {
    // Granting an app a whole site takes an administrator's role, besides the delegated permission.
    const roles = ground.state.directoryRoles.get(userId);
    return siteAdministrators.some((role) => roles?.has(role));
  }
  return rightsFor[need].includes(personRights(ground.state, userId, siteId, listId));
}

function reaches(
  call: GraphCall,
  ground: GraphGround,
  siteId: string,
  listId: string | undefined,
  need: SiteNeed,
  itemId?: string,
): boolean {
  const { scopes, clientId } = call.caller;
  if (allSites[need].some((scope) => scopes.includes(scope))) return true;
  const roles = ground.state.permissions
    .filter((permission) => permission.siteId === siteId && permission.clientId === clientId)
    .filter((permission) => {
      if (permission.listId === undefined) return scopes.includes('Sites.Selected');
      if (permission.listId !== listId) return false;
      return permission.itemId === undefined
        ? scopes.includes('Lists.SelectedOperations.Selected')
        : String(permission.itemId) === itemId &&
            scopes.includes('ListItems.SelectedOperations.Selected');
    })
    .flatMap((permission) => permission.roles);
  const owns = roles.includes('owner') || roles.includes('fullcontrol');
  switch (need) {
    case 'read':
      return roles.length > 0;
    case 'write':
      return owns || roles.includes('write');
    case 'manage':
      return owns || (ground.switches.writeGrantCreatesLists && roles.includes('write'));
    case 'permissions':
      // An owner of the site may grant on its lists; a site itself takes Sites.FullControl.All.
      return owns && listId !== undefined;
  }
}
