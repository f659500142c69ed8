import * as z from 'zod/mini';
import type { PermissionGrant } from '../storage/registrationRecords';
import { graphPrincipal, registered } from '../storage/registrations';
import { requireGrantReader, requireGrantWriter } from './directoryAccess';
import { noContent, ok, type GraphGround, type GraphHandler } from './graphCall';
import { directoryBadRequest, directoryObjectNotFound, GraphFailure } from './graphFailure';
import type { JsonObject } from './jsonBody';
import { directoryPage } from './people';
import { filterProperties } from './propertyFilter';
import { refuseOptions } from './queryOptions';

export const listPermissionGrants: GraphHandler = (call, _at, ground) => {
  refuseOptions(call.query, ['filter', 'top', 'skiptoken']);
  requireGrantReader(call);
  const all = registered(ground.state, 'permissionGrant').map(toBody);
  const found = filterProperties(all, call.query.get('filter'));
  return ok(directoryPage(call, 'oauth2PermissionGrants', found, (each) => each));
};

const written = z.strictObject({
  clientId: z.guid(),
  consentType: z.literal('AllPrincipals'),
  resourceId: z.literal(graphPrincipal.id),
  scope: z.string(),
});

/** POST: consent for everyone, which is the only kind an administrator gives here. */
export const createPermissionGrant: GraphHandler = (call, _at, ground) => {
  requireGrantWriter(call, ground);
  const read = written.safeParse(call.body);
  if (!read.success) {
    throw directoryBadRequest(
      'Invalid value specified for property of resource OAuth2PermissionGrant.',
    );
  }
  const { clientId, resourceId } = read.data;
  const isThere = ground.state.registrations.get(clientId)?.type === 'servicePrincipal';
  if (!isThere || ground.replication.hides(clientId)) throw directoryObjectNotFound(clientId);
  const again = registered(ground.state, 'permissionGrant').some(
    (each) =>
      each.clientId === clientId &&
      each.resourceId === resourceId &&
      each.consentType === 'AllPrincipals',
  );
  if (again) {
    throw new GraphFailure(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      'Permission entry already exists.',
    );
  }
  const grant: PermissionGrant = {
    type: 'permissionGrant',
    id: ground.newId(),
    ...read.data,
    principalId: null,
  };
  ground.journal.commit({ kind: 'registration', registration: grant });
  return { status: 201, body: toBody(grant) };
};

export const updatePermissionGrant: GraphHandler = (call, at, ground) => {
  requireGrantWriter(call, ground);
  const grant = findGrant(at['grant'] ?? '', ground);
  const read = z.strictObject({ scope: z.string() }).safeParse(call.body);
  if (!read.success) throw directoryBadRequest("Only 'scope' can be changed.");
  ground.journal.commit({ kind: 'registration', registration: { ...grant, ...read.data } });
  return noContent;
};

export const deletePermissionGrant: GraphHandler = (call, at, ground) => {
  requireGrantWriter(call, ground);
  const { id } = findGrant(at['grant'] ?? '', ground);
  ground.journal.commit({ kind: 'registrationRemoved', id });
  return noContent;
};

function findGrant(id: string, ground: GraphGround): PermissionGrant {
  const grant = ground.state.registrations.get(id);
  if (grant?.type !== 'permissionGrant') throw directoryObjectNotFound(id);
  return grant;
}

function toBody({
  id,
  clientId,
  consentType,
  principalId,
  resourceId,
  scope,
}: PermissionGrant): JsonObject {
  return { id, clientId, consentType, principalId, resourceId, scope };
}
