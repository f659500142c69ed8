import type { DirectoryUser } from '../storage/directoryRecords';
import { findByUserPrincipalName } from '../storage/tenantState';
import { context, ok, type GraphCall, type GraphHandler } from './graphCall';
import {
  badRequest,
  directoryObjectNotFound,
  GraphFailure,
  privilegesMissing,
} from './graphFailure';
import { searchDirectory } from './directorySearch';
import type { JsonObject } from './jsonBody';
import { nextLink, sealPosition, unsealPosition } from './paging';
import { filterProperties } from './propertyFilter';
import { readSelect, readTop, refuseOptions, selectProperties } from './queryOptions';

const userReaders = [
  'User.Read.All',
  'User.ReadBasic.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
];

/** What Graph gives of a person when no `$select` asks for more. */
const defaultUserProperties = [
  'id',
  'displayName',
  'userPrincipalName',
  'mail',
  'jobTitle',
  'preferredLanguage',
];

const directoryPageSize = { standard: 100, most: 999 };

export function requireScope(call: GraphCall, scopes: readonly string[]): void {
  if (!scopes.some((scope) => call.caller.scopes.includes(scope))) throw privilegesMissing();
}

export const getMe: GraphHandler = (call, _at, ground) => {
  refuseOptions(call.query, ['select']);
  if (call.caller.userId === undefined) {
    throw badRequest('/me request is only valid with delegated authentication flow.');
  }
  requireScope(call, ['User.Read', ...userReaders]);
  const user = ground.state.users.get(call.caller.userId);
  if (!user) throw directoryObjectNotFound(call.caller.userId);
  return ok({ '@odata.context': context('users/$entity'), ...toUserBody(user, call) });
};

export const getUser: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select']);
  const id = at['user'] ?? '';
  const user = ground.state.users.get(id) ?? findByUserPrincipalName(ground.state, id);
  const isOwn = user !== undefined && user.id === call.caller.userId;
  requireScope(call, isOwn ? ['User.Read', ...userReaders] : userReaders);
  if (!user) throw directoryObjectNotFound(id);
  return ok({ '@odata.context': context('users/$entity'), ...toUserBody(user, call) });
};

export const listUsers: GraphHandler = (call, _at, ground) => {
  refuseOptions(call.query, ['select', 'filter', 'search', 'top', 'skiptoken']);
  requireScope(call, userReaders);
  const users = filterProperties(
    [...ground.state.users.values()].map((user) => ({ ...user })),
    call.query.get('filter'),
  );
  const found = searchDirectory(call, users);
  return ok(directoryPage(call, 'users', found, (user) => toUserBody(user, call)));
};

/** One page of a directory collection; its members are few enough to be counted through. */
export function directoryPage<T>(
  call: GraphCall,
  fragment: string,
  resources: readonly T[],
  toBody: (resource: T) => JsonObject,
): JsonObject {
  const top = readTop(call.query) ?? directoryPageSize.standard;
  if (top > directoryPageSize.most) {
    throw new GraphFailure(
      400,
      'Request_UnsupportedQuery',
      `Invalid page size specified: '${top}'. Must be between 1 and ${directoryPageSize.most} inclusive.`,
    );
  }
  const token = call.query.get('skiptoken');
  const from = token === undefined ? 0 : Number(unsealPosition(token, /^page:(\d{1,9})$/)[1]);
  const more = resources.length > from + top;
  return {
    '@odata.context': context(fragment),
    ...(more ? { '@odata.nextLink': nextLink(call, sealPosition(`page:${from + top}`)) } : {}),
    value: resources.slice(from, from + top).map(toBody),
  };
}

export function toUserBody(user: DirectoryUser, call: GraphCall): JsonObject {
  const select = readSelect(call.query.get('select')) ?? defaultUserProperties;
  return selectProperties({ ...user }, select);
}
