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

/** …/members: who and which groups are in it themselves. */
export const listMembers: GraphHandler = (call, at, ground) => {
  const { memberIds } = groupToRead(call, at, ground);
  return membersPage(call, memberIds, ground);
};

/** …/transitiveMembers: the same, and who and which groups are in those, each once. */
export const listTransitiveMembers: GraphHandler = (call, at, ground) => {
  const { memberIds } = groupToRead(call, at, ground);
  const found = new Set<string>();
  const add = (ids: readonly string[]) => {
    for (const id of ids) {
      if (found.has(id)) continue;
      found.add(id);
      add(ground.state.groups.get(id)?.memberIds ?? []);
    }
  };
  add(memberIds);
  return membersPage(call, [...found], ground);
};

function groupToRead(
  call: GraphCall,
  at: Readonly<Record<string, string>>,
  ground: GraphGround,
): KeptGroup {
  refuseOptions(call.query, ['select', 'top', 'skiptoken']);
  requireScope(call, groupReaders);
  return findGroup(at['group'] ?? '', ground);
}

function membersPage(call: GraphCall, ids: readonly string[], ground: GraphGround) {
  const select = readSelect(call.query.get('select'));
  const members = ids.flatMap((id): JsonObject[] => {
    const user = ground.state.users.get(id);
    if (user) return [{ '@odata.type': '#microsoft.graph.user', ...toUserBody(user, call) }];
    const group = ground.state.groups.get(id);
    if (!group) return [];
    const body = selectProperties(toGroupBody(group), select, ['id']);
    return [{ '@odata.type': '#microsoft.graph.group', ...body }];
  });
  return ok(directoryPage(call, 'directoryObjects', members, (member) => member));
}

/** GET /groups/delta?$select=members&$filter=id eq '…' or id eq '…': who joined and who left since the token. */
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
    token === 'latest'
      ? []
      : groups.flatMap((group) => toGroupChange(group, since, select, ground) ?? []);
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
  { state }: GraphGround,
): JsonObject | undefined {
  const member = (id: string) => ({
    '@odata.type': `#microsoft.graph.${state.groups.has(id) ? 'group' : 'user'}`,
    id,
  });
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

/** A delta's filter names up to 50 objects. */
const mostFiltered = 50;

function filteredIds(filter: string | undefined): string[] {
  if (filter === undefined) return [];
  const ids = filter.split(' or ').flatMap((clause) =>
    parseFilter(clause).map(({ path, operator, literal }) => {
      if (path !== 'id' || operator !== 'eq' || typeof literal.value !== 'string') {
        throw badRequest("Only 'id eq' can be filtered in a delta of groups.");
      }
      return literal.value;
    }),
  );
  if (ids.length > mostFiltered) throw badRequest(`At most ${mostFiltered} ids can be filtered.`);
  return ids;
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
