import * as z from 'zod/mini';
import type { AppRoleAssignment } from '../storage/registrationRecords';
import { graphPrincipal, registered } from '../storage/registrations';
import { requireAppReader, requireRoleAssigner } from './directoryAccess';
import { noContent, ok, toGraphTime, type GraphGround, type GraphHandler } from './graphCall';
import { directoryBadRequest, directoryObjectNotFound } from './graphFailure';
import type { JsonObject } from './jsonBody';
import { directoryPage } from './people';
import { refuseOptions } from './queryOptions';
import { findServicePrincipal } from './servicePrincipals';

/** GET …/appRoleAssignedTo: who holds a role of this service principal. */
export const listAssignedTo: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['top', 'skiptoken']);
  requireAppReader(call);
  const resourceId = idOf(at['servicePrincipal'] ?? '', ground);
  const found = registered(ground.state, 'appRoleAssignment').filter(
    (each) => each.resourceId === resourceId,
  );
  return ok(directoryPage(call, 'appRoleAssignments', found, (each) => toBody(each, ground)));
};

/** GET …/appRoleAssignments: which roles this service principal holds of others. */
export const listAssignments: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['top', 'skiptoken']);
  requireAppReader(call);
  const principalId = idOf(at['servicePrincipal'] ?? '', ground);
  const found = registered(ground.state, 'appRoleAssignment').filter(
    (each) => each.principalId === principalId,
  );
  return ok(directoryPage(call, 'appRoleAssignments', found, (each) => toBody(each, ground)));
};

const written = z.object({ principalId: z.guid(), resourceId: z.guid(), appRoleId: z.guid() });

export const createAssignment: GraphHandler = (call, at, ground) => {
  const resourceId = idOf(at['servicePrincipal'] ?? '', ground);
  requireRoleAssigner(call, ground, resourceId === graphPrincipal.id);
  const read = written.safeParse(call.body);
  if (!read.success || read.data.resourceId !== resourceId) {
    throw directoryBadRequest(
      'Invalid value specified for property of resource AppRoleAssignment.',
    );
  }
  const { principalId, appRoleId } = read.data;
  if (!rolesOf(resourceId, ground).some(({ id }) => id === appRoleId)) {
    throw directoryBadRequest('Permission being assigned was not found on application');
  }
  const principalType = typeOf(principalId, ground);
  const again = registered(ground.state, 'appRoleAssignment').some(
    (each) =>
      each.resourceId === resourceId &&
      each.principalId === principalId &&
      each.appRoleId === appRoleId,
  );
  if (again) {
    throw directoryBadRequest(
      'Permission being assigned already exists on the object',
      'InvalidUpdate',
    );
  }
  const assignment: AppRoleAssignment = {
    type: 'appRoleAssignment',
    id: ground.newId(),
    principalId,
    principalType,
    resourceId,
    appRoleId,
    createdAt: toGraphTime(ground.now()),
  };
  ground.journal.commit({ kind: 'registration', registration: assignment });
  return { status: 201, body: toBody(assignment, ground) };
};

export const deleteAssignment: GraphHandler = (call, at, ground) => {
  const resourceId = idOf(at['servicePrincipal'] ?? '', ground);
  requireRoleAssigner(call, ground, resourceId === graphPrincipal.id);
  const assignment = ground.state.registrations.get(at['assignment'] ?? '');
  if (assignment?.type !== 'appRoleAssignment' || assignment.resourceId !== resourceId) {
    throw directoryObjectNotFound(at['assignment'] ?? '');
  }
  ground.journal.commit({ kind: 'registrationRemoved', id: assignment.id });
  return noContent;
};

function idOf(asked: string, ground: GraphGround): string {
  const isGraph = asked === graphPrincipal.id || asked === `(appId='${graphPrincipal.appId}')`;
  return isGraph ? graphPrincipal.id : findServicePrincipal(asked, ground).id;
}

function rolesOf(
  resourceId: string,
  { state }: GraphGround,
): readonly { readonly id: string; readonly value: string }[] {
  if (resourceId === graphPrincipal.id) return graphPrincipal.appRoles;
  const resource = state.registrations.get(resourceId);
  if (resource?.type !== 'servicePrincipal') return [];
  const application = registered(state, 'application').find(
    (each) => each.appId === resource.appId,
  );
  return application?.body.appRoles ?? [];
}

function typeOf(principalId: string, ground: GraphGround): AppRoleAssignment['principalType'] {
  const { state, replication } = ground;
  if (state.users.has(principalId)) return 'User';
  if (state.groups.has(principalId)) return 'Group';
  const isKnown = state.registrations.get(principalId)?.type === 'servicePrincipal';
  if (!isKnown || replication.hides(principalId)) {
    throw directoryBadRequest('Not a valid reference update.');
  }
  return 'ServicePrincipal';
}

function toBody(assignment: AppRoleAssignment, { state }: GraphGround): JsonObject {
  const { id, principalId, principalType, resourceId, appRoleId, createdAt } = assignment;
  const principal =
    state.users.get(principalId) ??
    state.groups.get(principalId) ??
    state.registrations.get(principalId);
  return {
    id,
    principalId,
    principalType,
    principalDisplayName: principal && 'displayName' in principal ? principal.displayName : null,
    resourceId,
    appRoleId,
    createdDateTime: createdAt,
    deletedDateTime: null,
  };
}
