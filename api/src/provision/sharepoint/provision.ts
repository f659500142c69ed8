import * as z from 'zod/mini';
import type { GraphClient } from '../../graph/graphClient';
import { GraphError } from '../../graph/graphError';
import type { ListDefinition } from '../../sync/listDefinition';
import { findSiteId } from '../../sync/sharePointSite';
import { columnBody } from './columnBody';
import { describeStep, planList, type ExistingList, type ProvisionStep } from './provisionPlan';

export interface ProvisionOptions {
  /** With an administrator's permission (Sites.FullControl.All, or Sites.Manage.All without a grant). */
  graph: GraphClient;
  /** The site's id or its https address. */
  site: string;
  definitions: readonly ListDefinition[];
  /** The app that works on the lists: it is given `write` on this one site (Sites.Selected). */
  grantTo?: { clientId: string; displayName: string };
  dryRun?: boolean;
  /** Told each thing before it is done. */
  tell: (line: string) => void;
}

/** The lists cannot be brought into shape without a decision by a person. */
export class ProvisionConflict extends Error {
  override readonly name = 'ProvisionConflict';
}

const listBody = z.object({ id: z.string(), displayName: z.string() });
const permission = z.object({
  id: z.string(),
  roles: z.optional(z.array(z.string())),
  grantedToIdentitiesV2: z.optional(z.array(z.unknown())),
  grantedToIdentities: z.optional(z.array(z.unknown())),
  grantedToV2: z.optional(z.unknown()),
  grantedTo: z.optional(z.unknown()),
});

/**
 * Brings a site's lists into the shape the definitions ask for, whatever is there already: run
 * again it finds nothing to do. Nothing is removed. Answers how many things it did (or would do).
 */
export async function provision(options: ProvisionOptions): Promise<number> {
  const { graph, definitions, dryRun = false, tell } = options;
  const siteId = await findSite(graph, options.site);
  const steps = await plan(graph, siteId, definitions);
  const conflicts = steps.filter((step) => step.kind === 'conflict');
  if (conflicts.length > 0) throw new ProvisionConflict(conflicts.map(describeStep).join('\n'));

  for (const step of steps) {
    tell(describeStep(step));
    if (!dryRun) await take(graph, siteId, step);
  }
  const granted = options.grantTo ? await grant(options.grantTo) : 0;
  if (steps.length + granted === 0) tell('everything is in place');
  return steps.length + granted;

  async function grant(app: { clientId: string; displayName: string }): Promise<number> {
    const path = `/sites/${siteId}/permissions`;
    const all = (await graph.getAll(path)).map((each) => permission.parse(each));
    const mine = all.find((each) =>
      JSON.stringify(each).toLowerCase().includes(app.clientId.toLowerCase()),
    );
    if (mine?.roles?.some((role) => role !== 'read')) return 0;
    tell(`let ${app.displayName} (${app.clientId}) write to this site, and to no other`);
    if (dryRun) return 1;
    const roles = ['write'];
    if (mine) await graph.patch(`${path}/${encodeURIComponent(mine.id)}`, { roles });
    else {
      const application = { id: app.clientId, displayName: app.displayName };
      await graph.post(path, { roles, grantedTo: [{ application }] });
    }
    return 1;
  }
}

async function findSite(graph: GraphClient, site: string): Promise<string> {
  try {
    const siteId = await findSiteId(graph, site);
    await graph.get(`/sites/${siteId}?$select=id`);
    return siteId;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.status === 404) throw new Error(`There is no site ${site}`, { cause: error });
    if (error.status !== 401 && error.status !== 403) throw error;
    throw new Error(
      `Graph does not let this app near ${site} (${error.code || error.status}). ` +
        'It needs Sites.FullControl.All with admin consent while it provisions.',
      { cause: error },
    );
  }
}

async function plan(
  graph: GraphClient,
  siteId: string,
  definitions: readonly ListDefinition[],
): Promise<ProvisionStep[]> {
  const found = await graph.getAll(`/sites/${siteId}/lists?$select=id,displayName`);
  const lists = found.map((each) => listBody.parse(each));
  const steps: ProvisionStep[] = [];
  for (const definition of definitions) {
    const list = lists.find((each) => each.displayName === definition.name);
    let existing: ExistingList | undefined;
    if (list) {
      const columns = await graph.getAll(`/sites/${siteId}/lists/${list.id}/columns`);
      existing = { id: list.id, columns };
    }
    steps.push(...planList(definition, existing));
  }
  return steps;
}

async function take(graph: GraphClient, siteId: string, step: ProvisionStep): Promise<void> {
  const lists = `/sites/${siteId}/lists`;
  switch (step.kind) {
    case 'createList':
      await graph.post(lists, {
        displayName: step.list,
        columns: step.columns.map(columnBody),
        list: { template: 'genericList' },
      });
      return;
    case 'addColumn':
      await graph.post(`${lists}/${step.listId}/columns`, columnBody(step.column));
      return;
    case 'changeColumn':
      await graph.patch(`${lists}/${step.listId}/columns/${step.columnId}`, step.change);
      return;
    case 'conflict':
      throw new ProvisionConflict(describeStep(step));
  }
}
