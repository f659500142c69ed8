import * as z from 'zod/mini';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import { CommandWrong } from '../provision/commandWrong';
import type { ServicePrincipal } from '../provision/entra/registeredApp';

const assignment = z.object({
  id: z.string(),
  principalId: z.string(),
  principalType: z.enum(['User', 'Group', 'ServicePrincipal']),
  principalDisplayName: z.nullish(z.string()),
  appRoleId: z.string(),
});

/** Somebody, or a group, who holds a role of the app. */
export interface RoleHolder {
  readonly assignmentId: string;
  readonly principalId: string;
  readonly name: string;
  readonly isGroup: boolean;
  readonly role: string;
}

/** Where the app's roles are given and taken. */
export const assignedToPath = (app: ServicePrincipal) =>
  `/servicePrincipals/${app.id}/appRoleAssignedTo`;

export async function readHolders(
  graph: GraphClient,
  app: ServicePrincipal,
): Promise<RoleHolder[]> {
  const all = await graph.getAll(assignedToPath(app));
  return all
    .map((each) => assignment.parse(each))
    .flatMap((each) => {
      const role = app.appRoles.find(({ id }) => id === each.appRoleId)?.value;
      if (role === undefined || role === null || each.principalType === 'ServicePrincipal')
        return [];
      return [
        {
          assignmentId: each.id,
          principalId: each.principalId,
          name: each.principalDisplayName ?? each.principalId,
          isGroup: each.principalType === 'Group',
          role,
        },
      ];
    });
}

/** A person or a group a role can be given to. */
export interface Principal {
  readonly id: string;
  readonly isGroup: boolean;
}

const found = z.object({ id: z.string() });

/** Who is meant by an account's user name (with an @), or by a group's name. */
export async function findPrincipal(graph: GraphClient, typed: string): Promise<Principal> {
  if (typed.includes('@')) {
    try {
      const user = found.parse(await graph.get(`/users/${encodeURIComponent(typed)}?$select=id`));
      return { id: user.id, isGroup: false };
    } catch (error) {
      if (!(error instanceof GraphError) || error.status !== 404) throw error;
      throw new CommandWrong(`There is no account ${typed} in this tenant.`);
    }
  }
  const filter = encodeURIComponent(`displayName eq '${typed.replaceAll("'", "''")}'`);
  const groups = (await graph.getAll(`/groups?$filter=${filter}&$select=id`)).map((each) =>
    found.parse(each),
  );
  const [group] = groups;
  if (group && groups.length === 1) return { id: group.id, isGroup: true };
  throw new CommandWrong(
    group
      ? `${groups.length} groups are named ${typed}: give the role to people, or rename one.`
      : `There is no group ${typed} in this tenant; people are named with an @.`,
  );
}
