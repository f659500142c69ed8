import type { Site, SitePermission, SiteRole } from '../storage/directoryRecords';
import { context, noContent, ok, type GraphHandler } from './graphCall';
import { GraphFailure, invalidRequest, itemNotFound } from './graphFailure';
import { isJsonObject, requireObject, requireProperties, type JsonObject } from './jsonBody';
import { readSelect, refuseOptions, selectProperties } from './queryOptions';
import { openList, openSite } from './siteAccess';
import { siteUrl } from '../storage/tenantState';

export const getSite: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select']);
  const site = openSite(call, ground, at['site'] ?? '', 'read');
  const body = { '@odata.context': context('sites/$entity'), ...toSiteBody(site) };
  return ok(selectProperties(body, readSelect(call.query.get('select'))));
};

function toSiteBody(site: Site): JsonObject {
  return {
    createdDateTime: site.createdAt,
    description: '',
    displayName: site.displayName,
    id: site.id,
    lastModifiedDateTime: site.createdAt,
    name: site.path.split('/').at(-1) ?? '',
    root: {},
    siteCollection: { hostname: site.hostname },
    webUrl: siteUrl(site),
  };
}

const roles: readonly SiteRole[] = ['read', 'write', 'owner', 'fullcontrol'];

/** POST …/permissions on a site, or on one of its lists: a grant under the Selected model. */
export const createPermission: GraphHandler = (call, at, ground) => {
  const target = openTarget(call, at, ground);
  const body = requireObject(call.body);
  requireProperties(
    body,
    ['roles', 'grantedTo', 'grantedToV2', 'grantedToIdentities', 'grantedToIdentitiesV2'],
    'permission',
  );
  const role = readRoles(body);
  if (role === 'fullcontrol' && ground.switches.fullControlAtPost === 'refused') {
    throw invalidRequest("The role 'fullcontrol' is not supported when creating a permission.");
  }
  const app = readGrantedApp(body);
  refuseFurtherScope(target, ground);
  const permission: SitePermission = {
    ...target,
    id: ground.newId(),
    clientId: app.id,
    displayName: app.displayName,
    roles: [role],
  };
  ground.journal.commit({ kind: 'permission', permission });
  return { status: 201, body: toPermissionBody(permission) };
};

export const listPermissions: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, []);
  const target = openTarget(call, at, ground);
  const found = ground.state.permissions.filter((permission) => isOn(permission, target));
  return ok({ value: found.map(toPermissionBody) });
};

export const updatePermission: GraphHandler = (call, at, ground) => {
  const permission = findPermission(call, at, ground);
  const body = requireObject(call.body);
  requireProperties(body, ['roles'], 'permission');
  const changed = { ...permission, roles: [readRoles(body)] };
  ground.journal.commit({ kind: 'permission', permission: changed });
  return ok(toPermissionBody(changed));
};

export const deletePermission: GraphHandler = (call, at, ground) => {
  const permission = findPermission(call, at, ground);
  ground.journal.commit({ kind: 'permissionRemoved', id: permission.id });
  return noContent;
};

type Target = Pick<SitePermission, 'siteId' | 'listId' | 'itemId'>;
type Handled = Parameters<GraphHandler>;

function openTarget(call: Handled[0], at: Handled[1], ground: Handled[2]): Target {
  if (at['list'] === undefined) {
    return { siteId: openSite(call, ground, at['site'] ?? '', 'permissions').id };
  }
  const list = openList(call, ground, at['site'] ?? '', at['list'], 'permissions');
  const onList = { siteId: list.siteId, listId: list.id };
  if (at['item'] === undefined) return onList;
  const item = /^\d{1,9}$/.test(at['item']) ? list.items.get(Number(at['item'])) : undefined;
  if (!item) throw itemNotFound('The specified item was not found');
  return { ...onList, itemId: item.id };
}

const isOn = (permission: SitePermission, target: Target) =>
  permission.siteId === target.siteId &&
  permission.listId === target.listId &&
  permission.itemId === target.itemId;

function findPermission(call: Handled[0], at: Handled[1], ground: Handled[2]): SitePermission {
  const target = openTarget(call, at, ground);
  const permission = ground.state.permissions.find(
    (known) => known.id === at['permission'] && isOn(known, target),
  );
  if (!permission) throw itemNotFound('The specified permission was not found');
  return permission;
}

/** A list or item that has permissions of its own is one scope, however many grants are on it. */
function refuseFurtherScope(target: Target, { state, switches }: Handled[2]): void {
  if (target.listId === undefined) return;
  const scopes = new Set<string | number>();
  for (const permission of state.permissions) {
    if (permission.siteId !== target.siteId || permission.listId !== target.listId) continue;
    if (isOn(permission, target)) return;
    scopes.add(permission.itemId ?? 'list');
  }
  if (scopes.size < switches.mostPermissionScopes) return;
  throw invalidRequest('The list has as many unique permission scopes as it can hold.');
}

function readRoles(body: JsonObject): SiteRole {
  const given = body['roles'];
  const role = Array.isArray(given) && given.length === 1 ? (given[0] as unknown) : undefined;
  const known = roles.find((name) => name === role);
  if (!known) throw invalidRequest(`'roles' must name one of ${roles.join(', ')}.`);
  return known;
}

function readGrantedApp(body: JsonObject): { id: string; displayName: string } {
  // Older pages say grantedToIdentities; today's examples use an array under grantedTo as well.
  const granted =
    body['grantedTo'] ??
    body['grantedToV2'] ??
    body['grantedToIdentities'] ??
    body['grantedToIdentitiesV2'];
  const identities: readonly unknown[] = Array.isArray(granted) ? granted : [granted];
  const identity = identities[0];
  const app = isJsonObject(identity) ? identity['application'] : undefined;
  const id = isJsonObject(app) ? app['id'] : undefined;
  if (identities.length !== 1 || !isJsonObject(app) || typeof id !== 'string' || id === '') {
    throw new GraphFailure(400, 'invalidRequest', 'One application must be named in grantedTo.');
  }
  const displayName = app['displayName'];
  return { id, displayName: typeof displayName === 'string' ? displayName : id };
}

function toPermissionBody(permission: SitePermission): JsonObject {
  const identity = {
    application: { displayName: permission.displayName, id: permission.clientId },
  };
  return {
    id: permission.id,
    roles: permission.roles,
    grantedToIdentitiesV2: [identity],
    grantedToIdentities: [identity],
  };
}
