import type { ServicePrincipal } from '../storage/registrationRecords';
import { graphPrincipal, registered } from '../storage/registrations';
import { removePrincipal } from './applications';
import { requireAppReader, requireAppWriter } from './directoryAccess';
import {
  context,
  noContent,
  ok,
  toGraphTime,
  type GraphAnswer,
  type GraphGround,
  type GraphHandler,
} from './graphCall';
import { directoryBadRequest, directoryObjectNotFound, GraphFailure } from './graphFailure';
import { requireObject, requireProperties, type JsonObject } from './jsonBody';
import { readSelect, refuseOptions, selectProperties } from './queryOptions';

const writable = ['appId', 'displayName', 'tags', 'notes', 'appRoleAssignmentRequired'];

export const createServicePrincipal: GraphHandler = (call, _at, ground) => {
  requireAppWriter(call, ground);
  const body = requireObject(call.body);
  requireProperties(body, writable, 'servicePrincipal');
  const appId = String(body['appId']);
  if (registered(ground.state, 'servicePrincipal').some((each) => each.appId === appId)) {
    throw new GraphFailure(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    );
  }
  return create(ground, appId, body);
};

export const getServicePrincipal: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select']);
  requireAppReader(call);
  const asked = at['servicePrincipal'] ?? '';
  const isGraph = asked === graphPrincipal.id || appIdOf(asked) === graphPrincipal.appId;
  const body = isGraph ? graphBody() : toBody(findServicePrincipal(asked, ground), ground);
  const select = readSelect(call.query.get('select'));
  return ok({
    '@odata.context': context('servicePrincipals/$entity'),
    ...selectProperties(body, select),
  });
};

/** PATCH by object id or by `appId`, under which it is made where it is missing and that is preferred. */
export const updateServicePrincipal: GraphHandler = (call, at, ground) => {
  requireAppWriter(call, ground);
  const body = requireObject(call.body);
  requireProperties(body, writable, 'servicePrincipal');
  const asked = at['servicePrincipal'] ?? '';
  const appId = appIdOf(asked);
  const known = registered(ground.state, 'servicePrincipal').find((each) => each.appId === appId);
  if (appId !== undefined && !known && call.header('prefer') === 'create-if-missing') {
    return create(ground, appId, body);
  }
  const principal = known ?? findServicePrincipal(asked, ground);
  const { tags } = body;
  if (Array.isArray(tags)) {
    ground.journal.commit({
      kind: 'registration',
      registration: { ...principal, tags: tags.map(String) },
    });
  }
  return noContent;
};

export const deleteServicePrincipal: GraphHandler = (call, at, ground) => {
  requireAppWriter(call, ground);
  removePrincipal(findServicePrincipal(at['servicePrincipal'] ?? '', ground).id, ground);
  return noContent;
};

function create(ground: GraphGround, appId: string, body: JsonObject): GraphAnswer {
  const application = registered(ground.state, 'application').find((each) => each.appId === appId);
  if (!application || ground.replication.hides(application.id)) {
    throw directoryBadRequest(
      `The appId '${appId}' of the service principal does not reference a valid application object.`,
      'NoBackingApplicationObject',
    );
  }
  const { tags } = body;
  const principal: ServicePrincipal = {
    type: 'servicePrincipal',
    id: ground.newId(),
    appId,
    displayName: application.body.displayName,
    tags: Array.isArray(tags) ? tags.map(String) : [],
    createdAt: toGraphTime(ground.now()),
  };
  ground.journal.commit({ kind: 'registration', registration: principal });
  ground.replication.made(principal.id);
  return {
    status: 201,
    body: {
      '@odata.context': context('servicePrincipals/$entity'),
      ...toBody(principal, ground),
    },
  };
}

/** By object id or by `(appId='…')`. */
export function findServicePrincipal(asked: string, ground: GraphGround): ServicePrincipal {
  const appId = appIdOf(asked);
  const found = registered(ground.state, 'servicePrincipal').find((each) =>
    appId === undefined ? each.id === asked : each.appId === appId,
  );
  if (!found || ground.replication.hides(found.id)) throw directoryObjectNotFound(appId ?? asked);
  return found;
}

const appIdOf = (asked: string) => /^\(appId='(.+)'\)$/.exec(asked)?.[1];

function toBody(principal: ServicePrincipal, ground: GraphGround): JsonObject {
  const { id, appId, displayName, tags, createdAt } = principal;
  const application = registered(ground.state, 'application').find((each) => each.appId === appId);
  return {
    id,
    appId,
    displayName,
    appDisplayName: application?.body.displayName ?? displayName,
    accountEnabled: true,
    appRoleAssignmentRequired: false,
    createdDateTime: createdAt,
    servicePrincipalType: principal.kind ?? 'Application',
    tags,
    appRoles: application?.body.appRoles ?? [],
    oauth2PermissionScopes: application?.body.api.oauth2PermissionScopes ?? [],
  };
}

function graphBody(): JsonObject {
  const { id, appId, displayName, appRoles, scopes } = graphPrincipal;
  return {
    id,
    appId,
    displayName,
    accountEnabled: true,
    servicePrincipalType: 'Application',
    tags: [],
    appRoles: appRoles.map((role) => ({
      ...role,
      displayName: role.value,
      isEnabled: true,
      allowedMemberTypes: ['Application'],
    })),
    oauth2PermissionScopes: scopes.map((scope) => ({ ...scope, isEnabled: true })),
  };
}
