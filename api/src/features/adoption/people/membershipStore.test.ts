import { expect, test } from 'vitest';
import { openFirmOfThirty, people } from '../firmOfThirty';

test('PostgreSQL plans for all members as soon as they are known', async () => {
  const firm = await openFirmOfThirty();
  expect(
    await firm.database.query(
      "SELECT reltuples::int AS members FROM pg_class WHERE relname = 'membership_span'",
    ),
  ).toEqual([{ members: people.length }]);
  await firm.close();
});
