import type { Transaction } from '../../../db/database';
import { eligibleRows, middleOf } from './eligibleRows';
import type { Told } from './toldWeeks';

/** What one person needed for a draft on both sides, in minutes: the medians of their own drafts. */
export interface OwnMedians {
  /** The task the drafts were for; null where all drafts are looked at. */
  readonly taskKey: string | null;
  readonly first: number;
  readonly second: number;
  /** Whose they are; null where these are so many that nobody has to ask whether they are enough people. */
  readonly subjectId: string | null;
}

/** Which rows of `subject_draft_week` are on the second side (a condition), and what is told of each. */
interface Sides {
  readonly isSecond: string;
  readonly first: Told;
  readonly second: Told;
}

/**
 * The people with observed drafts on both sides: in told weeks, and eligible in the draft's own.
 * `tasks` asks for each of these tasks by itself; of fewer people than `namedBelow` it is said who they are.
 */
export function ownMedians(
  tx: Transaction,
  programmeKey: string,
  { isSecond, first, second }: Sides,
  tasks: readonly string[] | null = null,
  namedBelow = 0,
): Promise<OwnMedians[]> {
  const taskKey = tasks === null ? 'NULL::uuid' : 'task_key';
  const untold = [
    ...first.untold.map((each) => ({ ...each, isSecond: false })),
    ...second.untold.map((each) => ({ ...each, isSecond: true })),
  ];
  return tx.query<OwnMedians>(
    `SELECT task_key AS "taskKey", first, second,
            CASE WHEN count(*) OVER (PARTITION BY task_key) < $9 THEN subject_id END AS "subjectId"
       FROM (SELECT task_key, subject_id, max(median) FILTER (WHERE NOT is_second) AS first,
                    max(median) FILTER (WHERE is_second) AS second
               FROM (SELECT task_key, subject_id, is_second, ${middleOf('sorted')} AS median
                       FROM (SELECT ${taskKey} AS task_key, subject_id, ${isSecond} AS is_second,
                                    array_agg(minute ORDER BY minute) AS sorted
                               FROM ${eligibleRows('subject_draft_week')} AS drafts,
                                    unnest(minutes) AS minute
                              WHERE ($3::uuid[] IS NULL OR drafts.task_key = ANY ($3))
                                AND drafts.week = ANY (CASE WHEN ${isSecond} THEN $5::date[] ELSE $4 END)
                                AND NOT EXISTS (
                                  SELECT FROM unnest($6::date[], $7::uuid[], $8::boolean[])
                                                AS untold(week, task_key, is_second)
                                   WHERE untold.week = drafts.week
                                     AND untold.task_key = drafts.task_key
                                     AND untold.is_second = (${isSecond}))
                              GROUP BY 1, 2, 3) AS side) AS own
              GROUP BY task_key, subject_id) AS person
      WHERE first IS NOT NULL AND second IS NOT NULL`,
    [
      ...[programmeKey, [...new Set([...first.weeks, ...second.weeks])], tasks],
      ...[first.weeks, second.weeks],
      untold.map(({ week }) => week),
      untold.map(({ part }) => part),
      untold.map((each) => each.isSecond),
      namedBelow,
    ],
  );
}
