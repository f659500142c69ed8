import type { Transaction } from '../../db/database';
import { mergeActions, mergeAnswers, mergeDrafts, mergeFirsts, mergeParagraphs } from './rollUpSql';

/** A person's late facts of one week, and which figures they would change. */
export interface Held {
  readonly week: string;
  readonly subjectId: string;
  readonly labels: readonly string[];
}

/**
 * Everybody's late facts. A label is a programme and what would change of it: a flag of the week that
 * would turn, and the kinds of facts themselves, on which the figures over several weeks rest. Who is
 * in no programme that was shown carries none.
 */
export async function readHeld(tx: Transaction): Promise<Held[]> {
  return tx.query<Held>(
    `WITH late AS (
       SELECT held.week, held.subject_id, bool_or(held.fact = 'usage_event') AS acted,
              bool_or(held.fact = 'draft_observation') AS drafted,
              bool_or(held.fact = 'redo_answer') AS answered,
              coalesce(bool_or(kind <> 'templateInserted'), false) AS ai_use,
              coalesce(bool_or(kind = 'templateInserted'), false) AS template_use,
              coalesce(bool_or(surface = 'teams'), false) AS teams,
              coalesce(bool_or(surface = 'outlook'), false) AS outlook,
              coalesce(bool_or(surface = 'copilot'), false) AS copilot
         FROM held_fact AS held
         LEFT JOIN usage_event AS action
           ON held.fact = 'usage_event' AND action.subject_id = held.subject_id
          AND action.client_key = held.client_key
        GROUP BY held.week, held.subject_id
     ), changed AS (
       SELECT late.week, late.subject_id, what, in_its_week
         FROM late LEFT JOIN subject_week AS known USING (week, subject_id),
              LATERAL (VALUES
                ('acted', late.acted, false), ('drafted', late.drafted, false),
                ('answered', late.answered, false),
                ('active', late.acted AND known.week IS NULL, true),
                ('aiUse', late.ai_use AND coalesce(known.ai_use, 0) = 0, true),
                ('templateUse', late.template_use AND coalesce(known.template_use, 0) = 0, true),
                ('teams', late.teams AND NOT coalesce(known.teams, false), true),
                ('outlook', late.outlook AND NOT coalesce(known.outlook, false), true),
                ('copilot', late.copilot AND NOT coalesce(known.copilot, false), true))
              AS would(what, change, in_its_week)
        WHERE change)
     SELECT to_char(changed.week, 'YYYY-MM-DD') AS week, changed.subject_id AS "subjectId",
            array_remove(array_agg(DISTINCT member.programme_key || ' ' || what), NULL) AS labels
       FROM changed
       LEFT JOIN membership_span AS member
         ON member.subject_id = changed.subject_id
        AND member.programme_key IN (SELECT programme_key FROM shown_week)
        AND (NOT in_its_week OR member.valid_from <= changed.week + 6
                            AND (member.valid_to IS NULL OR member.valid_to > changed.week + 6))
      GROUP BY changed.week, changed.subject_id`,
  );
}

const letGo = (fact: string) => `
  chosen AS (
    DELETE FROM held_fact AS held
     USING ${fact} AS fact, unnest($1::date[], $2::uuid[]) AS let(week, subject_id)
     WHERE held.fact = '${fact}' AND held.week = let.week AND held.subject_id = let.subject_id
       AND fact.subject_id = held.subject_id AND fact.client_key = held.client_key
    RETURNING fact.*)`;

/** Adds these people's late facts to the roll-ups per person. */
export async function mergeHeld(tx: Transaction, together: readonly Held[]): Promise<void> {
  const values = [together.map(({ week }) => week), together.map(({ subjectId }) => subjectId)];
  await tx.query(
    `WITH ${letGo('usage_event')}, merged AS (${mergeActions('chosen')}), firsts AS (${mergeFirsts('merged')})
     SELECT FROM merged LIMIT 1`,
    values,
  );
  await tx.query(
    `WITH ${letGo('draft_observation')}, merged AS (${mergeDrafts('chosen')}),
          paragraphs AS (${mergeParagraphs('chosen')})
     SELECT FROM merged LIMIT 1`,
    values,
  );
  await tx.query(`WITH ${letGo('redo_answer')} ${mergeAnswers('chosen')}`, values);
}
