import * as z from 'zod/mini';
import type { ListDefinition } from '../../sync/listDefinition';
import type { Change } from '../step';
import { planGrantRemoval } from './appGrant';
import type { WantedSite } from './compareSite';
import { isOurs, readColumns, type Plan } from './listPlan';
import { settle } from './settle';
import { readLists, type Site, type SiteList } from './site';

const itemBody = z.object({ id: z.string(), createdDateTime: z.string() });

/**
 * Takes the app's access away and deletes the lists that Last Mile made, saying of each what data
 * goes. The site itself stays, and with it every list that is not ours, whatever its name.
 */
export async function planSiteRemoval(site: Site, wanted: WantedSite): Promise<Plan> {
  const changes: Change[] = wanted.app ? await planGrantRemoval(site, wanted.app) : [];
  const lists = await readLists(site);
  for (const { name } of wanted.definitions) {
    const list = lists.find(({ displayName }) => displayName === name);
    if (!list) continue;
    const path = `/sites/${site.id}/lists/${list.id}`;
    if (!isOurs(await readColumns(site, path))) continue;
    changes.push(await planListRemoval(site, name, list, path));
  }
  return { changes, conflicts: [] };
}

async function planListRemoval(
  site: Site,
  name: ListDefinition['name'],
  list: SiteList,
  path: string,
): Promise<Change> {
  const found = await site.graph.getAll(`${path}/items?$select=id,createdDateTime`);
  const days = found.map((each) => itemBody.parse(each).createdDateTime.slice(0, 10)).sort();
  const [first] = days;
  return {
    what: `delete the list ${name}`,
    why: 'Last Mile made it, and keeps nothing elsewhere in SharePoint',
    loses: first === undefined ? 'no items: it is empty' : itemsSince(days.length, first),
    apply: () =>
      settle(
        () => site.graph.delete(path),
        async () => !(await readLists(site)).some(({ id }) => id === list.id),
      ),
  };
}

const itemsSince = (count: number, first: string) =>
  count === 1 ? `1 item, of ${first}` : `${count} items, the first of ${first}`;
