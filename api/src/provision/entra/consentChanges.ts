import * as z from 'zod/mini';
import type { GraphClient } from '../../graph/graphClient';
import { GraphError } from '../../graph/graphError';
import type { Change } from '../step';
import { idIn } from './appAspects';
import type { ServicePrincipal } from './registeredApp';
import { applicationPermissions, delegatedPermissions } from './wantedApp';

const assignment = z.object({ resourceId: z.string(), appRoleId: z.string() });
const grant = z.object({
  id: z.string(),
  resourceId: z.string(),
  consentType: z.string(),
  scope: z.string(),
});

/** The application permissions of Graph that nobody has consented to for the app yet. */
export async function missingConsent(
  graph: GraphClient,
  app: ServicePrincipal | undefined,
  ofGraph: ServicePrincipal,
): Promise<readonly string[]> {
  if (!app) return applicationPermissions;
  const held = (await graph.getAll(`/servicePrincipals/${app.id}/appRoleAssignments`))
    .map((each) => assignment.parse(each))
    .filter(({ resourceId }) => resourceId === ofGraph.id);
  return applicationPermissions.filter(
    (name) => !held.some(({ appRoleId }) => appRoleId === idIn(ofGraph.appRoles, name)),
  );
}

/** Consent for everyone, given by whoever signed in: one change for each application permission. */
export async function consentChanges(options: {
  graph: GraphClient;
  app: ServicePrincipal | undefined;
  ofGraph: ServicePrincipal;
  /** The app's service principal once it is there. */
  appNow: () => Promise<ServicePrincipal>;
}): Promise<Change[]> {
  const { graph, app, ofGraph, appNow } = options;
  const missing = await missingConsent(graph, app, ofGraph);
  const changes: Change[] = missing.map((name) => ({
    what: `Consent to ${name} for the app itself`,
    why: 'What it is for, and what fails without it, stands in docs/permissions.md.',
    needs: 'AppRoleAssignment.ReadWrite.All',
    apply: async () => {
      const { id } = await appNow();
      const body = {
        principalId: id,
        resourceId: ofGraph.id,
        appRoleId: idIn(ofGraph.appRoles, name),
      };
      await unlessThere(graph.post(`/servicePrincipals/${ofGraph.id}/appRoleAssignedTo`, body));
    },
  }));
  const scope = delegatedPermissions.join(' ');
  const given = app ? await grantOf(graph, app.id, ofGraph.id) : undefined;
  const had = given?.scope.split(' ') ?? [];
  if (delegatedPermissions.every((name) => had.includes(name))) return changes;
  changes.push({
    what: `Consent to ${delegatedPermissions.join(', ')} on behalf of whoever is signed in`,
    why: 'They reach no further than the person’s own rights, and nobody is asked one by one.',
    needs: 'DelegatedPermissionGrant.ReadWrite.All',
    apply: async () => {
      const clientId = (await appNow()).id;
      const known = await grantOf(graph, clientId, ofGraph.id);
      if (known) {
        const all = new Set([...known.scope.split(' '), ...delegatedPermissions]);
        await graph.patch(`/oauth2PermissionGrants/${known.id}`, { scope: [...all].join(' ') });
        return;
      }
      const body = { clientId, consentType: 'AllPrincipals', resourceId: ofGraph.id, scope };
      await unlessThere(graph.post('/oauth2PermissionGrants', body));
    },
  });
  return changes;
}

async function grantOf(graph: GraphClient, clientId: string, resourceId: string) {
  const filter = encodeURIComponent(`clientId eq '${clientId}'`);
  const all = await graph.getAll(`/oauth2PermissionGrants?$filter=${filter}`);
  return all
    .map((each) => grant.parse(each))
    .find((each) => each.resourceId === resourceId && each.consentType === 'AllPrincipals');
}

/** Entra says in one of two ways that it was there already: that is what was wanted. */
export async function unlessThere(made: Promise<unknown>): Promise<void> {
  try {
    await made;
  } catch (error) {
    const isThere =
      error instanceof GraphError &&
      (error.status === 409 || error.status === 400) &&
      error.message.includes('already exists');
    if (!isThere) throw error;
  }
}
