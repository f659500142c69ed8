import type { Transaction } from '../../../db/database';
import { eligibleRows, middleOf } from './eligibleRows';

/** What one person needed for a draft on both sides, in minutes: the medians of their own drafts. */
export interface OwnMedians {
  /** The task the drafts were for; null where all drafts are looked at. */
  readonly taskKey: string | null;
  readonly first: number;
  readonly second: number;
}

/** Conditions over the columns of `subject_draft_week`: which side a row is on, and whether it is told. */
interface Sides {
  readonly isSecond: string;
  readonly isTold: string;
}

/**
 * The people with observed drafts on both sides: in these weeks, and eligible in the draft's own.
 * `tasks` asks for each of these tasks by itself.
 */
export function ownMedians(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  { isSecond, isTold }: Sides,
  tasks: readonly string[] | null = null,
): Promise<OwnMedians[]> {
  const taskKey = tasks === null ? 'NULL::uuid' : 'task_key';
  return tx.query<OwnMedians>(
    `SELECT task_key AS "taskKey", first, second
       FROM (SELECT task_key, max(median) FILTER (WHERE NOT is_second) AS first,
                    max(median) FILTER (WHERE is_second) AS second
               FROM (SELECT task_key, subject_id, is_second, ${middleOf('sorted')} AS median
                       FROM (SELECT ${taskKey} AS task_key, subject_id, ${isSecond} AS is_second,
                                    array_agg(minute ORDER BY minute) AS sorted
                               FROM ${eligibleRows('subject_draft_week')} AS drafts,
                                    unnest(minutes) AS minute
                              WHERE ($3::uuid[] IS NULL OR drafts.task_key = ANY ($3)) AND ${isTold}
                              GROUP BY 1, 2, 3) AS side) AS own
              GROUP BY task_key, subject_id) AS person
      WHERE first IS NOT NULL AND second IS NOT NULL`,
    [programmeKey, weeks, tasks],
  );
}
