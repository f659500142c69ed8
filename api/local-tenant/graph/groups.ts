import type { KeptGroup } from '../storage/directoryRecords';
import { searchDirectory } from './directorySearch';
import { context, ok, type GraphCall, type GraphGround, type GraphHandler } from './graphCall';
import { badRequest, directoryObjectNotFound, GraphFailure } from './graphFailure';
import { parseFilter } from './filterParser';
import type { JsonObject } from './jsonBody';
import { nextLink, sealPosition, unsealPosition } from './paging';
import { directoryPage, requireScope, toUserBody } from './people';
import { filterProperties } from './propertyFilter';
import { readSelect, refuseOptions, selectProperties } from './queryOptions';

const groupReaders = [
  'GroupMember.Read.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
];

export const listGroups: GraphHandler = (call, _at, ground) => {
  refuseOptions(call.query, ['select', 'filter', 'search', 'top', 'skiptoken']);
  requireScope(call, groupReaders);
  const select = readSelect(call.query.get('select'));
  const groups = filterProperties(
    [...ground.state.groups.values()].map(toGroupBody),
    call.query.get('filter'),
  );
  const found = searchDirectory(call, groups);
  return ok(directoryPage(call, 'groups', found, (group) => selectProperties(group, select)));
};

export const getGroup: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select']);
  requireScope(call, groupReaders);
  const body = toGroupBody(findGroup(at['group'] ?? '', ground));
  const select = readSelect(call.query.get('select'));
  return ok({ '@odata.context': context('groups/$entity'), ...selectProperties(body, select) });
};

/** …/members and …/transitiveMembers, which are the same here: the local tenant nests no groups. */
export const listMembers: GraphHandler = (call, at, ground) => {
  refuseOptions(call.query, ['select', 'top', 'skiptoken']);
  requireScope(call, groupReaders);
  const group = findGroup(at['group'] ?? '', ground);
  const members = group.memberIds.flatMap((id) => ground.state.users.get(id) ?? []);
  return ok(
    directoryPage(call, 'directoryObjects', members, (user) => ({
      '@odata.type': '#microsoft.graph.user',
      ...toUserBody(user, call),
    })),
  );
};

/** GET /groups/delta?$select=members&$filter=id eq '…': who joined and who left since the token. */
export const deltaGroups: GraphHandler = (call, _at, ground) => {
  refuseOptions(call.query, ['select', 'filter', 'deltatoken', 'skiptoken']);
  requireScope(call, groupReaders);
  const select = readSelect(call.query.get('select'));
  const wanted = new Set(filteredIds(call.query.get('filter')));
  const groups = [...ground.state.groups.values()].filter(
    (group) => wanted.size === 0 || wanted.has(group.id),
  );
  const token = call.query.get('deltatoken');
  // The address of a reset has an empty token: it begins anew.
  const isStart = token === undefined || token === '' || token === 'latest';
  const since = isStart ? undefined : readSince(call, token, ground);
  const value =
    token === 'latest' ? [] : groups.flatMap((group) => toGroupChange(group, since, select) ?? []);
  return ok({
    '@odata.context': context('groups'),
    '@odata.deltaLink': nextLink(
      call,
      sealPosition(`members:${ground.state.directorySequence}:${ground.now().getTime()}`),
      '$deltatoken',
    ),
    value,
  });
};

/** Links of the directory live seven days. */
const deltaLivesMs = 7 * 86_400_000;

function readSince(call: GraphCall, token: string, ground: GraphGround): number {
  const match = unsealPosition(token, /^members:(\d{1,15}):(\d{1,15})$/, '$deltatoken');
  const [, since, givenAt] = match.map(Number);
  if (ground.now().getTime() - (givenAt ?? 0) <= deltaLivesMs) return since ?? 0;
  if (ground.switches.expiredDirectoryDelta === 'syncStateNotFound400') {
    throw new GraphFailure(
      400,
      'syncStateNotFound',
      'The sync state generation is not found. The delta token is expired and data must be synchronized again.',
    );
  }
  const start = nextLink(call, '', '$deltatoken');
  throw new GraphFailure(410, 'syncStateNotFound', 'The delta token is expired.', {
    headers: { Location: start },
  });
}

function toGroupChange(
  group: KeptGroup,
  since: number | undefined,
  select: readonly string[] | undefined,
): JsonObject | undefined {
  const member = (id: string) => ({ '@odata.type': '#microsoft.graph.user', id });
  let members: JsonObject[];
  if (since === undefined) {
    members = group.memberIds.map(member);
  } else {
    // Latest state only: someone who left and came back has simply joined.
    const latest = new Map<string, boolean>();
    for (const change of group.changes) {
      if (change.sequence > since) latest.set(change.userId, change.joined);
    }
    if (latest.size === 0) return undefined;
    members = [...latest].map(([id, joined]) =>
      joined ? member(id) : { ...member(id), '@removed': { reason: 'deleted' } },
    );
  }
  const withMembers = !select || select.includes('members');
  return {
    ...selectProperties(toGroupBody(group), select, ['id']),
    ...(withMembers ? { 'members@delta': members } : {}),
  };
}

function filteredIds(filter: string | undefined): string[] {
  if (filter === undefined) return [];
  // Up to 50 groups may be named; `or` is the documented way, one group is what is asked for here.
  return parseFilter(filter).map(({ path, operator, literal }) => {
    if (path !== 'id' || operator !== 'eq' || typeof literal.value !== 'string') {
      throw badRequest("Only 'id eq' can be filtered in a delta of groups.");
    }
    return literal.value;
  });
}

function findGroup(id: string, ground: GraphGround): KeptGroup {
  const group = ground.state.groups.get(id);
  if (!group) throw directoryObjectNotFound(id);
  return group;
}

function toGroupBody(group: KeptGroup): JsonObject {
  return {
    id: group.id,
    displayName: group.displayName,
    mailEnabled: false,
    securityEnabled: true,
  };
}
