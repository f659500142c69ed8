import * as z from 'zod/mini';
import type { FederatedCredential } from '../storage/registrationRecords';
import { registered } from '../storage/registrations';
import { findApplication } from './applications';
import { requireAppReader, requireAppWriter } from './directoryAccess';
import { context, noContent, ok, type GraphGround, type GraphHandler } from './graphCall';
import { directoryBadRequest, directoryObjectNotFound } from './graphFailure';
import type { JsonObject } from './jsonBody';
import { refuseOptions } from './queryOptions';

const atMost = 20;
const body = z.strictObject({
  issuer: z.string().check(z.minLength(1), z.maxLength(600)),
  subject: z.string().check(z.minLength(1), z.maxLength(600)),
  audiences: z.tuple([z.string().check(z.minLength(1), z.maxLength(600))]),
  description: z._default(z.nullable(z.string()), null),
});
const nameForm = /^[A-Za-z0-9][A-Za-z0-9_-]{2,119}$/;

/** GET /applications/{id}/federatedIdentityCredentials. */
export const listFederatedCredentials: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, []);
  requireAppReader(call);
  const { id } = findApplication(at['application'] ?? '', ground);
  return ok({
    '@odata.context': context(`applications('${id}')/federatedIdentityCredentials`),
    value: credentialsOf(id, ground).map(toBody),
  });
};

/** PATCH …/federatedIdentityCredentials(name='…'), under which it is made where that is preferred. */
export const upsertFederatedCredential: GraphHandler = (call, at, ground) => {
  requireAppWriter(call, ground);
  const { id: applicationId } = findApplication(at['application'] ?? '', ground);
  const asked = at['credential'] ?? '';
  const name = /^\(name='(.+)'\)$/.exec(asked)?.[1];
  const all = credentialsOf(applicationId, ground);
  const known = all.find((each) => (name === undefined ? each.id === asked : each.name === name));
  const isUpsert = name !== undefined && call.header('prefer') === 'create-if-missing';
  if (!known && !isUpsert) throw directoryObjectNotFound(name ?? asked);
  const read = body.safeParse(call.body);
  if (!read.success || (name !== undefined && !nameForm.test(name))) {
    throw directoryBadRequest('Invalid value specified for a FederatedIdentityCredential.');
  }
  const isTaken = all.some(
    (each) =>
      each.id !== known?.id &&
      each.issuer === read.data.issuer &&
      each.subject === read.data.subject,
  );
  if (isTaken) {
    throw directoryBadRequest(
      'FederatedIdentityCredential with the same issuer and subject already exists on this application.',
      'FederatedIdentityCredentialIssuerSubjectConflict',
    );
  }
  if (!known && all.length === atMost) {
    throw directoryBadRequest(`An application holds at most ${atMost} federated credentials.`);
  }
  const credential: FederatedCredential = {
    type: 'federatedCredential',
    ...{ id: known?.id ?? ground.newId(), applicationId, name: known?.name ?? name ?? '' },
    ...read.data,
  };
  ground.journal.commit({ kind: 'registration', registration: credential });
  if (known) return noContent;
  const at201 = `applications('${applicationId}')/federatedIdentityCredentials/$entity`;
  return { status: 201, body: { '@odata.context': context(at201), ...toBody(credential) } };
};

const credentialsOf = (applicationId: string, ground: GraphGround) =>
  registered(ground.state, 'federatedCredential').filter(
    (each) => each.applicationId === applicationId,
  );

function toBody(credential: FederatedCredential): JsonObject {
  const { id, name, issuer, subject, audiences, description } = credential;
  return { id, name, issuer, subject, audiences, description };
}
