import type { GraphCaller } from '../storage/entraTokens';
import type { GraphGround } from '../graph/graphCall';
import { fullControlId, roleDefinitions, siteRoleAssignments } from '../storage/siteSecurity';
import type { RoleAssignment, SiteGroup } from '../storage/siteSecurity';
import type { SharePointList } from '../storage/sharePointList';
import type { KeptSite } from '../storage/tenantState';
import { badArgument, listMissing } from './restFailure';

/** One call of SharePoint's own service, after its token and site were read. */
interface RestCall {
  readonly site: KeptSite;
  readonly caller: GraphCaller;
  readonly body: unknown;
  readonly ground: GraphGround;
}

interface RestRoute {
  readonly method: 'GET' | 'POST';
  /** What follows `/_api/web`; the groups are the handler's arguments. */
  readonly path: RegExp;
  readonly handle: (call: RestCall, ...at: readonly string[]) => unknown;
}

const list = String.raw`/lists\(guid'([0-9a-f-]{36})'\)`;
const route = (method: 'GET' | 'POST', path: string, handle: RestRoute['handle']): RestRoute => ({
  method,
  path: new RegExp(`^${path}$`, 'i'),
  handle,
});

/** The addresses of the site's web that the local tenant answers: its groups, lists and permissions. */
export const restRoutes: readonly RestRoute[] = [
  route('GET', '', ({ site }) => {
    const groups = [...site.groups.values()];
    const called = (kind: SiteGroup['kind']) =>
      toGroup(groups.find((group) => group.kind === kind));
    const [template, configuration] = (site.template ?? 'STS#3').split('#');
    return {
      Id: site.id.split(',').at(-1),
      WebTemplate: template,
      Configuration: Number(configuration),
      Title: site.displayName,
      AssociatedOwnerGroup: called('owners'),
      AssociatedMemberGroup: called('members'),
      AssociatedVisitorGroup: called('visitors'),
    };
  }),
  route('GET', '/roledefinitions', () => ({
    value: roleDefinitions.map(({ Id, Name, RoleTypeKind }) => ({ Id, Name, RoleTypeKind })),
  })),
  route('GET', '/lists', ({ site }) => ({
    value: [...site.lists.values()].map((each) => ({
      Id: each.id,
      Title: each.displayName,
      Hidden: false,
      HasUniqueRoleAssignments: each.roleAssignments !== null,
    })),
  })),
  route('GET', String.raw`/sitegroups\((\d+)\)/users`, (call, id) => ({
    value: groupOf(call, id).members.map((login, index) => ({
      Id: 100 + index,
      LoginName: login,
      Title: login,
    })),
  })),
  route('POST', String.raw`/sitegroups\((\d+)\)/users`, (call, id) => {
    const group = groupOf(call, id);
    const login = loginIn(call);
    const members = [...new Set([...group.members, login])];
    const { site, ground } = call;
    ground.journal.commit({
      kind: 'siteGroup',
      siteId: site.id,
      group: { ...group, members },
    });
    return { LoginName: login };
  }),
  route('GET', `${list}/roleassignments`, (call, id) => {
    const found = listOf(call, id);
    return {
      value: (found.roleAssignments ?? siteRoleAssignments).map((each) => ({
        PrincipalId: each.principalId,
        Member: principal(call, each.principalId),
        RoleDefinitionBindings: roleDefinitions
          .filter(({ Id }) => each.roleDefinitionIds.includes(Id))
          .map(({ Id, Name, RoleTypeKind }) => ({ Id, Name, RoleTypeKind })),
      })),
    };
  }),
  route(
    'POST',
    String.raw`${list}/breakroleinheritance\(copyroleassignments=(true|false), *clearsubscopes=(?:true|false)\)`,
    (call, id, copies) => {
      const found = listOf(call, id);
      // Who broke it is left with full control, so that they can go on; nobody else is.
      const alone = [{ principalId: callerPrincipal(call), roleDefinitionIds: [fullControlId] }];
      const copied = found.roleAssignments ?? siteRoleAssignments;
      setRoles(call, found, copies.toLowerCase() === 'true' ? copied : alone);
      return undefined;
    },
  ),
  route('POST', `${list}/resetroleinheritance`, (call, id) => {
    setRoles(call, listOf(call, id), null);
    return undefined;
  }),
  route(
    'POST',
    String.raw`${list}/roleassignments/(add|remove)roleassignment\(principalid=(\d+), *roledefid=(\d+)\)`,
    (call, id, act, principalId, roleId) => {
      const found = listOf(call, id);
      if (found.roleAssignments === null) {
        throw badArgument('This list inherits its permissions: break the inheritance first.');
      }
      const wanted = { principal: Number(principalId), role: Number(roleId) };
      if (!roleDefinitions.some(({ Id }) => Id === wanted.role)) {
        throw badArgument(`The role definition ${wanted.role} does not exist.`);
      }
      principal(call, wanted.principal);
      const roles = held(found.roleAssignments, wanted.principal);
      const changed =
        act.toLowerCase() === 'add'
          ? [...new Set([...roles, wanted.role])]
          : roles.filter((role) => role !== wanted.role);
      const others = found.roleAssignments.filter((each) => each.principalId !== wanted.principal);
      const mine = { principalId: wanted.principal, roleDefinitionIds: changed };
      setRoles(call, found, changed.length === 0 ? others : [...others, mine]);
      return undefined;
    },
  ),
];

const held = (assignments: readonly RoleAssignment[], principalId: number): readonly number[] =>
  assignments.find((each) => each.principalId === principalId)?.roleDefinitionIds ?? [];

function setRoles(
  { ground }: RestCall,
  { siteId, id }: SharePointList,
  assignments: readonly RoleAssignment[] | null,
): void {
  ground.journal.commit({ kind: 'listRoles', siteId, listId: id, assignments });
}

function listOf({ site }: RestCall, id: string | undefined): SharePointList {
  const found = site.lists.get((id ?? '').toLowerCase());
  if (!found) throw listMissing();
  return found;
}

function groupOf({ site }: RestCall, id: string | undefined): SiteGroup {
  const group = site.groups.get(Number(id));
  if (!group) throw badArgument('Group cannot be found.');
  return group;
}

const toGroup = (group: SiteGroup | undefined) =>
  group && { Id: group.id, Title: group.title, LoginName: group.title };

/** App-only, SharePoint acts as an account of its own. */
const appPrincipal = 1_073_741_822;

function callerPrincipal({ caller, ground }: RestCall): number {
  const { userId } = caller;
  return (
    (userId === undefined ? undefined : ground.state.userLookupIds.get(userId)) ?? appPrincipal
  );
}

function principal({ site, ground }: RestCall, id: number): { Id: number; Title: string } {
  const group = site.groups.get(id);
  if (group) return { Id: id, Title: group.title };
  if (id === appPrincipal) return { Id: id, Title: 'SharePoint App' };
  for (const [userId, lookupId] of ground.state.userLookupIds) {
    if (lookupId === id)
      return { Id: id, Title: ground.state.users.get(userId)?.displayName ?? '' };
  }
  throw badArgument('The user or group cannot be found.');
}

function loginIn({ body, ground }: RestCall): string {
  const login = (body as { LoginName?: unknown } | undefined)?.LoginName;
  const groupId =
    typeof login === 'string' ? /^c:0t\.c\|tenant\|(.+)$/.exec(login)?.[1] : undefined;
  if (typeof login !== 'string' || (groupId !== undefined && !ground.state.groups.has(groupId))) {
    throw badArgument('The specified user could not be found.');
  }
  return login;
}
