import type { Transaction } from '../../../db/database';
import { eligibleRows, middleOf } from './eligibleRows';

/** What a week's observed drafts took: the median in minutes, and of how many people; null of nobody. */
interface WeekDrafts {
  readonly week: string;
  readonly people: number;
  readonly median: number | null;
}

/** What the observed drafts of these weeks of a programme took. */
export async function countDrafts(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<WeekDrafts[]> {
  if (weeks.length === 0) return [];
  // A query for each week, so that several processes can share them.
  return tx.query<WeekDrafts>(
    weeks.map((_, index) => draftsOf(`$${index + 2}::date`)).join(' UNION ALL '),
    [programmeKey, ...weeks],
  );
}

/** Says it in weeks that are shown. */
export async function keepDrafts(
  tx: Transaction,
  programmeKey: string,
  drafts: readonly WeekDrafts[],
): Promise<void> {
  await tx.query(
    `UPDATE shown_week AS shown SET drafters = told.people, draft_minutes = told.median
       FROM unnest($2::date[], $3::int[], $4::float8[]) AS told(week, people, median)
      WHERE shown.programme_key = $1 AND shown.week = told.week`,
    [
      programmeKey,
      drafts.map(({ week }) => week),
      drafts.map(({ people }) => people),
      drafts.map(({ median }) => median),
    ],
  );
}

const draftsOf = (week: string) => `(
  SELECT to_char(${week}, 'YYYY-MM-DD') AS week, people, ${middleOf('sorted')} AS median
    FROM (SELECT count(DISTINCT subject_id) AS people, array_agg(minute ORDER BY minute) AS sorted
            FROM ${eligibleRows('subject_draft_week', week)} AS drafts,
                 unnest(minutes) AS minute) AS of_week)`;
