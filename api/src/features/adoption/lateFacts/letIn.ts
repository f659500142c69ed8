import type { Transaction } from '../../../db/database';
import { mergeHeld, type HeldWeek, type ShownWeeks } from './heldFacts';
import { letObservationsIn } from './letObservationsIn';
import { outdateWindows } from '../windows/keptWindows';
import { changeWeeks } from './changeWeeks';
import { lateChanges, type ChangedWeek, type LateChange, type ShownProgramme } from './lateChanges';
import { letInTogether } from './letInTogether';
import { askOfPeople, personWeeks } from '../rollUps/personWeek';
import { personWeeksWithLate } from './personWeeksWithLate';
import { keepCounted, keepRevisions, readCounted, readGroups } from '../publication/shownWeeks';

/**
 * Lets late facts into the roll-ups as far as what they change speaks of enough people, and changes
 * what was shown of the weeks: the late actions of all weeks, in order, and what else came late.
 * `closedUntil` is the Monday of the last closed week: what a closed week said before it changed is
 * remembered.
 */
export async function letLateFactsIn(
  tx: Transaction,
  late: readonly HeldWeek[],
  minimum: number,
  now: Date,
  closedUntil: string | null,
): Promise<void> {
  const changed = new Map<string, ChangedWeek[]>();
  for (const held of late) {
    const together = await letWeekIn(tx, held, minimum, now);
    for (const each of together.flatMap(({ weeks }) => weeks)) {
      const known = changed.get(each.programmeKey);
      if (known) known.push(each);
      else changed.set(each.programmeKey, [each]);
    }
  }
  await Promise.all([
    ...[...changed].map(([programmeKey, changes]) =>
      changeShown(tx, programmeKey, changes, minimum, now, closedUntil),
    ),
    letObservationsIn(tx, minimum),
  ]);
}

/** Lets in whose late actions of a week tell of enough people together, and says what that changes. */
async function letWeekIn(
  tx: Transaction,
  held: HeldWeek,
  minimum: number,
  now: Date,
): Promise<LateChange[]> {
  const programmes = await askOfPeople(tx, held.subjectIds, () =>
    Promise.all(held.shown.map((shown) => readProgramme(tx, held, shown))),
  );
  const together = letInTogether(lateChanges(held, programmes, now), minimum);
  if (together.length > 0) {
    const subjectIds = together.map(({ subjectId }) => subjectId);
    await Promise.all([
      mergeHeld(tx, held.week, subjectIds),
      // Which items they used goes on waiting, and nothing else rests on how often they acted.
      ...held.shown.map(({ programmeKey }) =>
        outdateWindows(tx, programmeKey, held.week, ['habit']),
      ),
    ]);
  }
  return together;
}

async function readProgramme(
  tx: Transaction,
  held: HeldWeek,
  { programmeKey, weeks }: ShownWeeks,
): Promise<ShownProgramme> {
  const [groups, before, after] = await Promise.all([
    readGroups(tx, programmeKey, weeks),
    personWeeks(tx, programmeKey, weeks, held.subjectIds),
    personWeeksWithLate(tx, programmeKey, weeks, held.subjectIds, held.week),
  ]);
  return { programmeKey, groups, before, after };
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
  const before = await readCounted(tx, programmeKey, weeks);
  const after = await changeWeeks(tx, programmeKey, before, changes);
  const activeAfter = new Map(after.map(({ total: { week, active } }) => [week, active]));
  const revised = before.flatMap(({ total: { week, active } }) =>
    closedUntil !== null && week <= closedUntil && activeAfter.get(week) !== active
      ? [{ week, wasActive: active }]
      : [],
  );
  await Promise.all([
    keepCounted(tx, programmeKey, after, minimum),
    keepRevisions(tx, programmeKey, revised, now),
  ]);
}
