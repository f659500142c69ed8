import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createBeginnings } from './beginnings';
import { createPersonDigest } from './subjects';

const digestOf = createPersonDigest('a key for tests, 32 characters or more');
const tenantId = randomUUID();
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

/** Somebody who acted on these days and began in this week. */
async function somebody(days: readonly string[], firstWeek: string | null) {
  const [person, subject] = [{ tenantId, userId: randomUUID() }, randomUUID()];
  await database.query('INSERT INTO usage_subject (person_digest, subject_id) VALUES ($1, $2)', [
    digestOf(person),
    subject,
  ]);
  for (const day of days) {
    await database.query(
      `INSERT INTO usage_event (client_key, subject_id, kind, at, week, item_key, version, surface)
       VALUES ($1, $2, 'promptCopied', $3::date, date_trunc('week', $3::date), $1, 1, 'teams')`,
      [randomUUID(), subject, day],
    );
  }
  if (firstWeek !== null) {
    await database.query('INSERT INTO subject_first (subject_id, week) VALUES ($1, $2)', [
      subject,
      firstWeek,
    ]);
  }
  return person;
}

const daysOf = (times: readonly Date[]) => times.map((at) => at.toISOString().slice(0, 10));

test('a beginning is the first four actions, and when somebody was last seen', async () => {
  const days = ['2026-11-07', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'];
  const person = await somebody(days, '2026-11-02');
  const other = await somebody(['2026-11-10'], '2026-11-09');
  const found = await createBeginnings(database, digestOf)([person, other]);
  expect(found.map(({ userId }) => userId).sort()).toEqual([person.userId, other.userId].sort());
  const { firstUses, lastUse } = found.find(({ userId }) => userId === person.userId)!;
  expect(daysOf(firstUses)).toEqual(['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']);
  expect(daysOf([lastUse])).toEqual(['2026-11-07']);
});

test('whose first actions are no longer kept has none, and neither has who never acted', async () => {
  const long = await somebody(['2026-11-03'], '2026-04-06');
  const never = { tenantId, userId: randomUUID() };
  expect(await createBeginnings(database, digestOf)([long, never])).toEqual([]);
});

test('whose only actions wait for company is seen all the same', async () => {
  const waiting = await somebody(['2026-11-03'], null);
  expect(await createBeginnings(database, digestOf)([waiting])).toHaveLength(1);
});
