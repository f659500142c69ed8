import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  draftingTimeOf,
  habitOf,
  tasksOf,
  trustOf,
  windowsOf,
  type Flag,
  type MappedTask,
} from '@last-mile/shared/adoption';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import {
  closedWeeks,
  historyWithErasures,
  itemKeys,
  live,
  now,
  taskKeys,
  timeZone,
  type Lived,
} from '../rollUps/randomHistory';
import { countedFlags } from './countedFlags';
import type { UntoldUse } from './toldWeeks';
import { createKeptWindows } from './keptWindows';
import { showDrafting, showTasks, showTrust } from '../publication/shownFigures';
import { createWeekCounts } from '../weeks/weekCounts';
import { taskFigures, windowFigures } from './windowFigures';

const startsOn = '2026-10-05';
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
async function lookAt(smallestGroup: number, programmeKey: string, closed: readonly string[]) {
  const counts = createWeekCounts(database, smallestGroup);
  const until = closedWeeks.at(-1) ?? null;
  const { weeks } = await counts.read(programmeKey, closed, { now, closedUntil: until });
  const programme = { clientKey: programmeKey, startsOn };
  const windows = createKeptWindows(database, smallestGroup, (error) => {
    throw error;
  });
  const figures = await windowFigures(windows.ahead, programme, closed);
  return { weeks, figures, ofTasks: await taskFigures(windows.ahead, programme, closed, tasks) };
}

/** Looks again once all that a look found outdated is worked out. */
async function lookLater(smallestGroup: number, programmeKey: string, closed: readonly string[]) {
  await lookAt(smallestGroup, programmeKey, closed);
  const isCurrent = async () => {
    const outdated = await database.query(
      'SELECT FROM kept_window WHERE programme_key = $1 AND week = $2 AND counted < changed',
      [programmeKey, closed.at(-1)],
    );
    return outdated.length === 0;
  };
  await expect.poll(isCurrent, { interval: 5, timeout: 20_000 }).toBe(true);
  return lookAt(smallestGroup, programmeKey, closed);
}

const flag = fc.record({
  at: fc.date({ min: new Date('2026-09-01T00:00:00Z'), max: now, noInvalidDate: true }),
  itemKey: fc.option(fc.constantFrom(...itemKeys)),
});

const flags = fc.array(flag, { maxLength: 20 });
const last = fc.nat({ max: closedWeeks.length - 1 });

/** Holds what was lived to the definitions, as it stood at the end of some week and of the last. */
async function expectDefinitions(
  { programmeKey, membership, ...facts }: Lived,
  flagged: readonly Flag[],
  index: number,
  smallestGroup: number,
) {
  for (const closed of [closedWeeks.slice(0, index + 1), closedWeeks]) {
    const windows = windowsOf(closed, startsOn);
    const measured = { membership, closed, windows, timeZone, smallestGroup };
    const { weeks, figures, ofTasks } = await lookLater(smallestGroup, programmeKey, closed);
    const { lastTwelve } = windows;
    const flaggedOf = (untold: readonly UntoldUse[] = [], of: 'everything' | 'items') =>
      countedFlags(flagged, lastTwelve, untold, timeZone, of);
    const [all, ofItems] = [
      flaggedOf(figures?.untold, 'everything'),
      flaggedOf(ofTasks?.untold, 'items'),
    ];
    expect({
      habit: figures?.habit,
      drafting: showDrafting(weeks, figures?.drafting, smallestGroup),
      trust: showTrust(figures?.trust, all.length, smallestGroup),
      tasks: showTasks(tasks, ofTasks, ofItems, smallestGroup),
    }).toEqual({
      habit: habitOf(facts.actions, membership, windows.habit, timeZone),
      drafting: draftingTimeOf(facts.drafts, closed, measured),
      trust: trustOf({ ...facts, flags: flagged }, measured),
      tasks: tasksOf(tasks, { ...facts, flags: flagged }, measured),
    });
  }
}

test('figures over several weeks equal their definitions, whatever arrives late, twice or out of order', async () => {
  await fc.assert(
    fc.asyncProperty(historyWithErasures, flags, last, async (steps, flagged, index) => {
      // Nobody waits for company here: what waits, and what is left out then, is tested by itself.
      const look = (programmeKey: string, closed: readonly string[]) =>
        lookAt(1, programmeKey, closed);
      await expectDefinitions(await live(database, steps, look), flagged, index, 1);
    }),
    { numRuns: 12 },
  );
}, 120_000);

test('they leave out what their definitions leave out, of items, tasks and weeks of few', async () => {
  await fc.assert(
    fc.asyncProperty(
      historyWithErasures,
      flags,
      last,
      fc.integer({ min: 2, max: 4 }),
      async (steps, flagged, index, smallestGroup) => {
        const unseen = steps.filter(({ type }) => type !== 'look');
        const lived = await live(database, unseen, () => Promise.resolve());
        await expectDefinitions(lived, flagged, index, smallestGroup);
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
