import type { ListDefinition } from '../../sync/listDefinition';
import type { Change } from '../step';
import { planGrant, type GrantedApp } from './appGrant';
import { readPermissions } from './listPermissions';
import { planList, type Plan } from './listPlan';
import { planReaders } from './programmeReaders';
import { isDenied, readLists, type Site } from './site';

export interface WantedSite {
  readonly definitions: readonly ListDefinition[];
  /** The app that works on the lists, once it is registered. */
  readonly app: GrantedApp | undefined;
}

/** How a site differs from what this version of Last Mile needs; made by reading alone. */
export interface SiteComparison extends Plan {
  /** What this sign-in may not see, and what would let it: unknown, which is not the same as right. */
  readonly unread: readonly string[];
  /** Lists that are not Last Mile's: a site of its own has none. */
  readonly otherLists: readonly string[];
}

/**
 * Reads a site's lists, columns, indexes and, as far as the sign-in may, who can open them and the
 * app's grant, and says what differs. `changes` can be applied in their order; the doctor tells them
 * by their `what` alone.
 */
export async function compareSite(site: Site, wanted: WantedSite): Promise<SiteComparison> {
  const { definitions, app } = wanted;
  const { sharePoint } = site;
  const lists = await readLists(site);
  const changes: Change[] = [];
  const conflicts: string[] = [];
  const unread: string[] = [];
  const read = async <T>(need: string, part: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await part();
    } catch (error) {
      if (!isDenied(error)) throw error;
      unread.push(need);
      return undefined;
    }
  };

  const permissionsOf =
    sharePoint &&
    (await read(needForPermissions(site.url), () => readPermissions(site, sharePoint, lists)));
  for (const definition of definitions) {
    const plan = await planList(site, definition, lists);
    // A list is closed right after it is made, before anything can be written to it.
    changes.push(...plan.changes, ...((await permissionsOf?.(definition)) ?? []));
    conflicts.push(...plan.conflicts);
  }
  if (sharePoint && permissionsOf) changes.push(...(await planReaders(site, sharePoint, lists)));
  if (app) changes.push(...((await read(needForGrant, () => planGrant(site, app))) ?? []));

  const names = new Set<string>(definitions.map(({ name }) => name));
  const others = lists.filter((list) => list.isGeneric && !names.has(list.name));
  return { changes, conflicts, unread, otherLists: others.map(({ displayName }) => displayName) };
}

/** What it takes to see who may open the lists. */
export const needForPermissions = (siteUrl: string) =>
  'Who may open the lists could not be read: that takes AllSites.FullControl on SharePoint and an ' +
  `owner of the site ${siteUrl}. A SharePoint Administrator makes one: SharePoint admin center > ` +
  'Active sites > the site > Membership > Site owners. (An app needs Sites.FullControl.All on ' +
  'SharePoint and a certificate.)';

const needForGrant =
  "The app's access to the site could not be read: that takes Sites.FullControl.All on Microsoft " +
  'Graph, with the consent of a Global Administrator or a Privileged Role Administrator, and the ' +
  'sign-in of a SharePoint Administrator.';
