import type { Transaction } from '../../../db/database';
import {
  mergeActions,
  mergeAnswers,
  mergeDrafts,
  mergeFirsts,
  mergeParagraphs,
} from '../rollUps/rollUpSql';

/** Whose facts of a week came late and wait, and of which kinds they are. */
export interface HeldWeek {
  readonly week: string;
  readonly people: readonly { readonly subjectId: string; readonly facts: readonly string[] }[];
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

/** Everybody's late facts, week by week in order. */
export async function readHeld(tx: Transaction): Promise<HeldWeek[]> {
  return tx.query<HeldWeek>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week,
            json_agg(json_build_object('subjectId', subject_id, 'facts', facts)) AS people
       FROM (SELECT week, subject_id, array_agg(DISTINCT fact) AS facts
               FROM held_fact GROUP BY week, subject_id) AS held
      GROUP BY held.week ORDER BY held.week`,
  );
}

const letGo = (fact: string) => `
  chosen AS (
    DELETE FROM held_fact AS held
     USING ${fact} AS fact, unnest($2::uuid[]) AS let(subject_id)
     WHERE held.fact = '${fact}' AND held.week = $1::date AND held.subject_id = let.subject_id
       AND fact.subject_id = held.subject_id AND fact.client_key = held.client_key
    RETURNING fact.*)`;

/** Adds these people's late facts of a week to the roll-ups per person. */
export async function mergeHeld(
  tx: Transaction,
  week: string,
  people: HeldWeek['people'],
): Promise<void> {
  const values = [week, people.map(({ subjectId }) => subjectId)];
  for (const [fact, statement] of Object.entries(merges)) {
    if (people.some(({ facts }) => facts.includes(fact))) await tx.query(statement, values);
  }
}

const merges = {
  usage_event: `
    WITH ${letGo('usage_event')}, merged AS (${mergeActions('chosen')}), firsts AS (${mergeFirsts('merged')})
    SELECT FROM merged LIMIT 1`,
  draft_observation: `
    WITH ${letGo('draft_observation')}, merged AS (${mergeDrafts('chosen')}),
         paragraphs AS (${mergeParagraphs('chosen')})
    SELECT FROM merged LIMIT 1`,
  redo_answer: `WITH ${letGo('redo_answer')} ${mergeAnswers('chosen')}`,
};
