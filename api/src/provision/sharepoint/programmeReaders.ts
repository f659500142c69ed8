import * as z from 'zod/mini';
import { GraphError, isRefusal } from '../../graph/graphError';
import type { Change } from '../step';
import { settle } from './settle';
import type { SharePointClient } from './sharePointClient';
import type { Site, SiteList } from './site';
import { readGroupLogins, readSiteRoles, type SiteRoles } from './siteRoles';

const programmeBody = z.object({
  fields: z.object({ Title: z.optional(z.string()), GroupId: z.optional(z.string()) }),
});

/**
 * Lets the people of each programme read what all may: its Entra group becomes one of the site's
 * visitors. The app cannot do that with what it holds while it runs, so a new programme's group
 * comes in when somebody who owns the site runs provisioning again, or adds it by hand.
 */
export async function planReaders(
  site: Site,
  sharePoint: SharePointClient,
  lists: readonly SiteList[],
): Promise<Change[]> {
  const { visitors, missing } = await readMissingReaders(site, sharePoint, lists);
  return missing.map(({ groupId, name }) => ({
    what: `let the people of ${name} read the lists that are for all (${visitors.title})`,
    why: 'the tab works without it; it is for who opens the site in SharePoint',
    apply: () =>
      settle(
        () => addGroup(sharePoint, visitors.id, groupId),
        async () => isVisitor(await readGroupLogins(sharePoint, visitors.id), groupId),
      ),
  }));
}

/** The programmes whose Entra group is not among the site's visitors. */
export async function readMissingReaders(
  site: Site,
  sharePoint: SharePointClient,
  lists: readonly SiteList[],
): Promise<{
  visitors: SiteRoles['visitors'];
  missing: readonly { groupId: string; name: string }[];
}> {
  const { visitors } = await readSiteRoles(sharePoint);
  const list = lists.find(({ displayName }) => displayName === 'Programmes');
  if (!list) return { visitors, missing: [] };
  const path = `/sites/${site.id}/lists/${list.id}/items?$expand=fields($select=Title,GroupId)`;
  const found = (await site.graph.getAll(path)).map((each) => programmeBody.parse(each).fields);
  const names = new Map<string, string>();
  for (const { GroupId, Title } of found) if (GroupId) names.set(GroupId, Title ?? GroupId);
  if (names.size === 0) return { visitors, missing: [] };
  const logins = await readGroupLogins(sharePoint, visitors.id);
  const missing = [...names]
    .filter(([groupId]) => !isVisitor(logins, groupId))
    .map(([groupId, name]) => ({ groupId, name }));
  return { visitors, missing };
}

const isVisitor = (logins: readonly string[], groupId: string) =>
  logins.some((login) => login.endsWith(`|${groupId.toLowerCase()}`));

/** A security group and a Microsoft 365 group have different claims, and only SharePoint knows which fits. */
async function addGroup(sharePoint: SharePointClient, into: number, groupId: string) {
  const path = `/web/sitegroups(${into})/users`;
  try {
    await sharePoint.post(path, { LoginName: `c:0t.c|tenant|${groupId}` });
  } catch (error) {
    const mayBeOther = error instanceof GraphError && isRefusal(error) && error.status === 400;
    if (!mayBeOther) throw error;
    await sharePoint.post(path, {
      LoginName: `c:0o.c|federateddirectoryclaimprovider|${groupId}`,
    });
  }
}
