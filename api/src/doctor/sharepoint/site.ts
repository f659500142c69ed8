import { GraphError, isPassing } from '../../graph/graphError';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import { Behind } from '../probe';
import type { Ground } from '../ground';

const grant = 'npm run provision -- --step sharepoint';
const nothing = 'lists are neither read nor written; what people send waits and is not lost';

/** Whether the app sees its site, by the status of Graph's answer. */
function judgeSite(site: string, status: number): Finding {
  if (status === 200) return ok('the app may read it');
  if (status === 401 || status === 403) {
    return problem(
      `the app is not let near ${site} (${status})`,
      nothing,
      `Grant it write on this one site: ${grant} (by an administrator with Sites.FullControl.All).`,
    );
  }
  return problem(
    `there is no site ${site} (${status})`,
    nothing,
    `Correct SITE to the address of the site (https://<tenant>.sharepoint.com/sites/…), or make it: ${grant}`,
  );
}

export const siteCheck: Check<Ground> = {
  id: 'site.read',
  title: 'SharePoint site',
  async look({ config, sharePointSite }) {
    try {
      await sharePointSite.result();
      return judgeSite(config.site, 200);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      if (isPassing(error.status)) throw new Behind('Microsoft Graph', { cause: error });
      return judgeSite(config.site, error.status);
    }
  },
};

/** Whether the app may write, by the status of an answer to a write that cannot come about. */
function judgeWriting(status: number | null): Finding {
  if (status === null) {
    return couldNotCheck(
      'the lists are empty: there is no item to try it on',
      'whether what people send will reach SharePoint is not known',
      'Run npm run doctor again once the first programme is set up.',
    );
  }
  // The tag matches nothing: SharePoint looked at the item, and would have let the app change it.
  if (status === 412 || status === 409) return ok('the app may write to it');
  return problem(
    `the app may read the site but not write to it (${status})`,
    'what people send is kept and not delivered',
    `Raise its grant to write: ${grant} (by an administrator with Sites.FullControl.All).`,
  );
}

/** An eTag no item ever has. */
const impossibleETag = '"00000000-0000-0000-0000-000000000000,0"';

export const writingCheck: Check<Ground> = {
  id: 'site.write',
  title: 'Writing to the site',
  async look({ sharePointSite, db }) {
    const site = await sharePointSite.needed();
    const [item] = await (
      await db()
    ).query<{ listId: string; itemId: string }>(
      `SELECT list_id AS "listId", item_id AS "itemId"
         FROM list_replica JOIN list_sync USING (list_name)
        WHERE deleted_at IS NULL AND list_id IS NOT NULL LIMIT 1`,
    );
    if (!item) return judgeWriting(null);
    const path = `/sites/${site.id}/lists/${item.listId}/items/${item.itemId}/fields`;
    try {
      await site.graph.patch(path, {}, { headers: { 'If-Match': impossibleETag } });
      throw new Error('A write that cannot match came about');
    } catch (error) {
      if (!(error instanceof GraphError) || isPassing(error.status)) throw error;
      // The list or the item is gone since the replica was read: nothing was learned.
      if (error.status === 404) return judgeWriting(null);
      return judgeWriting(error.status);
    }
  },
};
