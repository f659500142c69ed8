import type { Transaction } from '../../../db/database';
import { eligibleRows, middleOf } from './eligibleRows';

/** Says in weeks that are shown what their observed drafts took: the median, and of how many people. */
export async function keepDrafting(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<void> {
  if (weeks.length === 0) return;
  await tx.query(
    `UPDATE shown_week AS shown
        SET drafters = coalesce(told.people, 0), draft_minutes = told.median
       FROM unnest($2::date[]) AS asked(week)
       LEFT JOIN (SELECT week, people, ${middleOf('sorted')} AS median
                    FROM (SELECT week, count(DISTINCT subject_id) AS people,
                                 array_agg(minute ORDER BY minute) AS sorted
                            FROM ${eligibleRows('subject_draft_week')} AS drafts,
                                 unnest(minutes) AS minute
                           GROUP BY week) AS of_week) AS told USING (week)
      WHERE shown.programme_key = $1 AND shown.week = asked.week`,
    [programmeKey, weeks],
  );
}
