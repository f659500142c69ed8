import type { ActiveWeeks, MembershipSpan } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';

/** Who was in some programmes from when until when, by subject. */
export async function readSpans(
  database: Transaction,
  programmeKeys: readonly string[],
): Promise<MembershipSpan[]> {
  return database.query<MembershipSpan>(`${selectSpans} WHERE programme_key = ANY ($1::uuid[])`, [
    programmeKeys,
  ]);
}

/** The same of some subjects in one programme. */
export async function readSpansOf(
  database: Transaction,
  programmeKey: string,
  subjectIds: readonly string[],
): Promise<MembershipSpan[]> {
  if (subjectIds.length === 0) return [];
  return database.query<MembershipSpan>(
    `${selectSpans} WHERE programme_key = $1 AND subject_id = ANY ($2::uuid[])`,
    [programmeKey, [...new Set(subjectIds)]],
  );
}

const selectSpans = `
  SELECT subject_id AS "subjectId", department, job_family AS "jobFamily",
         to_char(valid_from, 'YYYY-MM-DD') AS "validFrom",
         to_char(valid_to, 'YYYY-MM-DD') AS "validTo"
    FROM membership_span`;

/** In which of these weeks (their Mondays) the people of some programmes were active. */
export async function readActiveWeeks(
  database: Transaction,
  programmeKeys: readonly string[],
  mondays: readonly string[],
): Promise<ActiveWeeks> {
  const rows = await database.query<{ subjectId: string; weeks: string[] }>(
    `SELECT subject_id AS "subjectId", array_agg(to_char(week, 'YYYY-MM-DD')) AS weeks
       FROM subject_week
      WHERE week = ANY ($2::date[])
        AND subject_id IN (SELECT subject_id FROM membership_span
                            WHERE programme_key = ANY ($1::uuid[]))
      GROUP BY subject_id`,
    [programmeKeys, mondays],
  );
  return new Map(rows.map(({ subjectId, weeks }) => [subjectId, { weeks: new Set(weeks) }]));
}
