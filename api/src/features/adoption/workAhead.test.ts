import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { usualCalendar, type Programme } from '@last-mile/shared/programme';
import { createTestDatabase, type TestDatabase } from '../../db/testDatabase';
import { createLease } from '../../sync/lease';
import { createDashboard, type Dashboard } from './dashboard';
import { createPersonDigest } from './facts/subjects';
import { nothingBeside } from './noHealth';
import { createMembershipStore } from './people/membershipStore';
import { startWorkAhead } from './workAhead';

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
const now = new Date('2026-11-25T12:00:00Z');
const task = { workflowKey: randomUUID(), task: 'Reply to a client', jobFamily: 'Audit' };

let database: TestDatabase;
let dashboard: Dashboard;
let programme: Programme;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());
beforeEach(async () => {
  dashboard = createDashboard({
    ...nothingBeside,
    database,
    tasks: () => Promise.resolve([{ ...task, itemKeys: [] }]),
    waitMs: 0,
  });
  programme = await programmeOfTwelve();
});

/** Twelve people, members since six weeks before the week of `now`. */
async function programmeOfTwelve(): Promise<Programme> {
  const clientKey = randomUUID();
  const members = Array.from({ length: 12 }, () => ({
    ...{ userId: randomUUID(), department: 'Audit', jobFamily: null },
  }));
  const digest = createPersonDigest('a key for tests, 32 characters or more');
  const membership = createMembershipStore(database, tenantId, digest);
  await membership.replace(clientKey, members, '2026-10-12');
  return {
    ...{ clientKey, name: 'Everyday AI', channelId: null, groupId: randomUUID() },
    ...{ ownerId: randomUUID(), deputyIds: [], sponsorId: randomUUID(), jobFamilies: [] },
    calendar: usualCalendar,
    ...{ startsOn: '2026-10-19', weeks: 8, targetActiveRate: 0.6, timeZone: 'Europe/Berlin' },
  };
}

/** Works ahead as an instance does, once. */
async function workAhead(programmes: readonly Programme[], errors: unknown[] = []) {
  const stop = startWorkAhead(
    {
      lease: createLease(database, 'work ahead', 60),
      dashboard,
      programmes: () => Promise.resolve(programmes),
      now: () => now,
      onError: (error) => errors.push(error),
    },
    60_000,
  );
  await stop();
}

const pending = { state: 'pending' };
const noOneActed = { state: 'known', weeks: 4, of: 12, power: 0, habitual: 0, novice: 0, low: 0 };

test('whoever looks before figures over several weeks are worked out is told so, and no figure', async () => {
  const answer = await dashboard(programme, now);
  expect(answer.habit).toEqual(pending);
  expect(answer.draftingTime).toEqual({
    weekly: answer.weeks.map(() => ({ state: 'notEnoughData' })),
    ...{ withTemplate: pending, sinceStart: pending, observed: pending },
  });
  const trust = { keptShare: pending, redoRate: pending, flagsPer100: pending };
  expect(answer.trust).toEqual(trust);
  expect(answer.tasks).toEqual([
    { ...task, publishedItems: 0, uses: pending, withTemplate: pending, trust },
  ]);
});

test('nobody who looks after that has to wait for them', async () => {
  await workAhead([programme]);
  const answer = await dashboard(programme, now);
  expect(answer.habit).toEqual({ ...noOneActed, none: 12 });
  expect(answer.tasks[0]?.uses).toEqual({ state: 'notEnoughData' });
});

test('a week that is over but not closed is not shown to anybody by that', async () => {
  await workAhead([programme]);
  const shown = await database.query<{ last: string }>(
    `SELECT to_char(max(week), 'YYYY-MM-DD') AS last FROM shown_week WHERE programme_key = $1`,
    [programme.clientKey],
  );
  expect(shown).toEqual([{ last: '2026-11-09' }]);
});

test('one instance does it for all, and the next one once that is done', async () => {
  const other = createLease(database, 'work ahead', 60);
  await other.hold();
  await workAhead([programme]);
  expect((await dashboard(programme, now)).habit).toEqual(pending);
  await other.release();
  const later = await programmeOfTwelve();
  await workAhead([later]);
  expect((await dashboard(later, now)).habit).toEqual({ ...noOneActed, none: 12 });
});

test('a programme whose figures cannot be worked out does not hold up the next one', async () => {
  const broken = { ...programme, timeZone: 'Nowhere/Land' };
  const next = await programmeOfTwelve();
  const errors: unknown[] = [];
  await workAhead([broken, next], errors);
  expect(errors).toHaveLength(1);
  expect((await dashboard(next, now)).habit).toEqual({ ...noOneActed, none: 12 });
});
