import * as z from 'zod/mini';
import type { GraphClient } from '../../graph/graphClient';
import { GraphError } from '../../graph/graphError';
import { findSiteId } from '../../sync/sharePointSite';
import { PermissionMissing } from '../permissionMissing';
import type { SharePointClient } from './sharePointClient';

/** A site, and the two ways to speak to it. */
export interface Site {
  readonly id: string;
  /** Its https address. */
  readonly url: string;
  readonly graph: GraphClient;
  /** SharePoint's own service; without it who may open a list stays unknown. */
  readonly sharePoint: SharePointClient | undefined;
}

/** A list as the site tells of it. */
export interface SiteList {
  readonly id: string;
  /** The last part of its address, which stays when somebody renames it. */
  readonly name: string;
  readonly displayName: string;
  readonly isGeneric: boolean;
}

const siteBody = z.object({ id: z.string(), webUrl: z.optional(z.string()) });
const listBody = z.object({
  id: z.string(),
  name: z.optional(z.string()),
  displayName: z.string(),
  list: z.optional(z.object({ template: z.optional(z.string()) })),
});

/** Finds a site by its id or its https address; throws where there is none, saying how to make one. */
export async function openSite(
  graph: GraphClient,
  idOrUrl: string,
  sharePoint?: (siteUrl: string) => SharePointClient,
): Promise<Site> {
  const found = await findSite(graph, idOrUrl, sharePoint);
  if (!found) throw new Error(`There is no site ${idOrUrl}. ${howToMakeOne}`);
  return found;
}

/** The site at an id or an https address, or undefined where there is none. */
export async function findSite(
  graph: GraphClient,
  idOrUrl: string,
  sharePoint?: (siteUrl: string) => SharePointClient,
): Promise<Site | undefined> {
  try {
    const siteId = await findSiteId(graph, idOrUrl);
    const { id, webUrl } = siteBody.parse(await graph.get(`/sites/${siteId}?$select=id,webUrl`));
    const url = webUrl ?? idOrUrl;
    return { id, url, graph, sharePoint: sharePoint?.(url) };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.status === 404) return undefined;
    if (!isDenied(error)) throw error;
    throw new PermissionMissing(
      `Graph does not let this sign-in near ${idOrUrl} (${error.code || error.status}). It needs ` +
        'Sites.FullControl.All with admin consent while it provisions: a Global Administrator or a ' +
        'Privileged Role Administrator gives it. Where that was given, whoever signed in may not open ' +
        'the site: it takes a SharePoint Administrator who is an owner of it (SharePoint admin center > ' +
        'Active sites > the site > Membership > Site owners).',
      { cause: error },
    );
  }
}

/** Graph makes no site that suits (docs/decisions/0040): a person does, in two minutes. */
export const makeOneByHand =
  'A SharePoint Administrator makes one: SharePoint admin center > Active sites > Create > ' +
  'Browse more sites > "Team site" without a Microsoft 365 group, with nobody in Members.';

export const howToMakeOne =
  `${makeOneByHand} Or this command makes it, owned by whoever signs in: ` +
  '--site https://TENANT.sharepoint.com/sites/NAME --create-site "Last Mile".';

export async function readLists({ graph, id }: Site): Promise<SiteList[]> {
  const found = await graph.getAll(`/sites/${id}/lists?$select=id,name,displayName,list`);
  return found
    .map((each) => listBody.parse(each))
    .map((each) => ({
      id: each.id,
      name: each.name ?? each.displayName,
      displayName: each.displayName,
      isGeneric: each.list?.template === 'genericList',
    }));
}

export const isDenied = (error: unknown): boolean =>
  error instanceof GraphError && (error.status === 401 || error.status === 403);
