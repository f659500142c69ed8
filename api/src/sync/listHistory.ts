import * as z from 'zod/mini';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import type { ListDefinition } from './listDefinition';
import { toFields } from './sharePointItem';
import type { SharePointSite } from './sharePointSite';
import { ListItemGone, ListUnavailable, type ItemVersion } from './storedItem';

const identity = z.object({ id: z.nullish(z.string()), displayName: z.nullish(z.string()) });

// https://learn.microsoft.com/graph/api/listitem-list-versions
const listItemVersion = z.object({
  id: z.string(),
  lastModifiedDateTime: z.iso.datetime({ offset: true }),
  lastModifiedBy: z.nullish(
    z.object({ user: z.nullish(identity), application: z.nullish(identity) }),
  ),
  fields: z.optional(z.record(z.string(), z.unknown())),
});

/** Reads the versions SharePoint keeps of one item. */
export async function readHistory(
  { graph, site }: { graph: GraphClient; site: SharePointSite },
  definition: ListDefinition,
  itemId: string,
): Promise<ItemVersion[]> {
  try {
    const path = await site.listPath(definition.name);
    const versions = `${path}/items/${encodeURIComponent(itemId)}/versions`;
    return (await graph.getAll(`${versions}?$expand=fields`)).map((version) =>
      toItemVersion(definition, version),
    );
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.status === 404) throw new ListItemGone('The item is no longer in the list');
    throw new ListUnavailable('SharePoint does not tell the history', { cause: error });
  }
}

function toItemVersion(definition: ListDefinition, value: unknown): ItemVersion {
  const { id, lastModifiedDateTime, lastModifiedBy, fields } = listItemVersion.parse(value);
  const { user, application } = lastModifiedBy ?? {};
  return {
    id,
    at: new Date(lastModifiedDateTime).toISOString(),
    by: application || !user ? null : { userId: user.id ?? null, name: user.displayName ?? null },
    fields: toFields(definition, fields ?? {}),
  };
}
