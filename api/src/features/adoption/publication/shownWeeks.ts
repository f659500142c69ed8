import {
  groupKey,
  groupsOf,
  suppressGroups,
  type CrossedGroup,
  type Detail,
  type PartitionGroup,
} from '@last-mile/shared/adoption';
import type { Transaction } from '../../../db/database';
import { countWeeks, type CountedWeek, type WeekTotal } from '../weeks/countWeeks';
import { countDrafts, keepDrafts } from '../windows/keptDrafting';
import { columnOf, weekFlags } from '../rollUps/personWeek';

/** A week as it is shown. */
export interface ShownWeek extends WeekTotal {
  /** When late facts last changed it after it was closed, and how many had been active before. */
  readonly changedAt: string | null;
  readonly wasActive: number | null;
  /** People with observed drafts, and the median of what these took; null where there is none. */
  readonly drafters: number;
  readonly draftMinutes: number | null;
}

/** A group as it is shown. */
export interface ShownGroup extends PartitionGroup {
  readonly week: string;
  readonly detail: Detail;
}

const totals = ['eligible', ...weekFlags, 'joined', 'left'] as const;
const columns = ['eligible', ...weekFlags.map(columnOf), 'joined', 'left']
  .map((name) => `"${name}"`)
  .join(', ');

const shownColumns = `
  to_char(week, 'YYYY-MM-DD') AS week, eligible,
  ${weekFlags.map((flag) => `"${columnOf(flag)}" AS "${flag}"`).join(', ')}, joined, "left",
  to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "changedAt",
  was_active AS "wasActive", drafters, draft_minutes AS "draftMinutes"`;

/** What weeks say at one moment: the groups add up to the totals, and nothing is of another revision. */
export interface Shown {
  readonly weeks: ShownWeek[];
  readonly groups: ShownGroup[];
  /**
   * False where a fact slipped past a count, or came late and it was not decided whether it may be let
   * in; and where no week was counted.
   */
  readonly isCurrent: boolean;
}

/**
 * Reads the weeks that were counted, their groups, and whether they may be told as they are.
 * `groupsOf` says whether groups are read in any case, or not where nobody will be told of them.
 */
export async function readShown(
  database: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  groupsOf: 'all' | 'current',
): Promise<Shown> {
  const rows = await database.query<ShownWeek & ShownBeside>(
    {
      name: 'read shown weeks',
      text: `
        SELECT ${shownColumns}, is_current AS "isCurrent",
               CASE WHEN is_current OR $3 = 'all' THEN (
                 SELECT json_agg(json_build_array(partition, name, eligible, active, detail))
                   FROM group_week AS own
                  WHERE own.programme_key = $1 AND own.week = shown_week.week) END AS "groupRows"
          FROM shown_week,
               (SELECT NOT EXISTS (SELECT FROM week_change)
                       AND NOT EXISTS (SELECT FROM held_fact WHERE NOT decided) AS is_current) AS marks
         WHERE programme_key = $1 AND week = ANY ($2::date[]) ORDER BY week`,
    },
    [programmeKey, weeks, groupsOf],
  );
  const shown = { weeks: [] as ShownWeek[], groups: [] as ShownGroup[] };
  let isCurrent = rows.length > 0;
  for (const { groupRows, isCurrent: isStill, ...week } of rows) {
    shown.weeks.push(week);
    isCurrent &&= isStill;
    for (const [partition, name, eligible, active, detail] of groupRows ?? []) {
      shown.groups.push({ week: week.week, partition, name, eligible, active, detail });
    }
  }
  return { ...shown, isCurrent };
}

interface ShownBeside {
  readonly isCurrent: boolean;
  readonly groupRows:
    | readonly (readonly [
        ...[ShownGroup['partition'], ShownGroup['name'], ShownGroup['eligible']],
        ...[ShownGroup['active'], ShownGroup['detail']],
      ])[]
    | null;
}

/** The groups in these weeks that have or had people. */
export function readGroups(
  database: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<ShownGroup[]> {
  return database.query<ShownGroup>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, partition, name, eligible, active, detail
       FROM group_week WHERE programme_key = $1 AND week = ANY ($2::date[])`,
    [programmeKey, weeks],
  );
}

/** A week as it was counted; crossed by all partitions unless it was counted before that was kept. */
export interface ShownCount {
  readonly total: ShownWeek;
  readonly crossed: readonly CrossedGroup[] | null;
}

/** The weeks of a programme that were counted, in order. */
export function readCounted(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<ShownCount[]> {
  return tx.query<ShownCount>(
    `SELECT ${shownColumns}, crossed
       FROM shown_week WHERE programme_key = $1 AND week = ANY ($2::date[]) ORDER BY week`,
    [programmeKey, weeks],
    ({ crossed, ...total }) => ({ total, crossed }) as unknown as ShownCount,
  );
}

/** Counts weeks from nothing and keeps them. */
export async function countAndKeep(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  minimum: number,
): Promise<void> {
  if (weeks.length === 0) return;
  const counted = await countWeeks(tx, programmeKey, weeks);
  // PostgreSQL counts the drafts while it is decided here how exactly groups are shown.
  const [, drafts] = await Promise.all([
    keepCounted(tx, programmeKey, counted, minimum),
    countDrafts(tx, programmeKey, weeks),
  ]);
  await keepDrafts(tx, programmeKey, drafts);
}

/**
 * Keeps weeks that were counted, and how exactly each of their groups is shown: never more exactly
 * than it was before.
 */
export async function keepCounted(
  tx: Transaction,
  programmeKey: string,
  counted: readonly CountedWeek[],
  minimum: number,
): Promise<void> {
  const weeks = counted.map(({ total: { week } }) => week);
  const before = await readGroups(tx, programmeKey, weeks);
  const groups = counted.flatMap(({ total: { week }, crossed }) => {
    const known = before.filter((group) => group.week === week);
    return showAtMost(week, crossed, known, minimum);
  });
  await Promise.all([
    keepTotals(tx, programmeKey, counted),
    keepGroups(tx, programmeKey, weeks, groups),
  ]);
}

function showAtMost(
  week: string,
  crossed: readonly CrossedGroup[],
  known: readonly ShownGroup[],
  minimum: number,
): ShownGroup[] {
  const before = new Map(known.map((group) => [groupKey(group), group.detail]));
  const details = suppressGroups(crossed, { week, minimum, before });
  return groupsOf(crossed).map((group) => ({
    ...{ ...group, week },
    detail: details.get(groupKey(group)) ?? 'hidden',
  }));
}

async function keepTotals(
  tx: Transaction,
  programmeKey: string,
  counted: readonly CountedWeek[],
): Promise<void> {
  await tx.query(
    `INSERT INTO shown_week (programme_key, week, crossed, ${columns})
     SELECT $1, * FROM unnest($2::date[], $3::jsonb[], ${totals.map((_, index) => `$${index + 4}::int[]`).join(', ')})
     ON CONFLICT (programme_key, week) DO UPDATE
        SET (crossed, ${columns}) = ROW(excluded.crossed, ${columns
          .replaceAll('"', '')
          .split(', ')
          .map((name) => `excluded."${name}"`)
          .join(', ')})`,
    [
      programmeKey,
      counted.map(({ total: { week } }) => week),
      counted.map(({ crossed }) => JSON.stringify(crossed)),
      ...totals.map((total) => counted.map((each) => each.total[total])),
    ],
  );
}

async function keepGroups(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  groups: readonly ShownGroup[],
): Promise<void> {
  // Rows stay even when a group empties: whether it was withheld must be remembered.
  const emptied = tx.query(
    `UPDATE group_week SET eligible = 0, active = 0
      WHERE programme_key = $1 AND week = ANY ($2::date[])`,
    [programmeKey, weeks],
  );
  const kept = tx.query(
    `INSERT INTO group_week (programme_key, week, partition, name, eligible, active, detail)
     SELECT $1, * FROM unnest($2::date[], $3::text[], $4::text[], $5::int[], $6::int[], $7::text[])
     ON CONFLICT (programme_key, week, partition, name) DO UPDATE
        SET eligible = excluded.eligible, active = excluded.active, detail = excluded.detail`,
    [
      programmeKey,
      groups.map((group) => group.week),
      groups.map((group) => group.partition),
      groups.map((group) => group.name),
      groups.map((group) => group.eligible),
      groups.map((group) => group.active),
      groups.map((group) => group.detail),
    ],
  );
  await Promise.all([emptied, kept]);
}

/** Remembers what weeks that were closed said before they changed. */
export async function keepRevisions(
  tx: Transaction,
  programmeKey: string,
  revised: readonly { readonly week: string; readonly wasActive: number }[],
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE shown_week SET changed_at = $4, was_active = revised.active
       FROM unnest($2::date[], $3::int[]) AS revised(week, active)
      WHERE programme_key = $1 AND shown_week.week = revised.week`,
    [programmeKey, revised.map(({ week }) => week), revised.map(({ wasActive }) => wasActive), now],
  );
}
