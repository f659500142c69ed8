import type { Transaction } from '../../db/database';
import type { Partition } from './countWeeks';
import { columnOf, weekFlags, type PersonWeek } from './personWeek';
import { keepGroups, readGroupStates, type GroupState } from './shownWeeks';

/**
 * Changes the totals of shown weeks by what these people were and are. What a week said before that
 * was closed, `closedUntil` or earlier, is remembered.
 */
export async function changeTotals(
  tx: Transaction,
  programmeKey: string,
  was: readonly PersonWeek[],
  is: readonly PersonWeek[],
  now: Date,
  closedUntil: string | null,
): Promise<void> {
  const weeks = [...new Set([...was, ...is].map(({ week }) => week))];
  const change = (week: string, flag: (typeof weekFlags)[number]) =>
    is.filter((person) => person.week === week && person[flag]).length -
    was.filter((person) => person.week === week && person[flag]).length;
  const sets = weekFlags.map(
    (flag) => `"${columnOf(flag)}" = shown."${columnOf(flag)}" + by."${columnOf(flag)}"`,
  );
  await tx.query(
    `UPDATE shown_week AS shown
        SET ${sets.join(', ')},
            changed_at = CASE WHEN by.active <> 0 AND shown.week <= $4::date THEN $3 ELSE changed_at END,
            was_active = CASE WHEN by.active <> 0 AND shown.week <= $4::date THEN shown.active
                              ELSE was_active END
       FROM unnest($2::date[], ${weekFlags.map((_, index) => `$${index + 5}::int[]`).join(', ')})
            AS by(week, ${weekFlags.map((flag) => `"${columnOf(flag)}"`).join(', ')})
      WHERE shown.programme_key = $1 AND shown.week = by.week`,
    [
      ...[programmeKey, weeks, now, closedUntil],
      ...weekFlags.map((flag) => weeks.map((week) => change(week, flag))),
    ],
  );
}

/**
 * Changes groups of shown weeks by what these people were and are: each when `minimum` of its own
 * people have changed since it last did; until then the change waits with it.
 */
export async function changeGroups(
  tx: Transaction,
  programmeKey: string,
  was: readonly PersonWeek[],
  is: readonly PersonWeek[],
  minimum: number,
): Promise<void> {
  const changes = groupChanges(was, is);
  const weeks = [...new Set([...changes.values()].map(({ week }) => week))];
  const known = new Map(
    (await readGroupStates(tx, programmeKey, weeks)).map((group) => [groupKey(group), group]),
  );
  const changed = [...changes].map(([key, change]): GroupState => {
    const group = known.get(key) ?? { ...change, eligible: 0, active: 0, ...nothing };
    const heldEligible = group.heldEligible + change.heldEligible;
    const heldActive = group.heldActive + change.heldActive;
    const heldSubjects = [...new Set([...group.heldSubjects, ...change.heldSubjects])];
    if (heldSubjects.length < minimum) return { ...group, heldEligible, heldActive, heldSubjects };
    return {
      ...{ ...group, ...nothing },
      eligible: group.eligible + heldEligible,
      active: group.active + heldActive,
    };
  });
  await keepGroups(tx, programmeKey, changed);
}

const nothing = { heldEligible: 0, heldActive: 0, heldSubjects: [] };

const groupKey = ({ week, partition, name }: Pick<GroupState, 'week' | 'partition' | 'name'>) =>
  `${week} ${partition} ${name}`;

/** What changed in each group, by those of its people of whom something changed. */
function groupChanges(was: readonly PersonWeek[], is: readonly PersonWeek[]) {
  const changes = new Map<string, GroupState>();
  const before = new Map(was.map((person) => [`${person.week} ${person.subjectId}`, person]));
  const add = (person: PersonWeek, partition: Partition, eligible: number, active: number) => {
    if (eligible === 0 && active === 0) return;
    const group = { week: person.week, partition, name: person[partition] };
    const known = changes.get(groupKey(group)) ?? { ...group, eligible: 0, active: 0, ...nothing };
    changes.set(groupKey(group), {
      ...known,
      heldEligible: known.heldEligible + eligible,
      heldActive: known.heldActive + active,
      heldSubjects: [...known.heldSubjects, person.subjectId],
    });
  };
  for (const person of is) {
    const earlier = before.get(`${person.week} ${person.subjectId}`);
    if (earlier === undefined) continue;
    const turned = Number(person.active) - Number(earlier.active);
    add(person, 'department', 0, turned);
    add(person, 'jobFamily', 0, turned);
    if (person.cohort === earlier.cohort) add(person, 'cohort', 0, turned);
    else {
      add(earlier, 'cohort', -1, -Number(earlier.active));
      add(person, 'cohort', 1, Number(person.active));
    }
  }
  return changes;
}
