import type { Transaction } from '../../../db/database';
import { mergeHeld, readHeld, type HeldWeek } from './heldFacts';
import { keepDrafting } from '../windows/keptDrafting';
import { outdateWindows } from '../windows/keptWindows';
import { lateChanges, type LateChange, type ShownProgramme } from './lateChanges';
import { letInTogether } from './letInTogether';
import { personWeeks, type PersonWeek } from '../rollUps/personWeek';
import { countAndKeep, keepRevisions, readGroups, readWeeks } from '../publication/shownWeeks';

/**
 * Lets late facts into the roll-ups as far as what they change speaks of enough people, and counts
 * again what was shown of the weeks. `closedUntil` is the Monday of the last closed week: what a
 * closed week said before it changed is remembered.
 */
export async function letLateFactsIn(
  tx: Transaction,
  minimum: number,
  now: Date,
  closedUntil: string | null,
): Promise<void> {
  const changed = new Map<string, Set<string>>();
  for (const held of await readHeld(tx)) {
    const shown = await shownTo(tx, held);
    const together = await letWeekIn(tx, held, shown, minimum, now);
    if (together.length === 0) continue;
    for (const { programmeKey } of shown) {
      await outdateWindows(tx, programmeKey, held.week);
      if (together.some(({ facts }) => facts.includes('draft_observation'))) {
        await keepDrafting(tx, programmeKey, [held.week]);
      }
    }
    for (const { programmeKey, week } of together.flatMap(({ weeks }) => weeks)) {
      changed.set(programmeKey, (changed.get(programmeKey) ?? new Set()).add(week));
    }
  }
  for (const [programmeKey, weeks] of changed) {
    await countAgain(tx, programmeKey, [...weeks].sort(), minimum, now, closedUntil);
  }
}

/** Lets everybody's late facts of a week in, looks what that changes, and takes back what tells. */
async function letWeekIn(
  tx: Transaction,
  held: HeldWeek,
  shown: readonly ShownWeeks[],
  minimum: number,
  now: Date,
): Promise<LateChange[]> {
  const subjectIds = held.people.map(({ subjectId }) => subjectId);
  const tellAll = async () => {
    const told: PersonWeek[][] = [];
    for (const { programmeKey, weeks } of shown) {
      told.push(await personWeeks(tx, programmeKey, weeks, subjectIds));
    }
    return told;
  };
  const before = await tellAll();
  await tx.query('SAVEPOINT without_late_facts');
  await mergeHeld(tx, held.week, subjectIds);
  const after = await tellAll();
  const programmes: ShownProgramme[] = [];
  for (const [index, { programmeKey, weeks }] of shown.entries()) {
    programmes.push({
      ...{ programmeKey, groups: await readGroups(tx, programmeKey, weeks) },
      ...{ before: before[index] ?? [], after: after[index] ?? [] },
    });
  }
  const together = letInTogether(lateChanges(held, programmes, now), minimum);
  if (together.length < subjectIds.length) {
    await tx.query('ROLLBACK TO SAVEPOINT without_late_facts');
    await mergeHeld(
      tx,
      held.week,
      together.map(({ subjectId }) => subjectId),
    );
  }
  await tx.query('RELEASE SAVEPOINT without_late_facts');
  return together;
}

async function countAgain(
  tx: Transaction,
  programmeKey: string,
  weeks: readonly string[],
  minimum: number,
  now: Date,
  closedUntil: string | null,
): Promise<void> {
  const before = await readWeeks(tx, programmeKey, weeks);
  await countAndKeep(tx, programmeKey, weeks, minimum);
  const after = await readWeeks(tx, programmeKey, weeks);
  const revised = before.filter(
    ({ week, active }, index) =>
      closedUntil !== null && week <= closedUntil && after[index]?.active !== active,
  );
  await keepRevisions(
    tx,
    programmeKey,
    revised.map(({ week, active }) => ({ week, wasActive: active })),
    now,
  );
}

/** A programme and the weeks of it that were shown. */
interface ShownWeeks {
  readonly programmeKey: string;
  readonly weeks: readonly string[];
}

/** What was shown from the held week on of the programmes of its people. */
function shownTo(tx: Transaction, { week, people }: HeldWeek): Promise<ShownWeeks[]> {
  return tx.query<ShownWeeks>(
    `SELECT programme_key AS "programmeKey",
            array_agg(to_char(week, 'YYYY-MM-DD') ORDER BY week) AS weeks
       FROM shown_week
      WHERE week >= $1 AND programme_key IN (
        SELECT programme_key FROM membership_span WHERE subject_id = ANY ($2::uuid[]))
      GROUP BY programme_key`,
    [week, people.map(({ subjectId }) => subjectId)],
  );
}
