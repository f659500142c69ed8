import type { ListDefinition } from '../../sync/listDefinition';
import type { Change } from '../step';
import { onceMore, settle } from './settle';
import type { SharePointClient } from './sharePointClient';
import { readLists, type Site, type SiteList } from './site';
import {
  listPath,
  readAssignments,
  readSiteRoles,
  readUniqueLists,
  type RoleAssignment,
  type SiteRoles,
} from './siteRoles';

/** One permission a principal has on a list, or should have. */
interface Permission {
  readonly principalId: number;
  readonly roleId: number;
  readonly told: string;
}

/**
 * Gives every list permissions of its own: full control to the site's owners and, on lists that the
 * programme's people may read, reading to its visitors. Nobody else keeps any, whoever gave it.
 */
export async function readPermissions(
  site: Site,
  sharePoint: SharePointClient,
  lists: readonly SiteList[],
): Promise<(definition: ListDefinition) => Promise<Change[]>> {
  const roles = await readSiteRoles(sharePoint);
  const found = await readHeld(sharePoint, lists);
  return async (definition) => {
    const told = whatDiffers(definition, roles, await found(definition));
    if (told === null) return [];
    return [{ ...told, apply: () => bring(site, sharePoint, definition, roles) }];
  };
}

/** What is not as provisioning leaves it: who may open a list and should not, and the other way round. */
export interface PermissionGap {
  readonly list: ListDefinition['name'];
  /** It has the site's permissions: whoever may open the site may open it. */
  readonly inherits: boolean;
  readonly missing: readonly string[];
  readonly tooMuch: readonly string[];
}

/** The lists of the site whose permissions are other ones; a list that is not there has none. */
export async function readPermissionGaps(
  sharePoint: SharePointClient,
  definitions: readonly ListDefinition[],
  lists: readonly SiteList[],
): Promise<readonly PermissionGap[]> {
  const roles = await readSiteRoles(sharePoint);
  const held = await readHeld(sharePoint, lists);
  const there = definitions.filter(({ name }) =>
    lists.some(({ displayName }) => displayName === name),
  );
  const gaps = await Promise.all(
    there.map(async (definition) => {
      const found = await held(definition);
      return { list: definition.name, ...gapOf(definition, roles, found) };
    }),
  );
  return gaps.filter(
    ({ inherits, missing, tooMuch }) => inherits || missing.length + tooMuch.length > 0,
  );
}

/** A list's own permissions; null where it inherits the site's, or is not there. */
async function readHeld(sharePoint: SharePointClient, lists: readonly SiteList[]) {
  const unique = await readUniqueLists(sharePoint);
  return async ({ name }: ListDefinition): Promise<readonly RoleAssignment[] | null> => {
    const list = lists.find(({ displayName }) => displayName === name);
    const own = list !== undefined && unique.has(list.id.toLowerCase());
    return own ? readAssignments(sharePoint, list.id) : null;
  };
}

function gapOf(
  definition: ListDefinition,
  roles: SiteRoles,
  found: readonly RoleAssignment[] | null,
): Omit<PermissionGap, 'list'> {
  if (found === null) return { inherits: true, missing: [], tooMuch: [] };
  const { given, taken } = difference(definition, roles, found);
  const told = (those: readonly Permission[]) => those.map((each) => each.told);
  return { inherits: false, missing: told(given), tooMuch: told(taken) };
}

/**
 * Null where a list's permissions are as they should be; `found` null: it inherits the site's. What is
 * done is told in the same words however far an interrupted run got; the reason says what is there.
 */
function whatDiffers(
  definition: ListDefinition,
  roles: SiteRoles,
  found: readonly RoleAssignment[] | null,
): Pick<Change, 'what' | 'why'> | null {
  const { name, readBy } = definition;
  const { owners, visitors } = roles;
  const what = readBy
    ? `let ${visitors.title} read ${name} and ${owners.title} change it, nobody else`
    : `let ${owners.title} open ${name}, nobody else`;
  const gap = gapOf(definition, roles, found);
  if (gap.inherits) {
    const why = readBy
      ? 'who takes part may read what the programme works with, and changes it in the tab'
      : 'the list holds what people did or said: the tab shows each person what is for them';
    return { what, why };
  }
  const missing = gap.missing.map((told) => `${told} is missing`);
  const tooMuch = gap.tooMuch.map((told) => `${told} is too much`);
  const told = [...missing, ...tooMuch];
  return told.length === 0
    ? null
    : { what, why: `its permissions are other ones now: ${told.join(', ')}` };
}

function difference(
  definition: ListDefinition,
  roles: SiteRoles,
  found: readonly RoleAssignment[],
): { given: Permission[]; taken: Permission[] } {
  const wanted: Permission[] = [
    permission(roles.owners, { id: roles.fullControl, name: 'full control' }),
    ...(definition.readBy ? [permission(roles.visitors, { id: roles.read, name: 'reading' })] : []),
  ];
  const held = found.flatMap((each) => each.roles.map((role) => permission(each.principal, role)));
  const isAmong = (all: readonly Permission[], one: Permission) =>
    all.some((each) => each.principalId === one.principalId && each.roleId === one.roleId);
  return {
    given: wanted.filter((each) => !isAmong(held, each)),
    taken: held.filter((each) => !isAmong(wanted, each)),
  };
}

const permission = (
  principal: { id: number; title: string },
  role: { id: number; name: string },
): Permission => ({
  principalId: principal.id,
  roleId: role.id,
  told: `${principal.title} ${role.name}`,
});

/**
 * Closes the list first and opens it after: a run that breaks off leaves it narrower than wanted,
 * never wider. Whoever closed it holds it by themselves until the owners do.
 */
async function bring(
  site: Site,
  sharePoint: SharePointClient,
  definition: ListDefinition,
  roles: SiteRoles,
): Promise<void> {
  const list = (await readLists(site)).find(({ displayName }) => displayName === definition.name);
  if (!list) throw new Error(`The list ${definition.name} is gone: somebody removed it meanwhile`);
  const path = listPath(list.id);
  const isUnique = async () => (await readUniqueLists(sharePoint)).has(list.id.toLowerCase());
  if (!(await isUnique())) {
    await settle(
      () =>
        sharePoint.post(
          `${path}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`,
        ),
      isUnique,
    );
  }
  const { given, taken } = difference(
    definition,
    roles,
    await readAssignments(sharePoint, list.id),
  );
  const set = (act: 'add' | 'remove', { principalId, roleId }: Permission) =>
    settle(
      () =>
        sharePoint.post(
          `${path}/roleassignments/${act}roleassignment(principalid=${principalId},roledefid=${roleId})`,
        ),
      onceMore,
    );
  for (const each of given) await set('add', each);
  for (const each of taken) await set('remove', each);
}
