import { addDays } from '@last-mile/shared/calendar';
import type { Transaction } from '../../../db/database';
import {
  plannedForFew,
  selectPersonWeeks,
  spansOfPeople,
  type PersonWeek,
} from '../rollUps/personWeek';
import { useOfWeek } from '../rollUps/rollUpSql';

/**
 * What these people would have done in these weeks, as far as they were eligible, if their late facts
 * of the week `late` were counted. Nothing is counted by it; drafts and answers are no actions.
 */
export function personWeeksWithLate(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  subjectIds: readonly string[],
  late: string,
): Promise<PersonWeek[]> {
  const looked = [...new Set(weeks.flatMap((week) => [addDays(week, -7), week]))];
  return tx.query<PersonWeek>(
    plannedForFew(subjectIds, 'read person weeks with late facts', withLate),
    [programmeKey, weeks, subjectIds, late, looked],
  );
}

const withLate = `
  WITH ${spansOfPeople}, late AS (
    SELECT action.week, action.subject_id, action.kind, action.surface
      FROM held_fact AS held JOIN usage_event AS action USING (subject_id, client_key)
     WHERE held.fact = 'usage_event' AND held.week = $4 AND held.subject_id = ANY ($3::uuid[])
  ), weeks AS (
    SELECT week, subject_id, sum(ai_use) AS ai_use, sum(template_use) AS template_use,
           bool_or(teams) AS teams, bool_or(outlook) AS outlook, bool_or(copilot) AS copilot
      FROM (SELECT week, subject_id, ai_use, template_use, teams, outlook, copilot
              FROM subject_week WHERE subject_id = ANY ($3::uuid[]) AND week = ANY ($5::date[])
            UNION ALL
            SELECT week, subject_id, ${useOfWeek} FROM late GROUP BY week, subject_id) AS part
     GROUP BY week, subject_id
  ), firsts AS (
    SELECT subject_id, min(week) AS week
      FROM (SELECT subject_id, week FROM subject_first WHERE subject_id = ANY ($3::uuid[])
            UNION ALL SELECT subject_id, week FROM late) AS part
     GROUP BY subject_id
  ) ${selectPersonWeeks({ weeks: 'weeks', firsts: 'firsts' })}`;
