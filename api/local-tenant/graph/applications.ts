import { randomUUID } from 'node:crypto';
import type { Application } from '../storage/registrationRecords';
import { registered } from '../storage/registrations';
import { changeApplication, emptyApplication } from './applicationBody';
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
import { directoryBadRequest, directoryObjectNotFound } from './graphFailure';
import { requireObject, type JsonObject } from './jsonBody';
import { directoryPage } from './people';
import { readSelect, refuseOptions, selectProperties } from './queryOptions';

/** GET /applications; of filters it knows the one on the beginning of an identifier URI. */
export const listApplications: GraphHandler = (call, _at, ground) => {
  refuseOptions(call.query, ['select', 'filter', 'top', 'skiptoken']);
  requireAppReader(call);
  const select = readSelect(call.query.get('select'));
  const start = readUriStart(call.query.get('filter'));
  const found = registered(ground.state, 'application').filter(
    ({ body }) => start === '' || body.identifierUris.some((uri) => uri.startsWith(start)),
  );
  return ok(
    directoryPage(call, 'applications', found, (each) =>
      selectProperties(toBody(each, false), select),
    ),
  );
};

export const createApplication: GraphHandler = (call, _at, ground) => {
  requireAppWriter(call, ground);
  return create(ground, null, requireObject(call.body));
};

export const getApplication: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select']);
  requireAppReader(call);
  const application = findApplication(at['application'] ?? '', ground);
  const select = readSelect(call.query.get('select'));
  // A certificate itself is told only when it is asked for by name.
  const body = toBody(application, select?.includes('keyCredentials') ?? false);
  return ok({
    '@odata.context': context('applications/$entity'),
    ...selectProperties(body, select),
  });
};

/** PATCH by object id or by `uniqueName`, under which it is made where it is missing and that is preferred. */
export const updateApplication: GraphHandler = (call, at, ground) => {
  requireAppWriter(call, ground);
  const body = requireObject(call.body);
  const named = uniqueNameOf(at['application'] ?? '');
  const known = registered(ground.state, 'application').find(
    (each) => named !== undefined && each.uniqueName === named,
  );
  const isUpsert = named !== undefined && call.header('prefer') === 'create-if-missing';
  if (isUpsert && !known) return create(ground, named, body);
  const application = isUpsert && known ? known : findApplication(at['application'] ?? '', ground);
  const changed = changeApplication(application.body, body);
  refuseTakenUris(changed.identifierUris, application, ground);
  ground.journal.commit({ kind: 'registration', registration: { ...application, body: changed } });
  return noContent;
};

/** With an application go its federated credentials, its service principal, and what was assigned and granted to and by that. */
export const deleteApplication: GraphHandler = (call, at, ground) => {
  requireAppWriter(call, ground);
  const application = findApplication(at['application'] ?? '', ground);
  const principal = registered(ground.state, 'servicePrincipal').find(
    (each) => each.appId === application.appId,
  );
  if (principal) removePrincipal(principal.id, ground);
  for (const each of registered(ground.state, 'federatedCredential')) {
    if (each.applicationId !== application.id) continue;
    ground.journal.commit({ kind: 'registrationRemoved', id: each.id });
  }
  ground.journal.commit({ kind: 'registrationRemoved', id: application.id });
  return noContent;
};

export function removePrincipal(id: string, ground: GraphGround): void {
  const { state, journal } = ground;
  const hanging = [
    ...registered(state, 'appRoleAssignment').filter(
      (each) => each.principalId === id || each.resourceId === id,
    ),
    ...registered(state, 'permissionGrant').filter(
      (each) => each.clientId === id || each.resourceId === id,
    ),
  ];
  for (const each of hanging) journal.commit({ kind: 'registrationRemoved', id: each.id });
  journal.commit({ kind: 'registrationRemoved', id });
}

function create(ground: GraphGround, uniqueName: string | null, body: JsonObject): GraphAnswer {
  if (typeof body['displayName'] !== 'string') {
    throw directoryBadRequest(
      "A value is required for property 'displayName' of resource 'Application'.",
    );
  }
  const application: Application = {
    type: 'application',
    id: ground.newId(),
    appId: randomUUID(),
    uniqueName,
    createdAt: toGraphTime(ground.now()),
    body: changeApplication(emptyApplication, body),
  };
  refuseTakenUris(application.body.identifierUris, application, ground);
  ground.journal.commit({ kind: 'registration', registration: application });
  ground.replication.made(application.id);
  return {
    status: 201,
    body: { '@odata.context': context('applications/$entity'), ...toBody(application, false) },
  };
}

/** By object id, `(appId='…')` or `(uniqueName='…')`. */
export function findApplication(asked: string, ground: GraphGround): Application {
  const [named, appId] = [uniqueNameOf(asked), appIdOf(asked)];
  const found = registered(ground.state, 'application').find((each) =>
    named !== undefined
      ? each.uniqueName === named
      : appId !== undefined
        ? each.appId === appId
        : each.id === asked,
  );
  if (!found || ground.replication.hides(found.id)) {
    throw directoryObjectNotFound(named ?? appId ?? asked);
  }
  return found;
}

const appIdOf = (asked: string) => /^\(appId='(.+)'\)$/.exec(asked)?.[1];

const uniqueNameOf = (asked: string) => /^\(uniqueName='(.+)'\)$/.exec(asked)?.[1];

const uriFilter = /^identifierUris\/any\((\w):startswith\(\1,\s*'([^']+)'\)\)$/;

function readUriStart(filter: string | undefined): string {
  if (filter === undefined) return '';
  const start = uriFilter.exec(filter)?.[2];
  if (start === undefined)
    throw directoryBadRequest(
      `Unsupported or invalid query filter clause specified for property 'identifierUris' of resource 'Application'.`,
    );
  return start;
}

function refuseTakenUris(uris: readonly string[], mine: Application, ground: GraphGround): void {
  for (const uri of uris) {
    // Without the app's own id in it, the host would have to be a verified domain of the tenant.
    if (!uri.endsWith(`/${mine.appId}`)) {
      throw directoryBadRequest(
        `Values of identifierUris property must use a verified domain of the organization or its subdomain: '${uri}'`,
        'HostNameNotOnVerifiedDomain',
      );
    }
  }
  const taken = registered(ground.state, 'application').some(
    (each) => each.id !== mine.id && each.body.identifierUris.some((uri) => uris.includes(uri)),
  );
  if (!taken) return;
  throw directoryBadRequest(
    'Another object with the same value for property identifierUris already exists.',
    'ObjectConflict',
  );
}

function toBody(application: Application, withKeys: boolean): JsonObject {
  const { id, appId, uniqueName, createdAt, body } = application;
  return {
    id,
    appId,
    uniqueName,
    createdDateTime: createdAt,
    deletedDateTime: null,
    passwordCredentials: [],
    ...body,
    keyCredentials: body.keyCredentials.map((each) => ({
      ...each,
      key: withKeys ? each.key : null,
    })),
  };
}
