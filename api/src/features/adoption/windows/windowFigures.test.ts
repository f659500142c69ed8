import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  draftingTimeOf,
  habitOf,
  mondayIn,
  tasksOf,
  trustOf,
  windowsOf,
  type MappedTask,
} from '@last-mile/shared/adoption';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import {
  closedWeeks,
  history,
  itemKeys,
  live,
  now,
  taskKeys,
  timeZone,
} from '../rollUps/randomHistory';
import { createKeptWindows } from './keptWindows';
import { showDrafting, showTasks, showTrust } from '../publication/shownFigures';
import { createWeekCounts } from '../weeks/weekCounts';
import { taskFigures, windowFigures } from './windowFigures';

const startsOn = '2026-10-05';
const smallestGroup = 2;
const tasks: MappedTask[] = taskKeys.map((workflowKey, index) => ({
  ...{ workflowKey, task: `Task ${index}`, jobFamily: '' },
  // An item may serve several tasks, and one serves none.
  itemKeys: itemKeys.slice(index, index + 2),
}));

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

/** Looks at a programme as it stood at the end of the last of `closed`. */
async function lookAt(programmeKey: string, closed: readonly string[]) {
  // Nobody waits for company here: what waits is tested by itself.
  const counts = createWeekCounts(database, 1);
  const until = closedWeeks.at(-1) ?? null;
  const { weeks } = await counts.read(programmeKey, closed, { now, closedUntil: until });
  const programme = { clientKey: programmeKey, startsOn };
  const windows = createKeptWindows(database, (error) => {
    throw error;
  });
  const figures = await windowFigures(windows.ahead, programme, closed);
  return { weeks, figures, ofTasks: await taskFigures(windows.ahead, programme, closed, tasks) };
}

/** Looks again once all that a look found outdated is worked out. */
async function lookLater(programmeKey: string, closed: readonly string[]) {
  await lookAt(programmeKey, closed);
  const isCurrent = async () => {
    const outdated = await database.query(
      'SELECT FROM kept_window WHERE programme_key = $1 AND week = $2 AND counted < changed',
      [programmeKey, closed.at(-1)],
    );
    return outdated.length === 0;
  };
  await expect.poll(isCurrent, { interval: 5, timeout: 20_000 }).toBe(true);
  return lookAt(programmeKey, closed);
}

const flag = fc.record({
  at: fc.date({ min: new Date('2026-09-01T00:00:00Z'), max: now, noInvalidDate: true }),
  itemKey: fc.option(fc.constantFrom(...itemKeys)),
});

test('figures over several weeks equal their definitions, whatever arrives late, twice or out of order', async () => {
  const flags = fc.array(flag, { maxLength: 20 });
  const last = fc.nat({ max: closedWeeks.length - 1 });
  await fc.assert(
    fc.asyncProperty(history, flags, last, async (steps, flagged, index) => {
      const { programmeKey, membership, ...facts } = await live(database, steps, lookAt);
      for (const closed of [closedWeeks.slice(0, index + 1), closedWeeks]) {
        const windows = windowsOf(closed, startsOn);
        const measured = { membership, windows, timeZone, smallestGroup };
        const { weeks, figures, ofTasks } = await lookLater(programmeKey, closed);
        const recent = flagged.filter(({ at }) =>
          windows.lastTwelve.includes(mondayIn(at, timeZone)),
        );
        expect({
          habit: figures?.habit,
          drafting: showDrafting(weeks, figures?.drafting, smallestGroup),
          trust: showTrust(figures?.trust, recent.length, smallestGroup),
          tasks: showTasks(tasks, ofTasks, recent, smallestGroup),
        }).toEqual({
          habit: habitOf(facts.actions, membership, windows.habit, timeZone),
          drafting: draftingTimeOf(facts.drafts, closed, measured),
          trust: trustOf({ ...facts, flags: flagged }, measured),
          tasks: tasksOf(tasks, { ...facts, flags: flagged }, measured),
        });
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
