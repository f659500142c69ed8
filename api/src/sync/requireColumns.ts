import * as z from 'zod/mini';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import { platformColumns, type ListDefinition } from './listDefinition';

const column = z.object({ name: z.string() });

/**
 * Refuses a list that lacks columns of this version, and names them: an older site was not
 * provisioned anew. It is refused as a list that is not there is, so its items wait.
 */
export async function requireColumns(
  graph: GraphClient,
  listPath: string,
  definition: ListDefinition,
): Promise<void> {
  const found = await graph.getAll(`${listPath}/columns?$select=name`);
  const names = new Set(found.map((each) => column.parse(each).name));
  const missing = [...platformColumns, ...definition.columns].filter(
    ({ name }) => !names.has(name),
  );
  if (missing.length === 0) return;
  const told = missing.map(({ name }) => name).join(', ');
  throw new GraphError({
    status: 404,
    code: 'columnsNotProvisioned',
    message: `The list ${definition.name} lacks columns of this version (${told}): run npm run provision`,
  });
}
