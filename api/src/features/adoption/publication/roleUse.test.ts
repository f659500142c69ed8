import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Programme } from '@last-mile/shared/programme';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { createRoleUse } from './roleUse';

/** A Wednesday: the last closed week is the one before the last, from 9 November on. */
const now = () => new Date('2026-11-25T12:00:00Z');
const programme = { clientKey: randomUUID(), timeZone: 'Europe/Berlin' } as Programme;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

async function join(jobFamily: string, count: number): Promise<string[]> {
  const subjects = Array.from({ length: count }, () => randomUUID());
  await database.query(
    `INSERT INTO membership_span (programme_key, subject_id, department, job_family, valid_from)
     SELECT $1, subject, 'Office', $2, '2026-06-01' FROM unnest($3::uuid[]) AS subject`,
    [programme.clientKey, jobFamily, subjects],
  );
  return subjects;
}

async function use(item: string, people: readonly string[], week = '2026-11-09') {
  await database.query(
    `INSERT INTO subject_week (week, subject_id, ai_use, template_use, teams, outlook, copilot, items)
     SELECT $1, subject, 1, 0, true, false, false, ARRAY[$2, $2]::uuid[] FROM unnest($3::uuid[]) AS subject
     ON CONFLICT (week, subject_id) DO UPDATE SET items = subject_week.items || excluded.items`,
    [week, item, people],
  );
}

test('five people of a job family of ten say that an item works there; fewer say nothing', async () => {
  const [audit, tax] = [await join('audit', 10), await join('tax', 9)];
  const [byFive, byFour, tooOld, running, byFew] = Array.from({ length: 5 }, () => randomUUID());
  await use(byFive!, audit.slice(0, 5));
  await use(byFour!, audit.slice(0, 4), '2026-08-24');
  await use(byFour!, audit.slice(0, 4), '2026-11-02');
  await use(tooOld!, audit, '2026-08-17');
  await use(running!, audit, '2026-11-23');
  await use(byFew!, tax);

  const usedInRole = createRoleUse(database, now);
  expect([...(await usedInRole(programme, 'audit'))]).toEqual([[byFive, 5]]);
  expect([...(await usedInRole(programme, 'tax'))]).toEqual([]);
  expect([...(await usedInRole(programme, null))]).toEqual([]);

  // One person more does not show before another week has closed.
  await use(byFour!, audit.slice(4, 5));
  const again = createRoleUse(database, now);
  expect([...(await again(programme, 'audit'))]).toEqual([[byFive, 5]]);
  const later = createRoleUse(database, () => new Date('2026-11-26T12:00:00Z'));
  expect((await later(programme, 'audit')).get(byFour!)).toBe(5);
});
