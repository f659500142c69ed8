import {
  createApplication,
  deleteApplication,
  getApplication,
  listApplications,
  updateApplication,
} from './applications';
import {
  createAssignment,
  deleteAssignment,
  listAssignedTo,
  listAssignments,
} from './appRoleAssignments';
import { addPassword } from './applicationPasswords';
import { listFederatedCredentials, upsertFederatedCredential } from './federatedCredentials';
import type { GraphCall, GraphHandler } from './graphCall';
import { deltaGroups, getGroup, listGroups, listMembers, listTransitiveMembers } from './groups';
import { createItem, deleteItem, getFields, getItem, listItems, updateFields } from './items';
import { deltaItems } from './itemsDelta';
import { getVersion, listVersions, restoreVersion } from './itemVersions';
import {
  createColumn,
  createList,
  deleteColumn,
  deleteList,
  getColumn,
  getList,
  listColumns,
  listLists,
  updateColumn,
} from './lists';
import { getMe, getUser, listUsers } from './people';
import {
  createPermissionGrant,
  deletePermissionGrant,
  listPermissionGrants,
  updatePermissionGrant,
} from './permissionGrants';
import {
  createServicePrincipal,
  deleteServicePrincipal,
  getServicePrincipal,
  updateServicePrincipal,
} from './servicePrincipals';
import { listTeamsApps } from './teamsApps';
import { sendActivityNotification, sendActivityNotificationToRecipients } from './activityFeed';
import { getCopilotReport, getReportSettings, updateReportSettings } from './copilotReports';
import {
  createEvent,
  deleteEvent,
  getEvent,
  listCalendarView,
  listEvents,
  updateEvent,
} from './events';
import {
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  updateSubscription,
} from './subscriptions';
import {
  createPermission,
  deletePermission,
  getSite,
  listPermissions,
  updatePermission,
} from './sites';

export interface GraphRoute {
  readonly method: string;
  readonly path: string;
  /** SharePoint resource units; the directory's calls have limits of their own and cost none here. */
  readonly units: number | ((call: GraphCall) => number);
  readonly handle: GraphHandler;
}

const single = 1;
const query = 2;
const change = 2;
const permission = 5;
const directory = 0;

const list = '/sites/{site}/lists/{list}';
const subscription = '/subscriptions/{subscription}';
const application = '/applications/{application}';
const servicePrincipal = '/servicePrincipals/{servicePrincipal}';
const grant = '/oauth2PermissionGrants/{grant}';
const item = `${list}/items/{item}`;

/** Every address the local tenant answers, with its documented cost. */
export const graphRoutes: readonly GraphRoute[] = [
  { method: 'GET', path: '/sites/{site}', units: single, handle: getSite },
  { method: 'GET', path: '/sites/{site}/lists', units: query, handle: listLists },
  { method: 'POST', path: '/sites/{site}/lists', units: change, handle: createList },
  ...[`/sites/{site}/permissions`, `${list}/permissions`, `${item}/permissions`].flatMap((path) => [
    { method: 'GET', path, units: permission, handle: listPermissions },
    { method: 'POST', path, units: permission, handle: createPermission },
    {
      method: 'PATCH',
      path: `${path}/{permission}`,
      units: permission,
      handle: updatePermission,
    },
    {
      method: 'DELETE',
      path: `${path}/{permission}`,
      units: permission,
      handle: deletePermission,
    },
  ]),
  { method: 'GET', path: list, units: single, handle: getList },
  { method: 'DELETE', path: list, units: change, handle: deleteList },
  { method: 'GET', path: `${list}/columns`, units: query, handle: listColumns },
  { method: 'POST', path: `${list}/columns`, units: change, handle: createColumn },
  { method: 'GET', path: `${list}/columns/{column}`, units: single, handle: getColumn },
  { method: 'PATCH', path: `${list}/columns/{column}`, units: change, handle: updateColumn },
  { method: 'DELETE', path: `${list}/columns/{column}`, units: change, handle: deleteColumn },
  { method: 'GET', path: `${list}/items`, units: query, handle: listItems },
  { method: 'POST', path: `${list}/items`, units: change, handle: createItem },
  {
    method: 'GET',
    path: `${list}/items/delta`,
    units: (call) => (call.query.has('token') ? single : query),
    handle: deltaItems,
  },
  { method: 'GET', path: item, units: single, handle: getItem },
  { method: 'DELETE', path: item, units: change, handle: deleteItem },
  { method: 'GET', path: `${item}/fields`, units: single, handle: getFields },
  { method: 'PATCH', path: `${item}/fields`, units: change, handle: updateFields },
  { method: 'GET', path: `${item}/versions`, units: query, handle: listVersions },
  { method: 'GET', path: `${item}/versions/{version}`, units: single, handle: getVersion },
  {
    method: 'POST',
    path: `${item}/versions/{version}/restoreVersion`,
    units: change,
    handle: restoreVersion,
  },
  { method: 'GET', path: '/subscriptions', units: directory, handle: listSubscriptions },
  { method: 'POST', path: '/subscriptions', units: directory, handle: createSubscription },
  { method: 'GET', path: subscription, units: directory, handle: getSubscription },
  { method: 'PATCH', path: subscription, units: directory, handle: updateSubscription },
  { method: 'DELETE', path: subscription, units: directory, handle: deleteSubscription },
  { method: 'GET', path: '/me', units: directory, handle: getMe },
  { method: 'GET', path: '/users', units: directory, handle: listUsers },
  { method: 'GET', path: '/users/{user}', units: directory, handle: getUser },
  {
    method: 'POST',
    path: '/users/{user}/teamwork/sendActivityNotification',
    units: directory,
    handle: sendActivityNotification,
  },
  {
    method: 'POST',
    path: '/teamwork/sendActivityNotificationToRecipients',
    units: directory,
    handle: sendActivityNotificationToRecipients,
  },
  ...['/me/events', '/users/{user}/events', '/groups/{group}/events'].flatMap((path) => [
    { method: 'GET', path, units: directory, handle: listEvents },
    { method: 'POST', path, units: directory, handle: createEvent },
    { method: 'GET', path: `${path}/{event}`, units: directory, handle: getEvent },
    { method: 'PATCH', path: `${path}/{event}`, units: directory, handle: updateEvent },
    { method: 'DELETE', path: `${path}/{event}`, units: directory, handle: deleteEvent },
  ]),
  ...['/me/calendarView', '/users/{user}/calendarView'].map((path) => ({
    ...{ method: 'GET', path, units: directory, handle: listCalendarView },
  })),
  { method: 'GET', path: '/copilot/reports/{report}', units: directory, handle: getCopilotReport },
  { method: 'GET', path: '/admin/reportSettings', units: directory, handle: getReportSettings },
  {
    method: 'PATCH',
    path: '/admin/reportSettings',
    units: directory,
    handle: updateReportSettings,
  },
  { method: 'GET', path: '/applications', units: directory, handle: listApplications },
  { method: 'POST', path: '/applications', units: directory, handle: createApplication },
  { method: 'GET', path: application, units: directory, handle: getApplication },
  { method: 'PATCH', path: application, units: directory, handle: updateApplication },
  { method: 'DELETE', path: application, units: directory, handle: deleteApplication },
  { method: 'POST', path: `${application}/addPassword`, units: directory, handle: addPassword },
  {
    method: 'GET',
    path: `${application}/federatedIdentityCredentials`,
    units: directory,
    handle: listFederatedCredentials,
  },
  {
    method: 'PATCH',
    path: `${application}/federatedIdentityCredentials/{credential}`,
    units: directory,
    handle: upsertFederatedCredential,
  },
  { method: 'GET', path: '/appCatalogs/teamsApps', units: directory, handle: listTeamsApps },
  { method: 'POST', path: '/servicePrincipals', units: directory, handle: createServicePrincipal },
  { method: 'GET', path: servicePrincipal, units: directory, handle: getServicePrincipal },
  { method: 'PATCH', path: servicePrincipal, units: directory, handle: updateServicePrincipal },
  { method: 'DELETE', path: servicePrincipal, units: directory, handle: deleteServicePrincipal },
  {
    method: 'GET',
    path: `${servicePrincipal}/appRoleAssignments`,
    units: directory,
    handle: listAssignments,
  },
  {
    method: 'GET',
    path: `${servicePrincipal}/appRoleAssignedTo`,
    units: directory,
    handle: listAssignedTo,
  },
  {
    method: 'POST',
    path: `${servicePrincipal}/appRoleAssignedTo`,
    units: directory,
    handle: createAssignment,
  },
  {
    method: 'DELETE',
    path: `${servicePrincipal}/appRoleAssignedTo/{assignment}`,
    units: directory,
    handle: deleteAssignment,
  },
  {
    method: 'GET',
    path: '/oauth2PermissionGrants',
    units: directory,
    handle: listPermissionGrants,
  },
  {
    method: 'POST',
    path: '/oauth2PermissionGrants',
    units: directory,
    handle: createPermissionGrant,
  },
  { method: 'PATCH', path: grant, units: directory, handle: updatePermissionGrant },
  { method: 'DELETE', path: grant, units: directory, handle: deletePermissionGrant },
  { method: 'GET', path: '/groups', units: directory, handle: listGroups },
  { method: 'GET', path: '/groups/delta', units: directory, handle: deltaGroups },
  { method: 'GET', path: '/groups/{group}', units: directory, handle: getGroup },
  { method: 'GET', path: '/groups/{group}/members', units: directory, handle: listMembers },
  {
    method: 'GET',
    path: '/groups/{group}/transitiveMembers',
    units: directory,
    handle: listTransitiveMembers,
  },
];
