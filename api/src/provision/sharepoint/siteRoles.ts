import * as z from 'zod/mini';
import type { SharePointClient } from './sharePointClient';

/** The two groups of a site that Last Mile gives something, and the ids of its permission levels. */
export interface SiteRoles {
  readonly owners: Principal;
  readonly visitors: Principal;
  readonly fullControl: number;
  readonly read: number;
}

interface Principal {
  readonly id: number;
  readonly title: string;
}

/** Who may do what on one list, as SharePoint tells it. */
export interface RoleAssignment {
  readonly principal: Principal;
  readonly roles: readonly { readonly id: number; readonly name: string }[];
}

const group = z.object({ Id: z.number(), Title: z.string() });
const web = z.object({
  AssociatedOwnerGroup: z.nullish(group),
  AssociatedVisitorGroup: z.nullish(group),
});
const role = z.object({ Id: z.number(), Name: z.string(), RoleTypeKind: z.number() });
const roles = z.object({ value: z.array(role) });
const assignments = z.object({
  value: z.array(z.object({ Member: group, RoleDefinitionBindings: z.array(role) })),
});
const lists = z.object({
  value: z.array(z.object({ Id: z.string(), HasUniqueRoleAssignments: z.boolean() })),
});
const users = z.object({ value: z.array(z.object({ LoginName: z.string() })) });

/** `SP.RoleType`: names of permission levels are translated, their kinds are not. */
const kinds = { limitedAccess: 1, read: 2, fullControl: 5 } as const;

/** Throws for a site without the groups that every site is made with. */
export async function readSiteRoles(sharePoint: SharePointClient): Promise<SiteRoles> {
  const groups = web.parse(
    await sharePoint.get('/web?$expand=AssociatedOwnerGroup,AssociatedVisitorGroup'),
  );
  const known = roles.parse(await sharePoint.get('/web/roledefinitions')).value;
  const ofKind = (kind: number) => known.find(({ RoleTypeKind }) => RoleTypeKind === kind)?.Id;
  const [fullControl, read] = [ofKind(kinds.fullControl), ofKind(kinds.read)];
  const { AssociatedOwnerGroup: owners, AssociatedVisitorGroup: visitors } = groups;
  if (!owners || !visitors || fullControl === undefined || read === undefined) {
    throw new Error(
      'The site has no group of owners or of visitors of its own (Site permissions > Advanced): take one that has them',
    );
  }
  return {
    owners: { id: owners.Id, title: owners.Title },
    visitors: { id: visitors.Id, title: visitors.Title },
    fullControl,
    read,
  };
}

/** The ids of the lists that have permissions of their own. */
export async function readUniqueLists(sharePoint: SharePointClient): Promise<Set<string>> {
  const path = '/web/lists?$select=Id,HasUniqueRoleAssignments';
  const all = lists.parse(await sharePoint.get(path)).value;
  const unique = all.filter((each) => each.HasUniqueRoleAssignments);
  return new Set(unique.map(({ Id }) => Id.toLowerCase()));
}

/** What a list's own permissions give; the access SharePoint leaves to who may open one item is no access to a list. */
export async function readAssignments(
  sharePoint: SharePointClient,
  listId: string,
): Promise<RoleAssignment[]> {
  const path = `${listPath(listId)}/roleassignments?$expand=Member,RoleDefinitionBindings`;
  return assignments
    .parse(await sharePoint.get(path))
    .value.map(({ Member, RoleDefinitionBindings }) => ({
      principal: { id: Member.Id, title: Member.Title },
      roles: RoleDefinitionBindings.filter(
        ({ RoleTypeKind }) => RoleTypeKind !== kinds.limitedAccess,
      ).map(({ Id, Name }) => ({ id: Id, name: Name })),
    }))
    .filter((each) => each.roles.length > 0);
}

export async function readGroupLogins(
  sharePoint: SharePointClient,
  groupId: number,
): Promise<string[]> {
  const found = users.parse(
    await sharePoint.get(`/web/sitegroups(${groupId})/users?$select=LoginName`),
  );
  return found.value.map(({ LoginName }) => LoginName.toLowerCase());
}

export const listPath = (listId: string): string => `/web/lists(guid'${listId}')`;
