import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usageKinds } from '@last-mile/shared/adoption';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createMembershipStore } from '../people/membershipStore';
import { rebuildRollUps } from './rebuildRollUps';
import { createPersonDigest } from '../facts/subjects';
import { createUsageStore } from '../facts/usageStore';
import { createWeekCounts } from '../weeks/weekCounts';

const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
const timeZone = 'Europe/Berlin';
const now = new Date('2026-11-25T12:00:00Z');
const programmeKey = '3f0a1f52-9a3c-4a5b-8f6e-2b7d1c9e0a11';
const mondays = ['2026-11-02', '2026-11-09', '2026-11-16'];
const when = { now, closedUntil: '2026-11-09' };
const digest = createPersonDigest('a key for tests, 32 characters or more');
const people = Array.from({ length: 12 }, () => ({ tenantId, userId: randomUUID() }));
const items = Array.from({ length: 3 }, () => randomUUID());

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await createMembershipStore(database, tenantId, digest).replace(
    programmeKey,
    people.map(({ userId }, index) => ({
      ...{ userId, department: index < 6 ? 'Audit' : 'Tax', jobFamily: null },
    })),
    '2026-10-26',
  );
});
afterEach(() => database.end());

const at = fc
  .date({ min: new Date('2026-11-02T00:00:00Z'), max: now, noInvalidDate: true })
  .map((date) => date.toISOString());
const item = fc.record({ itemKey: fc.constantFrom(...items), version: fc.nat({ max: 2 }) });
const action = fc
  .tuple(at, item, fc.constantFrom(...usageKinds), fc.constantFrom('teams', 'outlook'))
  .map(([when_, used, kind, surface]) => ({ at: when_, ...used, kind, surface }));
const draft = fc.record({
  at,
  kind: fc.constant('draftSent'),
  surface: fc.constant('outlook'),
  minutes: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
  taskKey: fc.option(fc.constantFrom(...items)),
  template: fc.option(
    fc
      .tuple(
        item,
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        fc.array(fc.constantFrom('kept', 'rewritten', 'deleted'), { maxLength: 4 }),
      )
      .map(([used, keptShare, paragraphs]) => ({ ...used, keptShare, paragraphs })),
  ),
});
const answer = fc.tuple(at, item, fc.boolean()).map(([when_, used, redo]) => ({
  ...{ at: when_, ...used, redo, kind: 'redoAnswered', surface: 'teams' },
}));
const history = fc.array(
  fc.record({
    who: fc.nat({ max: people.length - 1 }),
    events: fc.array(fc.oneof(action, draft, answer), { minLength: 1, maxLength: 8 }),
    look: fc.boolean(),
  }),
  { maxLength: 30 },
);

test('roll-ups made again from the facts are those that were kept with them', async () => {
  const usage = createUsageStore(database, digest);
  const counts = createWeekCounts(database, 5);
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      for (const { who, events, look } of steps) {
        const candidates = events.map((event) => ({ clientKey: randomUUID(), ...event }));
        await usage.record([{ person: people[who]!, candidates }], timeZone, now);
        if (look) await counts.read(programmeKey, mondays, when);
      }
      await counts.read(programmeKey, mondays, when);
      const kept = await everyRollUp();
      const shown = await counts.read(programmeKey, mondays, when);
      await rebuildRollUps(database);
      expect(await everyRollUp()).toEqual(kept);
      expect((await counts.read(programmeKey, mondays, when)).weeks).toEqual(shown.weeks);
    }),
    { numRuns: 8 },
  );
});

test('weeks whose facts have begun to expire stay as they are', async () => {
  const usage = createUsageStore(database, digest);
  const event = (day: string) => ({
    ...{ clientKey: randomUUID(), kind: 'promptCopied', at: `${day}T09:00:00Z` },
    ...{ itemKey: items[0], version: 1, surface: 'teams' },
  });
  const candidates = ['2026-11-03', '2026-11-10', '2026-11-13', '2026-11-17'].map(event);
  await usage.record([{ person: people[0]!, candidates }], timeZone, now);
  const kept = await everyRollUp();
  // 181 days after 11 November: of the second week one of two is gone.
  await usage.expire(new Date('2027-05-11T12:00:00Z'));
  expect(await database.query('SELECT 1 FROM usage_event')).toHaveLength(2);
  await rebuildRollUps(database);
  expect(await everyRollUp()).toEqual(kept);
});

test('a table that was made again takes facts as before', async () => {
  await rebuildRollUps(database);
  const usage = createUsageStore(database, digest);
  const draftOf = () => ({
    ...{ clientKey: randomUUID(), kind: 'draftSent', at: now.toISOString(), minutes: 3 },
    ...{ taskKey: null, template: null, surface: 'outlook' },
  });
  const twice = [[draftOf()], [draftOf()]];
  for (const candidates of twice) {
    await usage.record([{ person: people[0]!, candidates }], timeZone, now);
  }
  expect(await database.query('SELECT minutes FROM subject_draft_week')).toEqual([
    { minutes: [3, 3] },
  ]);
});

/** Every row of every roll-up as text; what a row lists has no order of its own. */
async function everyRollUp(): Promise<unknown[]> {
  const sorted = (column: string) =>
    `(SELECT array_agg(each ORDER BY each) FROM unnest(${column}) AS each) AS ${column}`;
  const queries = [
    `SELECT week::text, subject_id, ai_use, template_use, teams, outlook, copilot,
            ${sorted('items')} FROM subject_week`,
    'SELECT subject_id, week::text FROM subject_first',
    `SELECT week::text, subject_id, task_key, item_key, ${sorted('minutes')}, unobserved,
            ${sorted('kept_shares')} FROM subject_draft_week`,
    'SELECT *, week::text AS week FROM subject_redo_week',
    'SELECT item_key FROM used_item',
  ];
  const tables = [];
  for (const query of queries) {
    const rows = await database.query(`SELECT row(told.*)::text AS row FROM (${query}) AS told`);
    tables.push(rows.map(({ row }) => String(row)).sort());
  }
  return tables;
}
