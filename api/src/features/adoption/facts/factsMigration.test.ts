import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { usualCalendar, type Programme } from '@last-mile/shared/programme';
import { migrate } from '../../../db/migrate';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createDashboard } from '../dashboard';
import { noHealth, nothingBeside } from '../noHealth';
import { rebuildRollUps } from '../rollUps/rebuildRollUps';
import { createPersonDigest } from './subjects';
import { createUsageStore } from './usageStore';

const migrations = join(import.meta.dirname, '../../../db/migrations');
const lastBefore = '0020_adoption.sql';
const now = new Date('2026-11-25T12:00:00Z');
const digest = createPersonDigest('a key for tests, 32 characters or more');
const programme: Programme = {
  ...{ clientKey: randomUUID(), name: 'Everyday AI' },
  ...{ ownerId: randomUUID(), deputyIds: [], sponsorId: randomUUID(), groupId: randomUUID() },
  ...{ channelId: null, startsOn: '2026-11-09', weeks: 8, targetActiveRate: 0.6 },
  ...{ timeZone: 'Europe/Berlin', jobFamilies: [], calendar: usualCalendar },
};

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  await database.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  for (const name of await readdir(migrations)) {
    if (name <= lastBefore) await cp(join(migrations, name), join(folder, name));
  }
  await migrate(database, folder);
});
afterEach(async () => {
  await database.end();
  await rm(folder, { recursive: true });
});

/**
 * What 0020 kept of a firm of three departments of ten, who acted in two weeks: of the first every
 * event has expired, and in the last two departments were hidden for a reason that is gone.
 */
async function fill(): Promise<void> {
  const people = Array.from({ length: 30 }, () => randomUUID());
  await database.query(
    `INSERT INTO membership_span
     SELECT $1, subject_id, CASE WHEN place <= 10 THEN 'Audit' WHEN place <= 20 THEN 'Tax' ELSE 'Board' END,
            NULL, '2026-11-02', NULL
       FROM unnest($2::uuid[]) WITH ORDINALITY AS of(subject_id, place)`,
    [programme.clientKey, people],
  );
  await database.query(
    `INSERT INTO usage_event
     SELECT gen_random_uuid(), subject_id, kind, week + time '09:00', week, gen_random_uuid(), 1, surface
       FROM unnest($1::uuid[]) WITH ORDINALITY AS of(subject_id, place),
            (VALUES ('2026-11-09'::date, 12), ('2026-11-16'::date, 23)) AS acts(week, until),
            (VALUES ('promptCopied', 'teams', 1), ('promptOpened', 'teams', 2),
                    ('templateInserted', 'outlook', 3)) AS did(kind, surface, every)
      WHERE place <= until AND place % every = 0`,
    [people],
  );
  await database.query(
    `INSERT INTO subject_week
     SELECT week, subject_id, CASE kind WHEN 'templateInserted' THEN 'templateUse' ELSE 'aiUse' END,
            count(*) FROM usage_event GROUP BY 1, 2, 3;
     INSERT INTO item_use SELECT item_key, count(*) FROM usage_event GROUP BY item_key;
     DELETE FROM usage_event WHERE week = '2026-11-09';
     INSERT INTO week_change (week) VALUES ('2026-11-16')`,
  );
  await database.query(
    `INSERT INTO group_week VALUES
       ($1, '2026-11-16', 'Audit', 10, 10, 10, 3, false),
       ($1, '2026-11-16', 'Tax', 10, 10, 10, 3, true),
       ($1, '2026-11-16', 'Board', 10, 3, 3, 1, true)`,
    [programme.clientKey],
  );
  await database.query(`INSERT INTO counted_week VALUES ($1, '2026-11-16')`, [programme.clientKey]);
}

/** A dashboard that has not answered before. */
function dashboard(at = now) {
  const usage = createUsageStore(database, digest);
  const answer = createDashboard({
    ...nothingBeside,
    database,
    usedItems: () => usage.usedItems(),
    libraryHealth: async (_programme, _now, used) => ({
      ...noHealth.library,
      published: used.size,
    }),
  });
  return answer(programme, at);
}

test('a database of the version before has the same figures afterwards', async () => {
  await fill();
  const used = await database.query('SELECT item_key FROM item_use');
  expect(await migrate(database)).toContain('0021_facts');
  const answer = await dashboard();
  const known = (n: number) => ({ state: 'known', n, of: 30 });
  expect(
    answer.weeks.map(({ startsOn, active, aiUse, templateUse }) => ({
      ...{ startsOn, active, aiUse, templateUse },
    })),
  ).toEqual([
    { startsOn: '2026-11-02', active: known(0), aiUse: known(0), templateUse: known(0) },
    { startsOn: '2026-11-09', active: known(12), aiUse: known(12), templateUse: known(4) },
    { startsOn: '2026-11-16', active: known(23), aiUse: known(23), templateUse: known(7) },
    {
      startsOn: '2026-11-23',
      active: { state: 'notEnoughData' },
      aiUse: { state: 'notEnoughData' },
      templateUse: { state: 'notEnoughData' },
    },
  ]);
  expect(answer.weeks[2]).toMatchObject({
    surfaces: { teams: known(23), outlook: known(7), copilot: known(0) },
    lifecycle: { new: 11, returning: 12, resurrecting: 0, dormant: 0 },
  });
  const closed = await dashboard(new Date('2026-11-26T12:00:00Z'));
  expect(closed.departments.map(({ name, active }) => [name, active[2]])).toEqual([
    ['Audit', { state: 'known', n: 10, of: 10 }],
    ['Board', { state: 'hidden' }],
    ['Tax', { state: 'hidden' }],
  ]);
  expect(answer.library.published).toBe(used.length);
});

test('and goes on from there: an event that was kept before counts once, and roll-ups can be made again', async () => {
  await fill();
  const person = { tenantId: randomUUID(), userId: randomUUID() };
  const [event] = await database.query<{ subjectId: string; clientKey: string }>(
    `SELECT subject_id AS "subjectId", client_key AS "clientKey" FROM usage_event LIMIT 1`,
  );
  await database.query('INSERT INTO usage_subject VALUES ($1, $2)', [
    digest(person),
    event!.subjectId,
  ]);
  await migrate(database);
  const candidates = [
    {
      ...{ clientKey: event!.clientKey, kind: 'promptCopied', at: '2026-11-16T09:00:00Z' },
      ...{ itemKey: randomUUID(), version: 1, surface: 'teams' },
    },
  ];
  const usage = createUsageStore(database, digest);
  expect(await usage.record([{ person, candidates }], programme.timeZone, now)).toEqual([
    { accepted: 0, known: 1, refused: [] },
  ]);
  const before = await dashboard();
  await rebuildRollUps(database);
  expect(await dashboard()).toEqual(before);
});
