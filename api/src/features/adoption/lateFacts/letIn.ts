import type { Transaction } from '../../../db/database';
import { mergeHeld, readHeld, type HeldWeek } from './heldFacts';
import { letObservationsIn } from './letObservationsIn';
import { outdateWindows } from '../windows/keptWindows';
import { changeWeeks } from './changeWeeks';
import { lateChanges, type ChangedWeek, type LateChange, type ShownProgramme } from './lateChanges';
import { letInTogether } from './letInTogether';
import { personWeeks } from '../rollUps/personWeek';
import { personWeeksWithLate } from './personWeeksWithLate';
import { keepRevisions, readGroups, readWeeks } from '../publication/shownWeeks';

/**
 * Lets late facts into the roll-ups as far as what they change speaks of enough people, and changes
 * what was shown of the weeks. `closedUntil` is the Monday of the last closed week: what a
 * closed week said before it changed is remembered.
 */
export async function letLateFactsIn(
  tx: Transaction,
  minimum: number,
  now: Date,
  closedUntil: string | null,
): Promise<void> {
  const changed = new Map<string, ChangedWeek[]>();
  for (const held of await readHeld(tx)) {
    const shown = await shownTo(tx, held);
    const together = await letWeekIn(tx, held, shown, minimum, now);
    if (together.length === 0) continue;
    // Which items they used goes on waiting: nothing else rests on how often they acted.
    for (const { programmeKey } of shown) {
      await outdateWindows(tx, programmeKey, held.week, ['habit']);
    }
    for (const each of together.flatMap(({ weeks }) => weeks)) {
      const known = changed.get(each.programmeKey);
      if (known) known.push(each);
      else changed.set(each.programmeKey, [each]);
    }
  }
  for (const [programmeKey, changes] of changed) {
    await changeShown(tx, programmeKey, changes, minimum, now, closedUntil);
  }
  await letObservationsIn(tx, minimum);
}

/** Lets in whose late actions of a week tell of enough people together, and says what that changes. */
async function letWeekIn(
  tx: Transaction,
  held: HeldWeek,
  shown: readonly ShownWeeks[],
  minimum: number,
  now: Date,
): Promise<LateChange[]> {
  const programmes = await Promise.all(
    shown.map(async ({ programmeKey, weeks }): Promise<ShownProgramme> => {
      const [groups, before, after] = await Promise.all([
        readGroups(tx, programmeKey, weeks),
        personWeeks(tx, programmeKey, weeks, held.subjectIds),
        personWeeksWithLate(tx, programmeKey, weeks, held.subjectIds, held.week),
      ]);
      return { programmeKey, groups, before, after };
    }),
  );
  const together = letInTogether(lateChanges(held, programmes, now), minimum);
  if (together.length > 0) {
    const subjectIds = together.map(({ subjectId }) => subjectId);
    await mergeHeld(tx, held.week, subjectIds);
  }
  return together;
}

async function changeShown(
  tx: Transaction,
  programmeKey: string,
  changes: readonly ChangedWeek[],
  minimum: number,
  now: Date,
  closedUntil: string | null,
): Promise<void> {
  const weeks = [...new Set(changes.map(({ is: { week } }) => week))];
  const before = await readWeeks(tx, programmeKey, weeks);
  await changeWeeks(tx, programmeKey, before, changes, minimum);
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
function shownTo(tx: Transaction, { week, subjectIds }: HeldWeek): Promise<ShownWeeks[]> {
  return tx.query<ShownWeeks>(
    `SELECT programme_key AS "programmeKey",
            array_agg(to_char(week, 'YYYY-MM-DD') ORDER BY week) AS weeks
       FROM shown_week
      WHERE week >= $1 AND programme_key IN (
        SELECT programme_key FROM membership_span WHERE subject_id = ANY ($2::uuid[]))
      GROUP BY programme_key`,
    [week, subjectIds],
  );
}
