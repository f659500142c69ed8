import { hideSmallGroups, type GroupCount } from '@last-mile/shared/adoption';
import type { Database, Transaction } from '../../db/database';

/** A department in a week that is over. */
export interface DepartmentWeek extends GroupCount {
  readonly week: string;
  readonly department: string;
  readonly hidden: boolean;
}

export interface WeekCounts {
  /** The departments of the programme in these weeks (their Mondays, all of them over). */
  read(programmeKey: string, mondays: readonly string[]): Promise<DepartmentWeek[]>;
  /** The first Monday of a week with members; undefined before the first synchronisation. */
  firstWeek(programmeKey: string): Promise<string | undefined>;
}

/** Held while counts are made: a count and the marks it settles must not pass each other. */
export const countsLock = 1_274_020;

/**
 * Counts per week and department, made once and read from then on; an event or a change of
 * membership that touches a week makes it stale, and the next reader counts that week again.
 */
export function createWeekCounts(database: Database, smallestGroup: number): WeekCounts {
  return {
    async read(programmeKey, mondays) {
      if (mondays.length === 0) return [];
      if (await isStale(database, programmeKey, mondays)) {
        await database.transaction((tx) => recount(tx, programmeKey, mondays, smallestGroup));
      }
      return database.query<DepartmentWeek>(
        `SELECT to_char(week, 'YYYY-MM-DD') AS week, department, eligible, active,
                ai_use AS "aiUse", template_use AS "templateUse", hidden
           FROM group_week
          WHERE programme_key = $1 AND week = ANY ($2::date[]) AND eligible > 0`,
        [programmeKey, mondays],
      );
    },

    async firstWeek(programmeKey) {
      const [row] = await database.query<{ week: string | null }>(
        `SELECT to_char(date_trunc('week', min(valid_from)), 'YYYY-MM-DD') AS week
           FROM membership_span WHERE programme_key = $1`,
        [programmeKey],
      );
      return row?.week ?? undefined;
    },
  };
}

async function isStale(
  database: Database,
  programmeKey: string,
  mondays: readonly string[],
): Promise<boolean> {
  const [row] = await database.query<{ stale: boolean }>(
    `SELECT EXISTS (SELECT FROM week_change WHERE week = ANY ($2::date[]))
         OR (SELECT count(*) FROM counted_week
              WHERE programme_key = $1 AND week = ANY ($2::date[])) < cardinality($2::date[])
         AS stale`,
    [programmeKey, mondays],
  );
  return row?.stale ?? true;
}

async function recount(
  tx: Transaction,
  programmeKey: string,
  mondays: readonly string[],
  smallestGroup: number,
): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [countsLock]);
  // A mark is taken only once it is visible, and then so are the events it was made with.
  await tx.query(
    `WITH settled AS (DELETE FROM week_change WHERE week = ANY ($1::date[]) RETURNING week)
     DELETE FROM counted_week WHERE week IN (SELECT week FROM settled)`,
    [mondays],
  );
  const weeks = await tx.query<{ week: string }>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week FROM unnest($2::date[]) AS wanted(week)
      WHERE NOT EXISTS (SELECT FROM counted_week AS known
                         WHERE known.programme_key = $1 AND known.week = wanted.week)`,
    [programmeKey, mondays],
  );
  const stale = weeks.map(({ week }) => week);
  // One connection does one thing after the other; sent together they cost one way there and back.
  const [hidden, groups] = await Promise.all([
    hiddenBefore(tx, programmeKey, stale),
    countGroups(tx, programmeKey, stale),
  ]);
  const counted = stale.flatMap((week) => {
    const ofWeek = groups.filter((group) => group.week === week);
    const hide = hideSmallGroups(
      ofWeek.map(({ department, active, eligible }) => ({
        key: department,
        n: active,
        of: eligible,
      })),
      { minimum: smallestGroup, hiddenBefore: hidden.get(week) ?? new Set() },
    );
    return ofWeek.map((group) => ({ ...group, hidden: hide.has(group.department) }));
  });
  await keep(tx, programmeKey, stale, counted);
}

async function hiddenBefore(tx: Transaction, programmeKey: string, weeks: readonly string[]) {
  const rows = await tx.query<{ week: string; departments: string[] }>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, array_agg(department) AS departments
       FROM group_week WHERE programme_key = $1 AND week = ANY ($2::date[]) AND hidden
      GROUP BY week`,
    [programmeKey, weeks],
  );
  return new Map(rows.map(({ week, departments }) => [week, new Set(departments)]));
}

type GroupOfWeek = Omit<DepartmentWeek, 'hidden'>;

/**
 * Members and actions are laid on one another and grouped, not joined: that costs the same whatever
 * PostgreSQL believes of tables it has not looked at yet.
 */
function countGroups(tx: Transaction, programmeKey: string, weeks: readonly string[]) {
  return tx.query<GroupOfWeek>(
    `WITH told AS (
       SELECT wanted.week, member.subject_id, member.department, NULL AS kind
         FROM unnest($2::date[]) AS wanted(week)
         JOIN membership_span AS member
           ON member.programme_key = $1 AND member.valid_from <= wanted.week + 6
          AND (member.valid_to IS NULL OR member.valid_to > wanted.week + 6)
       UNION ALL
       SELECT week, subject_id, NULL, kind FROM subject_week WHERE week = ANY ($2::date[])
     ), person AS (
       SELECT week, max(department) AS department, count(kind) > 0 AS active,
              bool_or(kind = 'aiUse') AS ai_use, bool_or(kind = 'templateUse') AS template_use
         FROM told GROUP BY week, subject_id)
     SELECT to_char(week, 'YYYY-MM-DD') AS week, department,
            count(*) AS eligible, count(*) FILTER (WHERE active) AS active,
            count(*) FILTER (WHERE ai_use) AS "aiUse",
            count(*) FILTER (WHERE template_use) AS "templateUse"
       FROM person WHERE department IS NOT NULL GROUP BY person.week, department`,
    [programmeKey, weeks],
  );
}

async function keep(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  groups: readonly DepartmentWeek[],
): Promise<void> {
  // Rows stay even when a department empties: whether it was hidden must be remembered.
  const emptied = tx.query(
    `UPDATE group_week SET eligible = 0, active = 0, ai_use = 0, template_use = 0
      WHERE programme_key = $1 AND week = ANY ($2::date[])`,
    [programmeKey, weeks],
  );
  const counted = tx.query(
    `INSERT INTO group_week
       (programme_key, week, department, eligible, active, ai_use, template_use, hidden)
     SELECT $1, * FROM unnest($2::date[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[],
                              $8::boolean[])
     ON CONFLICT (programme_key, week, department) DO UPDATE
        SET eligible = excluded.eligible, active = excluded.active, ai_use = excluded.ai_use,
            template_use = excluded.template_use, hidden = group_week.hidden OR excluded.hidden`,
    [
      programmeKey,
      groups.map((group) => group.week),
      groups.map((group) => group.department),
      groups.map((group) => group.eligible),
      groups.map((group) => group.active),
      groups.map((group) => group.aiUse),
      groups.map((group) => group.templateUse),
      groups.map((group) => group.hidden),
    ],
  );
  const marked = tx.query(
    `INSERT INTO counted_week (programme_key, week) SELECT $1, week FROM unnest($2::date[]) AS w(week)`,
    [programmeKey, weeks],
  );
  await Promise.all([emptied, counted, marked]);
}
