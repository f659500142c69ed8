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
 * programme that shares the item does with it is not told (decision 0022). Of a version's week it is
 * told from the smallest group on, and only where those who used its other versions are nobody, or
 * that many of one version or of several together (decision 0027), so that two looks tell nothing of
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
    uses: number | null;
    keptShare: number | null;
  }>(
    `WITH ${toldOf(
      'used',
      `SELECT week, version, subject_id, NULL::real AS share FROM usage_event AS fact
        WHERE item_key = $1 AND version IS NOT NULL AND week <= $2
          AND ${isLetIn('usage_event')} AND ${isLetIn('item_use')} AND ${ofOwnPeople('$3')}`,
    )}, ${toldOf(
      'kept',
      `SELECT week, version, subject_id, kept_share AS share FROM draft_observation AS fact
        WHERE item_key = $1 AND version IS NOT NULL AND kept_share IS NOT NULL AND week <= $2
          AND ${isLetIn('draft_observation')} AND ${ofOwnPeople('$3')}`,
    )}
     SELECT version, used.n AS uses, kept.middle AS "keptShare"
       FROM used FULL JOIN kept USING (version)`,
    [itemKey, lastClosedMonday(now, programme.timeZone), programme.clientKey, smallestGroupShown],
  );
  return new Map(rows.map(({ version, uses, keptShare }) => [version, { uses, keptShare }]));
}

/** Of facts by week, version and person: how many are told of each version, and their middle share. */
const toldOf = (name: 'used' | 'kept', facts: string) => `
  ${name}_fact AS (${facts}), ${name}_week AS (
    SELECT week, version, count(DISTINCT subject_id) AS people FROM ${name}_fact GROUP BY week, version
  ), ${name}_few AS (
    SELECT week, count(DISTINCT subject_id) AS people
      FROM ${name}_fact JOIN ${name}_week USING (week, version)
     WHERE ${name}_week.people < $4 GROUP BY week
  ), ${name} AS (
    SELECT version, nullif(count(*) FILTER (WHERE is_told), 0) AS n,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY share) FILTER (WHERE is_told) AS middle
      FROM (SELECT version, share,
                   ${name}_week.people >= $4 AND coalesce(${name}_few.people, $4) >= $4 AS is_told
              FROM ${name}_fact JOIN ${name}_week USING (week, version)
                   LEFT JOIN ${name}_few USING (week)) AS each
     GROUP BY version
  )`;
