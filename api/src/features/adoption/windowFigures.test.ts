import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { habitOf, windowsOf } from '@last-mile/shared/adoption';
import { createTestDatabase, type TestDatabase } from '../../db/testDatabase';
import { closedWeeks, history, live, now, timeZone } from './randomHistory';
import { createWeekCounts } from './weekCounts';
import { windowFigures } from './windowFigures';

const startsOn = '2026-10-05';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

/** Looks at a programme as it stood at the end of the last of `closed`. */
async function lookAt(programmeKey: string, closed: readonly string[]) {
  // Nobody waits for company here: what waits is tested by itself.
  const counts = createWeekCounts(database, 1);
  await counts.read(programmeKey, closed, { now, closedUntil: closedWeeks.at(-1) ?? null });
  return windowFigures(database, { clientKey: programmeKey, startsOn }, closed);
}

test('figures over several weeks equal their definitions, whatever arrives late, twice or out of order', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat({ max: closedWeeks.length - 1 }), async (steps, last) => {
      const { programmeKey, ...facts } = await live(database, steps, lookAt);
      for (const closed of [closedWeeks.slice(0, last + 1), closedWeeks]) {
        const windows = windowsOf(closed, startsOn);
        expect(await lookAt(programmeKey, closed)).toEqual({
          habit: habitOf(facts.actions, facts.membership, windows.habit, timeZone),
        });
      }
    }),
    { numRuns: 40 },
  );
});
