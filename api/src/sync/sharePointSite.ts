import * as z from 'zod/mini';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import type { ListName } from './listDefinition';

/** Where the lists are in Graph; looked up once and remembered. */
export interface SharePointSite {
  /** `/sites/{site}/lists/{list}`; throws GraphError 404 while the list does not exist. */
  listPath(list: ListName): Promise<string>;
  listId(list: ListName): Promise<string>;
  /** After a 404: the list may have been made anew. */
  forget(): void;
}

const site = z.object({ id: z.string() });
const list = z.object({ id: z.string(), displayName: z.string() });

/** The id of a site, given as that id or as its https address. */
export async function findSiteId(graph: GraphClient, idOrUrl: string): Promise<string> {
  if (!idOrUrl.startsWith('https://')) return idOrUrl;
  const { hostname, pathname } = new URL(idOrUrl);
  const path = pathname.replace(/\/+$/, '');
  const found = await graph.get(path === '' ? `/sites/${hostname}` : `/sites/${hostname}:${path}`);
  return site.parse(found).id;
}

/** Finds the lists of a site by their display names. */
export function createSharePointSite(graph: GraphClient, idOrUrl: string): SharePointSite {
  let found: Promise<{ siteId: string; lists: ReadonlyMap<string, string> }> | undefined;

  async function lookUp() {
    const siteId = await findSiteId(graph, idOrUrl);
    const all = await graph.getAll(`/sites/${siteId}/lists?$select=id,displayName`);
    return {
      siteId,
      lists: new Map(
        all.map((each) => list.parse(each)).map((each) => [each.displayName, each.id]),
      ),
    };
  }

  async function locate(name: ListName): Promise<{ siteId: string; listId: string }> {
    const { siteId, lists } = await (found ??= lookUp().catch((error: unknown) => {
      found = undefined;
      throw error;
    }));
    const listId = lists.get(name);
    if (listId !== undefined) return { siteId, listId };
    found = undefined;
    throw new GraphError({
      status: 404,
      code: 'listNotProvisioned',
      message: `The site has no list ${name}: run npm run provision`,
    });
  }

  return {
    async listPath(name) {
      const { siteId, listId } = await locate(name);
      return `/sites/${siteId}/lists/${listId}`;
    },
    listId: async (name) => (await locate(name)).listId,
    forget() {
      found = undefined;
    },
  };
}
