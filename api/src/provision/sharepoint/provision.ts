import type { GraphClient } from '../../graph/graphClient';
import type { ListDefinition } from '../../sync/listDefinition';
import { PermissionMissing } from '../permissionMissing';
import type { GrantedApp } from './appGrant';
import { compareSite } from './compareSite';
import type { SharePointClient } from './sharePointClient';
import { openSite } from './site';

export interface ProvisionOptions {
  /** With an administrator's permission (Sites.FullControl.All, or Sites.Manage.All without a grant). */
  graph: GraphClient;
  /** SharePoint's own service there; without it the lists keep the site's permissions. */
  sharePoint?: (siteUrl: string) => SharePointClient;
  /** The site's id or its https address. */
  site: string;
  definitions: readonly ListDefinition[];
  /** The app that works on the lists: it is given `write` on this one site (Sites.Selected). */
  grantTo?: GrantedApp;
  dryRun?: boolean;
  /** Told each thing before it is done. */
  tell: (line: string) => void;
}

/** The lists cannot be brought into shape without a decision by a person. */
export class ProvisionConflict extends Error {
  override readonly name = 'ProvisionConflict';
}

/**
 * Brings a site's lists into the shape the definitions ask for, whatever is there already: run
 * again it finds nothing to do. Nothing is removed. Answers how many things it did (or would do).
 */
export async function provision(options: ProvisionOptions): Promise<number> {
  const { definitions, dryRun = false, tell } = options;
  const site = await openSite(options.graph, options.site, options.sharePoint);
  const compared = await compareSite(site, { definitions, app: options.grantTo });
  const { changes, conflicts, unread } = compared;
  if (unread.length > 0) throw new PermissionMissing(unread.join('\n'));
  if (conflicts.length > 0) throw new ProvisionConflict(conflicts.join('\n'));
  for (const change of changes) {
    tell(change.what);
    if (!dryRun) await change.apply();
  }
  if (changes.length === 0) tell('everything is in place');
  return changes.length;
}
