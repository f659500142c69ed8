import type { Transaction } from '../../db/database';
import { changeGroups, changeTotals } from './changeShown';
import { mergeHeld, readHeld, type Held } from './heldFacts';
import { keepDrafting } from './keptDrafting';
import { outdateWindows } from './keptWindows';
import { letInTogether } from './letInTogether';
import { personWeeks, type PersonWeek } from './personWeek';

/**
 * Lets late facts into the roll-ups as far as enough people's change together, and changes what is
 * shown of the weeks by just these people: a week's total at once, a group's own figure when enough
 * of them are its own. `closedUntil` is the Monday of the last closed week: a change of what was
 * closed is remembered.
 */
export async function letLateFactsIn(
  tx: Transaction,
  minimum: number,
  now: Date,
  closedUntil: string | null,
): Promise<void> {
  const held = await readHeld(tx);
  const weeks = [...new Set(held.map(({ week }) => week))].sort();
  const together = weeks.flatMap((week) =>
    letInTogether(
      held.filter((each) => each.week === week),
      minimum,
    ),
  );
  const [first] = together.map(({ week }) => week).sort();
  if (first === undefined) return;
  const subjects = [...new Set(together.map(({ subjectId }) => subjectId))];
  const shown = await shownSince(tx, first);
  const before = await tellAll(tx, shown, subjects);
  await mergeHeld(tx, together);
  const after = await tellAll(tx, shown, subjects);
  for (const programmeKey of shown.keys()) {
    const [was, is] = [before.get(programmeKey) ?? [], after.get(programmeKey) ?? []];
    await changeTotals(tx, programmeKey, was, is, now, closedUntil);
    await changeGroups(tx, programmeKey, was, is, minimum);
    await outdateWindows(tx, programmeKey, first);
    await keepDrafting(tx, programmeKey, weeksWithDrafts(programmeKey, together));
  }
}

const weeksWithDrafts = (programmeKey: string, together: readonly Held[]) => [
  ...new Set(
    together
      .filter(({ labels }) => labels.includes(`${programmeKey} drafted`))
      .map(({ week }) => week),
  ),
];

/** The weeks since `first` that each programme was shown. */
async function shownSince(tx: Transaction, first: string): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ programmeKey: string; weeks: string[] }>(
    `SELECT programme_key AS "programmeKey",
            array_agg(to_char(week, 'YYYY-MM-DD') ORDER BY week) AS weeks
       FROM shown_week WHERE week >= $1 GROUP BY programme_key`,
    [first],
  );
  return new Map(rows.map(({ programmeKey, weeks }) => [programmeKey, weeks]));
}

async function tellAll(
  tx: Transaction,
  shown: ReadonlyMap<string, readonly string[]>,
  subjects: readonly string[],
): Promise<Map<string, PersonWeek[]>> {
  const told = new Map<string, PersonWeek[]>();
  for (const [programmeKey, weeks] of shown) {
    told.set(programmeKey, await personWeeks(tx, programmeKey, weeks, subjects));
  }
  return told;
}
