import { columnSteps, type ColumnStep } from '../../provision/sharepoint/columnSteps';
import { isOurs, readColumns } from '../../provision/sharepoint/listPlan';
import { readLists as readSiteLists, type Site } from '../../provision/sharepoint/site';
import type { ListDefinition, ListName } from '../../sync/listDefinition';

/** A list as it is: gone, somebody else's of the same name, or ours with what its columns still need. */
export type FoundList =
  | { readonly name: ListName; readonly state: 'missing' | 'notOurs' }
  | { readonly name: ListName; readonly state: 'ours'; readonly steps: readonly ColumnStep[] };

/** Every list of the definitions as the site has it, read side by side. */
export async function readLists(
  site: Site,
  definitions: readonly ListDefinition[],
): Promise<FoundList[]> {
  const lists = await readSiteLists(site);
  return Promise.all(
    definitions.map(async (definition): Promise<FoundList> => {
      const { name } = definition;
      const list = lists.find(({ displayName }) => displayName === name);
      if (!list) return { name, state: 'missing' };
      const columns = await readColumns(site, `/sites/${site.id}/lists/${list.id}`);
      if (!isOurs(columns)) return { name, state: 'notOurs' };
      return { name, state: 'ours', steps: columnSteps(definition, columns) };
    }),
  );
}
