import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mondayOf } from '@last-mile/shared/adoption';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createUsesAround } from './usesAround';

// Late in the evening in Berlin, where it is the 19th already.
const flaggedAt = new Date('2026-11-18T23:30:00Z');
const today = new Date('2026-11-24T11:00:00Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

const programme = { clientKey: randomUUID(), timeZone: 'Europe/Berlin' };
const subjects = Array.from({ length: 5 }, () => randomUUID());

async function join(subject: string, programmeKey: string) {
  await database.query(
    `INSERT INTO membership_span (programme_key, subject_id, department, valid_from)
     VALUES ($1, $2, 'Audit', '2026-11-02')`,
    [programmeKey, subject],
  );
}
beforeAll(async () => {
  for (const subject of subjects) await join(subject, programme.clientKey);
});

/** Everybody uses the item once, at these instants. */
async function use(itemKey: string, by: readonly string[], ...instants: readonly string[]) {
  for (const at of instants) {
    for (const subject of by) {
      await database.query(
        `INSERT INTO usage_event (client_key, subject_id, kind, at, week, item_key, version, surface)
         VALUES ($1, $2, 'promptCopied', $3, $4, $5, 1, 'teams')`,
        [randomUUID(), subject, at, mondayOf(at.slice(0, 10)), itemKey],
      );
    }
  }
}

const around = (itemKey: string, now = today) =>
  createUsesAround(database, () => now)(programme, itemKey, flaggedAt);

test('seven days before and after are told, days of the programme, without the day itself', async () => {
  const itemKey = randomUUID();
  // The first and last moment of each side, and the moments beside them.
  await use(itemKey, subjects, '2026-11-11T22:59:00Z', '2026-11-11T23:00:00Z');
  await use(itemKey, subjects, '2026-11-18T22:59:00Z', '2026-11-18T23:00:00Z');
  await use(itemKey, subjects, '2026-11-19T22:59:00Z', '2026-11-19T23:00:00Z');
  await use(itemKey, subjects, '2026-11-26T22:59:00Z', '2026-11-26T23:00:00Z');
  const later = new Date('2026-12-01T11:00:00Z');
  expect(await around(itemKey, later)).toEqual({ before: 10, after: 10 });
});

test('fewer than five people are not told of, on either side, nor that nobody was there', async () => {
  const itemKey = randomUUID();
  await use(itemKey, subjects.slice(0, 4), '2026-11-16T10:00:00Z', '2026-11-17T10:00:00Z');
  expect(await around(itemKey)).toEqual({ before: null, after: null });
  await use(itemKey, subjects.slice(4), '2026-11-17T10:00:00Z');
  expect(await around(itemKey)).toEqual({ before: 9, after: null });
});

test('who looks twice on a day learns nothing of who used it in between', async () => {
  const itemKey = randomUUID();
  await use(itemKey, subjects, '2026-11-23T10:00:00Z');
  const before = await around(itemKey);
  await use(itemKey, subjects.slice(0, 1), '2026-11-24T10:30:00Z');
  expect(await around(itemKey)).toEqual(before);
  expect(before).toEqual({ before: null, after: 5 });
});

test('somebody erased within the seven days is one of the five, not two', async () => {
  const itemKey = randomUUID();
  const [before, after] = [randomUUID(), randomUUID()];
  await join(before, programme.clientKey);
  await join(after, programme.clientKey);
  await database.query(`UPDATE membership_span SET valid_to = '2026-11-16' WHERE subject_id = $1`, [
    before,
  ]);
  await database.query(
    `UPDATE membership_span SET valid_from = '2026-11-16' WHERE subject_id = $1`,
    [after],
  );
  await use(itemKey, [before], '2026-11-13T10:00:00Z');
  await use(itemKey, [after, ...subjects.slice(0, 3)], '2026-11-17T10:00:00Z');
  expect(await around(itemKey)).toEqual({ before: null, after: null });
  await use(itemKey, subjects.slice(3, 4), '2026-11-17T10:00:00Z');
  expect(await around(itemKey)).toEqual({ before: 6, after: null });
});

test('people of another programme are not counted', async () => {
  const itemKey = randomUUID();
  const elsewhere = randomUUID();
  await join(elsewhere, randomUUID());
  await use(itemKey, [...subjects.slice(0, 4), elsewhere], '2026-11-17T10:00:00Z');
  expect(await around(itemKey)).toEqual({ before: null, after: null });
});
