import type { Transaction } from '../../../db/database';
import { mergeActions, mergeFirsts } from '../rollUps/rollUpSql';

/** Whose actions of a week came late and wait. */
export interface HeldWeek {
  readonly week: string;
  readonly subjectIds: readonly string[];
  /** What was shown from this week on of the programmes of these people. */
  readonly shown: readonly ShownWeeks[];
}

/** A programme and the weeks of it that were shown, in order. */
export interface ShownWeeks {
  readonly programmeKey: string;
  readonly weeks: readonly string[];
}

/** The condition under which a fresh fact waits: somebody was shown its week, or a later one. */
const isLate = `CASE WHEN week <= (SELECT max(week) FROM shown_week) THEN EXISTS (
  SELECT FROM membership_span AS member JOIN shown_week AS shown USING (programme_key)
   WHERE member.subject_id = fresh.subject_id AND shown.week >= fresh.week) ELSE false END`;

/** Divides `fresh` facts: late ones wait, and `counted` are the others. */
export const holdLate = (fact: string) => `
  told AS MATERIALIZED (
    SELECT *, ${isLate} AS late FROM fresh
  ), held AS (
    INSERT INTO held_fact (subject_id, week, fact, client_key)
    SELECT subject_id, week, '${fact}', client_key FROM told WHERE late
  ), counted AS (SELECT * FROM told WHERE NOT late)`;

/** Everybody's late actions, week by week in order: it is being decided now whether they wait on. */
export async function readHeld(tx: Transaction): Promise<HeldWeek[]> {
  return tx.query<HeldWeek>({
    name: 'read held actions',
    text: `
      WITH decided AS (UPDATE held_fact SET decided = true WHERE NOT decided),
           held AS (SELECT week, array_agg(DISTINCT subject_id) AS subject_ids
                      FROM held_fact WHERE fact = 'usage_event' GROUP BY week)
      SELECT to_char(week, 'YYYY-MM-DD') AS week, subject_ids AS "subjectIds",
             ARRAY(SELECT json_build_object(
                            'programmeKey', programme_key,
                            'weeks', json_agg(to_char(shown.week, 'YYYY-MM-DD') ORDER BY shown.week))
                     FROM shown_week AS shown
                    WHERE shown.week >= held.week AND programme_key IN (
                      SELECT programme_key FROM membership_span WHERE subject_id = ANY (subject_ids))
                    GROUP BY programme_key) AS shown
        FROM held ORDER BY held.week`,
  });
}

/**
 * Adds these people's late actions of a week to the roll-ups per person. That an item was used goes on
 * waiting: for others who used it (decision 0017).
 */
export async function mergeHeld(
  tx: Transaction,
  week: string,
  subjectIds: readonly string[],
): Promise<void> {
  await tx.query(
    `WITH chosen AS (
       DELETE FROM held_fact AS held
        USING usage_event AS fact, unnest($2::uuid[]) AS let(subject_id)
        WHERE held.fact = 'usage_event' AND held.week = $1::date AND held.subject_id = let.subject_id
          AND fact.subject_id = held.subject_id AND fact.client_key = held.client_key
       RETURNING fact.*
     ), uses AS (
       INSERT INTO held_fact (subject_id, week, fact, client_key, decided)
       SELECT subject_id, week, 'item_use', client_key, true FROM chosen WHERE item_key IS NOT NULL
     ), actions AS (
       SELECT week, subject_id, kind, surface, NULL::uuid AS item_key FROM chosen
     ), merged AS (${mergeActions('actions')}), firsts AS (${mergeFirsts('merged')})
     SELECT FROM merged LIMIT 1`,
    [week, subjectIds],
  );
}
