import type { Transaction } from '../../db/database';
import { countWeeks, type GroupTotal, type Partition, type WeekTotal } from './countWeeks';
import { keepDrafting } from './keptDrafting';
import { columnOf, weekFlags } from './personWeek';

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
export interface ShownGroup extends GroupTotal {
  readonly hidden: boolean;
}

const totals = ['eligible', ...weekFlags, 'joined', 'left'] as const;
const columns = ['eligible', ...weekFlags.map(columnOf), 'joined', 'left']
  .map((name) => `"${name}"`)
  .join(', ');

/** The weeks of a programme that were counted. */
export function readWeeks(
  database: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<ShownWeek[]> {
  const flags = weekFlags.map((flag) => `"${columnOf(flag)}" AS "${flag}"`).join(', ');
  return database.query<ShownWeek>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, eligible, ${flags}, joined, "left",
            to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "changedAt",
            was_active AS "wasActive", drafters, draft_minutes AS "draftMinutes"
       FROM shown_week WHERE programme_key = $1 AND week = ANY ($2::date[]) ORDER BY week`,
    [programmeKey, weeks],
  );
}

/** The groups in these weeks that have or had people. */
export function readGroups(
  database: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<ShownGroup[]> {
  return database.query<ShownGroup>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, partition, name, eligible, active, hidden
       FROM group_week WHERE programme_key = $1 AND week = ANY ($2::date[])`,
    [programmeKey, weeks],
  );
}

/** Counts weeks from nothing and keeps them; what was hidden stays hidden. */
export async function countAndKeep(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<void> {
  const counted = await countWeeks(tx, programmeKey, weeks);
  await keepCounted(tx, programmeKey, counted.totals, counted.groups);
  await keepDrafting(tx, programmeKey, weeks);
}

async function keepCounted(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly WeekTotal[],
  groups: readonly GroupTotal[],
): Promise<void> {
  await tx.query(
    `INSERT INTO shown_week (programme_key, week, ${columns})
     SELECT $1, * FROM unnest($2::date[], ${totals.map((_, index) => `$${index + 3}::int[]`).join(', ')})
     ON CONFLICT (programme_key, week) DO UPDATE
        SET (${columns}) = ROW(${columns
          .replaceAll('"', '')
          .split(', ')
          .map((name) => `excluded."${name}"`)
          .join(', ')})`,
    [
      programmeKey,
      weeks.map(({ week }) => week),
      ...totals.map((total) => weeks.map((each) => each[total])),
    ],
  );
  await keepGroups(
    tx,
    programmeKey,
    groups.map((group) => ({ ...group, ...nothingHeld })),
    weeks.map(({ week }) => week),
  );
}

const nothingHeld = { heldEligible: 0, heldActive: 0, heldSubjects: [] };

/** A group and what of its change waits for company. */
export interface GroupState extends GroupTotal {
  readonly heldEligible: number;
  readonly heldActive: number;
  readonly heldSubjects: readonly string[];
}

/** Reads groups with what waits in them. */
export function readGroupStates(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
): Promise<GroupState[]> {
  return tx.query<GroupState>(
    `SELECT to_char(week, 'YYYY-MM-DD') AS week, partition, name, eligible, active,
            held_eligible AS "heldEligible", held_active AS "heldActive",
            held_subjects AS "heldSubjects"
       FROM group_week WHERE programme_key = $1 AND week = ANY ($2::date[])`,
    [programmeKey, weeks],
  );
}

/** Writes groups; those of `emptied` weeks that are not among them have nobody. */
export async function keepGroups(
  tx: Transaction,
  programmeKey: string,
  groups: readonly GroupState[],
  emptied: readonly string[] = [],
): Promise<void> {
  // Rows stay even when a group empties: whether it was hidden must be remembered.
  await tx.query(
    `UPDATE group_week SET eligible = 0, active = 0, held_eligible = 0, held_active = 0,
            held_subjects = '{}'
      WHERE programme_key = $1 AND week = ANY ($2::date[])`,
    [programmeKey, emptied],
  );
  await tx.query(
    `INSERT INTO group_week (programme_key, week, partition, name, eligible, active,
                             held_eligible, held_active, held_subjects)
     SELECT $1, week, partition, name, eligible, active, held_eligible, held_active,
            string_to_array(held, ',')::uuid[]
       FROM unnest($2::date[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[],
                   $9::text[])
            AS kept(week, partition, name, eligible, active, held_eligible, held_active, held)
     ON CONFLICT (programme_key, week, partition, name) DO UPDATE
        SET eligible = excluded.eligible, active = excluded.active,
            held_eligible = excluded.held_eligible, held_active = excluded.held_active,
            held_subjects = excluded.held_subjects`,
    [
      programmeKey,
      groups.map((group) => group.week),
      groups.map((group) => group.partition),
      groups.map((group) => group.name),
      groups.map((group) => group.eligible),
      groups.map((group) => group.active),
      groups.map((group) => group.heldEligible),
      groups.map((group) => group.heldActive),
      groups.map((group) => group.heldSubjects.join(',')),
    ],
  );
}

/** Remembers groups that are hidden in a week. */
export async function keepHidden(
  tx: Transaction,
  programmeKey: string,
  hidden: readonly { week: string; partition: Partition; name: string }[],
): Promise<void> {
  await tx.query(
    `UPDATE group_week SET hidden = true
       FROM unnest($2::date[], $3::text[], $4::text[]) AS now(week, partition, name)
      WHERE programme_key = $1 AND group_week.week = now.week
        AND group_week.partition = now.partition AND group_week.name = now.name`,
    [
      programmeKey,
      hidden.map(({ week }) => week),
      hidden.map(({ partition }) => partition),
      hidden.map(({ name }) => name),
    ],
  );
}
