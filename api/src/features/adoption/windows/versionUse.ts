import { lastClosedMonday, smallestGroupShown } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { Database } from '../../../db/database';
import { isLetIn } from '../lateFacts/isLetIn';
import { ofOwnPeople } from './ofOwnPeople';

/** How one version of a library item was used. Null where too few people did to be told. */
export interface VersionUse {
  /** Counted uses. */
  readonly uses: number | null;
  /** Median share of what was inserted that was sent unchanged, 0 to 1. */
  readonly keptShare: number | null;
}

/**
 * How the programme's people used the versions of an item in closed weeks, by version: what another
 * programme that shares the item does with it is not told (decision 0022). Running weeks are left
 * out, and what waits for company (decision 0009, publication 4), so that two looks tell nothing of
 * a person.
 */
export async function versionUse(
  database: Database,
  programme: Pick<Programme, 'clientKey' | 'timeZone'>,
  itemKey: string,
  now: Date,
): Promise<ReadonlyMap<number, VersionUse>> {
  const rows = await database.query<{
    version: number;
    uses: number;
    users: number;
    keptShare: number | null;
    drafters: number;
  }>(
    `WITH used AS (
       SELECT version, count(*) AS uses, count(DISTINCT subject_id) AS users
         FROM usage_event AS fact
        WHERE item_key = $1 AND version IS NOT NULL AND week <= $2
          AND ${isLetIn('usage_event')} AND ${ofOwnPeople('$3')}
        GROUP BY version
     ), kept AS (
       SELECT version, percentile_cont(0.5) WITHIN GROUP (ORDER BY kept_share) AS "keptShare",
              count(DISTINCT subject_id) AS drafters
         FROM draft_observation AS fact
        WHERE item_key = $1 AND version IS NOT NULL AND kept_share IS NOT NULL AND week <= $2
          AND ${isLetIn('draft_observation')} AND ${ofOwnPeople('$3')}
        GROUP BY version
     )
     SELECT version, coalesce(uses, 0) AS uses, coalesce(users, 0) AS users, "keptShare",
            coalesce(drafters, 0) AS drafters
       FROM used FULL JOIN kept USING (version)`,
    [itemKey, lastClosedMonday(now, programme.timeZone), programme.clientKey],
  );
  return new Map(
    rows.map(({ version, uses, users, keptShare, drafters }) => [
      version,
      {
        uses: users < smallestGroupShown ? null : uses,
        keptShare: drafters < smallestGroupShown ? null : keptShare,
      },
    ]),
  );
}
