import { noJobFamily } from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';

/** The group of people whose first counted action is still to come: not a cohort, but a part of all. */
export const notStarted = 'not started';

/** The group of people who had begun before they were eligible: not a cohort either. */
const begunElsewhere = 'begun elsewhere';

/** The name of the cohort of who `began` in a week, and `elsewhere` if they were not eligible then. */
export const cohortOf = `
  CASE WHEN began IS NULL THEN '${notStarted}' WHEN elsewhere THEN '${begunElsewhere}'
       ELSE began::text END`;

/** The relations that memberships, a person's weeks, and the week of their first action are read from. */
interface Relations {
  readonly spans: string;
  readonly weeks: string;
  readonly firsts: string;
}

const rollUps = { weeks: 'subject_week', firsts: 'subject_first' };

/**
 * A row for each eligible person of the programme `$1` and week of `asked`: the groups they were in,
 * and what they did. Eligible is who is a member on the week's last day; "before" looks at all of a
 * person's actions (decision 0009).
 */
export const personWeek = (
  asked: string,
  { spans, weeks, firsts }: Relations = { ...rollUps, spans: 'membership_span' },
) => `
  SELECT asked.week, member.subject_id, member.department,
         coalesce(member.job_family, '${noJobFamily}') AS job_family,
         first.week AS began,
         member.valid_from > first.week + 6 AND begun.subject_id IS NULL AS elsewhere,
         this.week IS NOT NULL AS active,
         coalesce(this.ai_use > 0, false) AS ai_use,
         coalesce(this.template_use > 0, false) AS template_use,
         coalesce(this.teams, false) AS teams,
         coalesce(this.outlook, false) AS outlook,
         coalesce(this.copilot, false) AS copilot,
         this.week IS NOT NULL AND first.week = this.week AS "new",
         this.week IS NOT NULL AND last.week IS NOT NULL AS "returning",
         this.week IS NOT NULL AND last.week IS NULL AND first.week < this.week AS resurrecting,
         this.week IS NULL AND last.week IS NOT NULL AS dormant
    FROM ${asked} AS asked
    JOIN ${spans} AS member
      ON member.programme_key = $1 AND member.valid_from <= asked.week + 6
     AND (member.valid_to IS NULL OR member.valid_to > asked.week + 6)
    LEFT JOIN ${weeks} AS this
      ON this.week = asked.week AND this.subject_id = member.subject_id
    LEFT JOIN ${weeks} AS last
      ON last.week = asked.week - 7 AND last.subject_id = member.subject_id
    LEFT JOIN ${firsts} AS first
      ON first.subject_id = member.subject_id AND first.week <= asked.week
    -- Spans of one person do not overlap. A join, because several processes share no subquery.
    LEFT JOIN ${spans} AS begun
      ON begun.programme_key = member.programme_key AND begun.subject_id = member.subject_id
     AND begun.valid_to IS NOT NULL
     AND begun.valid_from <= first.week + 6 AND begun.valid_to > first.week + 6`;

/** What counts in a week's total, each a yes or no of a person. */
export const weekFlags = [
  ...(['active', 'aiUse', 'templateUse', 'teams', 'outlook', 'copilot'] as const),
  ...(['new', 'returning', 'resurrecting', 'dormant'] as const),
] as const;
export type WeekFlag = (typeof weekFlags)[number];

/** The column of a flag. */
export const columnOf = (flag: WeekFlag) =>
  flag.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** One eligible person in one week. */
export interface PersonWeek extends Readonly<Record<WeekFlag, boolean>> {
  readonly week: string;
  readonly subjectId: string;
  readonly department: string;
  readonly jobFamily: string;
  readonly cohort: string;
}

/** So few that each is looked up by their key: one plan does for all of them. */
const fewPeople = 50;

/** A question about people, planned once where they are few. */
export const plannedForFew = (subjectIds: readonly string[], name: string, text: string) =>
  subjectIds.length > fewPeople ? text : { name, text };

/**
 * Asks about people in a transaction. Of a few, a plan takes several times as long to make as to
 * follow: the one that is kept is taken, whoever they are. Of many a plan is made for them.
 */
export async function askOfPeople<Answer>(
  tx: Transaction,
  subjectIds: readonly string[],
  ask: () => Promise<Answer>,
): Promise<Answer> {
  if (subjectIds.length > fewPeople) return ask();
  const [, answer] = await Promise.all([
    tx.query('SET LOCAL plan_cache_mode TO force_generic_plan'),
    ask(),
    tx.query('SET LOCAL plan_cache_mode TO DEFAULT'),
  ]);
  return answer;
}

/** What these people did in these weeks, as far as they were eligible. */
export function personWeeks(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  subjectIds: readonly string[],
): Promise<PersonWeek[]> {
  return tx.query<PersonWeek>(
    plannedForFew(
      subjectIds,
      'read person weeks',
      `WITH ${spansOfPeople} ${selectPersonWeeks(rollUps)}`,
    ),
    [programmeKey, weeks, subjectIds],
  );
}

/**
 * The memberships of the people `$3` in the programme `$1`, as `spans`: read once, so that a few people
 * are not looked for among everybody at every step, whatever the planner knows of the tables.
 */
export const spansOfPeople = `
  spans AS MATERIALIZED (
    SELECT * FROM membership_span WHERE programme_key = $1 AND subject_id = ANY ($3::uuid[])
  )`;

/** Selects {@link PersonWeek}s of the programme `$1` and the weeks `$2`, of whose `spans` there are. */
export const selectPersonWeeks = (relations: Omit<Relations, 'spans'>) => `
  SELECT to_char(week, 'YYYY-MM-DD') AS week, subject_id AS "subjectId", department,
         job_family AS "jobFamily", ${cohortOf} AS cohort,
         ${weekFlags.map((flag) => `"${columnOf(flag)}" AS "${flag}"`).join(', ')}
    FROM (${personWeek('(SELECT unnest($2::date[]) AS week)', {
      ...relations,
      spans: 'spans',
    })}) AS person`;
