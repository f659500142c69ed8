import { listDefinitions } from '../../lists';
import type { HandOver } from '../handOver';
import type { Step, StepGround } from '../step';
import { compareSite, type SiteComparison, type WantedSite } from './compareSite';
import { planSiteRemoval } from './removal';
import { findSite, howToMakeOne, openSite, type Site } from './site';

/** The site's part of a deployment: its lists, who may open them, and the app's access to the site. */
export const sharePointStep: Step = {
  name: 'sharepoint',
  admin: 'SharePoint Administrator who is an owner of the site',
  scopes: [
    {
      scope: 'Sites.FullControl.All',
      why: 'to make lists and columns on the site, and to let the app write to that site alone',
    },
    {
      resource: 'sharePoint',
      scope: 'AllSites.FullControl',
      why: 'to give each list its own permissions, which Graph has no call for',
    },
  ],

  async plan(ground) {
    const wanted = wantedOf(ground.handOver);
    const address = ground.site ?? ground.handOver.sharepoint?.siteUrl;
    if (address === undefined)
      return onlyConflict(`No site was named (--site). ${howToMakeOne}`, ground);
    const site = await openSite(ground.graph, address, ground.sharePoint);
    const compared = await compareSite(site, wanted);
    return {
      changes: compared.changes,
      conflicts: [...compared.conflicts, ...compared.unread],
      outcome: () => ({
        handOver: { ...ground.handOver, sharepoint: { siteId: site.id, siteUrl: site.url } },
        byHand: stillByHand(site, wanted, compared),
      }),
    };
  },

  async planRemoval(ground) {
    const address = ground.site ?? ground.handOver.sharepoint?.siteUrl;
    if (address === undefined) return onlyConflict('No site was named (--site).', ground);
    const site = await findSite(ground.graph, address, ground.sharePoint);
    if (!site && ground.site !== undefined) {
      return onlyConflict(`There is no site ${address}: nothing can be removed there.`, ground);
    }
    const plan = site
      ? await planSiteRemoval(site, wantedOf(ground.handOver))
      : { changes: [], conflicts: [] };
    const byHand = site
      ? `The site ${site.url} stays, whoever made it: who wants it gone deletes it in the SharePoint ` +
        'admin center, where it keeps its address for 93 days.'
      : `The site ${address} is gone, with all that was on it.`;
    return {
      ...plan,
      outcome: () => {
        const handOver = { ...ground.handOver };
        delete handOver.sharepoint;
        return { handOver, byHand: [byHand] };
      },
    };
  },
};

function wantedOf({ entra }: HandOver): WantedSite {
  const app = entra && { clientId: entra.clientId, displayName: entra.displayName };
  return { definitions: listDefinitions, app };
}

function onlyConflict(conflict: string, { handOver }: StepGround) {
  return {
    changes: [],
    conflicts: [conflict],
    outcome: () => ({ handOver, byHand: [] }),
  };
}

function stillByHand(site: Site, wanted: WantedSite, { otherLists }: SiteComparison): string[] {
  const byHand: string[] = [];
  if (otherLists.length > 0) {
    byHand.push(
      `The site ${site.url} holds other lists too (${otherLists.join(', ')}). The app may write to ` +
        'them as well, for access is given to a whole site: move them, or take a site of its own.',
    );
  }
  if (!wanted.app) {
    byHand.push(
      'The app is not registered yet, so nothing was let in: run this step again after the step ' +
        'entra, with its hand-over file.',
    );
  }
  return byHand;
}
