import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { personWeeks, type PersonWeek } from '../rollUps/personWeek';
import { closedWeeks, history, live, now } from '../rollUps/randomHistory';
import { createWeekCounts } from '../weeks/weekCounts';
import { mergeHeld, readHeld } from './heldFacts';
import { personWeeksWithLate } from './personWeeksWithLate';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

/** Everybody waits for company that never comes. */
const lookAt = (programmeKey: string, weeks: readonly string[]) =>
  createWeekCounts(database, 1000).read(programmeKey, weeks, {
    now,
    closedUntil: closedWeeks.at(-1) ?? null,
  });

test('what late facts would change is what they change once they are counted', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      await database.query('TRUNCATE held_fact');
      const { programmeKey } = await live(database, steps, lookAt);
      await database.transaction(async (tx) => {
        for (const { week, subjectIds } of await readHeld(tx)) {
          const asked = [tx, programmeKey, closedWeeks, subjectIds] as const;
          const foreseen = await personWeeksWithLate(...asked, week);
          await mergeHeld(tx, week, subjectIds);
          expect(sorted(foreseen)).toEqual(sorted(await personWeeks(...asked)));
        }
        expect(await readHeld(tx)).toEqual([]);
      });
    }),
    { numRuns: 15 },
  );
}, 120_000);

const sorted = (weeks: readonly PersonWeek[]) =>
  weeks.toSorted((one, other) =>
    `${one.week} ${one.subjectId}` < `${other.week} ${other.subjectId}` ? -1 : 1,
  );
