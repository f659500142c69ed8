import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { versionUse } from './versionUse';

// A Thursday: the week from 16 November has just closed.
const now = new Date('2026-11-26T11:00:00Z');
const [closed, running] = ['2026-11-16', '2026-11-23'];
const itemKey = randomUUID();

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

const programme = { clientKey: randomUUID(), timeZone: 'Europe/Berlin' };
const subjects = Array.from({ length: 6 }, () => randomUUID());

async function join(subject: string, programmeKey: string, from: string, to: string | null = null) {
  await database.query(
    `INSERT INTO membership_span (programme_key, subject_id, department, valid_from, valid_to)
     VALUES ($1, $2, 'Audit', $3, $4)`,
    [programmeKey, subject, from, to],
  );
}
beforeAll(async () => {
  for (const subject of subjects) await join(subject, programme.clientKey, '2026-11-02');
});

async function use(
  subject: string,
  version: number,
  week = closed,
  item: string = itemKey,
): Promise<string> {
  const key = randomUUID();
  await database.query(
    `INSERT INTO usage_event (client_key, subject_id, kind, at, week, item_key, version, surface)
     VALUES ($1, $2, 'templateInserted', $3::date, $3, $4, $5, 'outlook')`,
    [key, subject, week, item, version],
  );
  return key;
}

async function send(subject: string, version: number, keptShare: number) {
  await database.query(
    `INSERT INTO draft_observation (client_key, subject_id, at, week, item_key, version, kept_share)
     VALUES ($1, $2, $3::date, $3, $4, $5, $6)`,
    [randomUUID(), subject, closed, itemKey, version, keptShare],
  );
}

const ofVersion = async (version: number, item: string = itemKey) =>
  (await versionUse(database, programme, item, now)).get(version);

test('uses and kept share of a version are told from five people on', async () => {
  for (const subject of subjects.slice(0, 4)) await use(subject, 1);
  expect(await ofVersion(1)).toEqual({ uses: null, keptShare: null });
  await use(subjects[0]!, 1);
  expect(await ofVersion(1)).toEqual({ uses: null, keptShare: null });
  await use(subjects[4]!, 1);
  expect(await ofVersion(1)).toEqual({ uses: 6, keptShare: null });
  for (const [index, subject] of subjects.slice(0, 5).entries()) {
    await send(subject, 1, index / 10);
  }
  expect(await ofVersion(1)).toEqual({ uses: 6, keptShare: 0.2 });
  expect(await ofVersion(2)).toBeUndefined();
});

test('a version’s week is told where the others of the week are nobody or five, and else not at all', async () => {
  const [alone, beside] = [randomUUID(), randomUUID()];
  const usedIn = async (key: string, version: number, people: number, week = closed) => {
    for (const subject of subjects.slice(0, people)) await use(subject, version, week, key);
  };
  await usedIn(alone, 1, 5, '2026-11-02');
  await usedIn(alone, 1, 4, '2026-11-09');
  expect(await ofVersion(1, alone)).toEqual({ uses: 5, keptShare: null });

  await usedIn(beside, 1, 6, '2026-11-02');
  await usedIn(beside, 1, 5, '2026-11-09');
  // From all uses of the item these two people’s could be had.
  await usedIn(beside, 2, 2, '2026-11-09');
  expect(await ofVersion(1, beside)).toEqual({ uses: 6, keptShare: null });
  expect(await ofVersion(2, beside)).toEqual({ uses: null, keptShare: null });
});

test('a week that is not closed, and what waits for company, is not told', async () => {
  for (const subject of subjects.slice(0, 5)) await use(subject, 3);
  await use(subjects[5]!, 3, running);
  const late = await use(subjects[5]!, 3);
  await database.query(
    `INSERT INTO held_fact (subject_id, week, fact, client_key)
     VALUES ($1, $2, 'usage_event', $3)`,
    [subjects[5], closed, late],
  );
  expect(await ofVersion(3)).toEqual({ uses: 5, keptShare: null });
});

test('people of another programme, and who left before the week was over, are not told of', async () => {
  const [elsewhere, left] = [randomUUID(), randomUUID()];
  await join(elsewhere, randomUUID(), '2026-11-02');
  await join(left, programme.clientKey, '2026-11-02', '2026-11-22');
  for (const subject of [...subjects.slice(0, 4), elsewhere, left]) await use(subject, 4);
  expect(await ofVersion(4)).toEqual({ uses: null, keptShare: null });
  await use(subjects[4]!, 4);
  expect(await ofVersion(4)).toEqual({ uses: 5, keptShare: null });
});
