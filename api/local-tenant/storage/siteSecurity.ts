import type { PersonRights } from './directoryRecords';

/** A group of one site, which SharePoint keeps beside the directory's groups. */
export interface SiteGroup {
  readonly id: number;
  readonly title: string;
  readonly kind: 'owners' | 'visitors' | 'members';
  /** Login names: a person's, a directory group's, or everybody's. */
  readonly members: readonly string[];
}

/** What one principal may do on a list or a site; a group's id, or a person's in the user list. */
export interface RoleAssignment {
  readonly principalId: number;
  readonly roleDefinitionIds: readonly number[];
}

/** The permission levels every site begins with, by the ids and kinds SharePoint gives them. */
export const roleDefinitions = [
  { Id: 1_073_741_829, Name: 'Full Control', RoleTypeKind: 5, rights: 'owner' },
  { Id: 1_073_741_828, Name: 'Design', RoleTypeKind: 4, rights: 'write' },
  { Id: 1_073_741_830, Name: 'Edit', RoleTypeKind: 6, rights: 'write' },
  { Id: 1_073_741_827, Name: 'Contribute', RoleTypeKind: 3, rights: 'write' },
  { Id: 1_073_741_826, Name: 'Read', RoleTypeKind: 2, rights: 'read' },
  { Id: 1_073_741_825, Name: 'Limited Access', RoleTypeKind: 1, rights: 'none' },
] as const satisfies readonly {
  Id: number;
  Name: string;
  RoleTypeKind: number;
  rights: PersonRights;
}[];

export const fullControlId = 1_073_741_829;

/** The claim of everybody with an account here, as SharePoint writes it. */
export const everyoneLogin = 'c:0-.f|rolemanager|spo-grid-all-users';
export const personLogin = (userPrincipalName: string) =>
  `i:0#.f|membership|${userPrincipalName.toLowerCase()}`;
export const directoryGroupLogin = (groupId: string) => `c:0t.c|tenant|${groupId}`;

/** A new site's groups: everybody is a member, as in a public team's site, until somebody changes it. */
export function newSiteGroups(siteTitle: string): SiteGroup[] {
  return [
    { id: 3, title: `${siteTitle} Owners`, kind: 'owners', members: [] },
    { id: 4, title: `${siteTitle} Visitors`, kind: 'visitors', members: [] },
    { id: 5, title: `${siteTitle} Members`, kind: 'members', members: [everyoneLogin] },
  ];
}

/** The assignments a site begins with, inherited by every list without its own. */
export const siteRoleAssignments: readonly RoleAssignment[] = [
  { principalId: 3, roleDefinitionIds: [fullControlId] },
  { principalId: 4, roleDefinitionIds: [1_073_741_826] },
  { principalId: 5, roleDefinitionIds: [1_073_741_830] },
];

const strongest: readonly PersonRights[] = ['owner', 'write', 'read'];

/** The most that assignments give to someone who is these principals. */
export function rightsFrom(
  assignments: readonly RoleAssignment[],
  isPrincipal: (principalId: number) => boolean,
): PersonRights {
  const held = assignments
    .filter(({ principalId }) => isPrincipal(principalId))
    .flatMap(({ roleDefinitionIds }) => roleDefinitionIds)
    .map((id) => roleDefinitions.find((role) => role.Id === id)?.rights);
  return strongest.find((rights) => held.includes(rights as never)) ?? 'none';
}
