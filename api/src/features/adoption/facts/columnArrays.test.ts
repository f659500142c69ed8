import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../db/testDatabase';
import { dayArray, instantArray, intArray, uuidArray, wordArray } from './columnArrays';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());

const row = fc.record({
  key: fc.option(fc.uuid()),
  upper: fc.uuid().map((key) => key.toUpperCase()),
  at: fc.date({
    ...{ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true },
  }),
  version: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
  word: fc.constantFrom('promptCopied', 'templateInserted'),
});

test('PostgreSQL reads back what the rows say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const read = await database.query(
        `SELECT key::text, upper(sent.upper::text) AS upper, at, day::text, version, word
           FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::date[], $5::int[], $6::text[])
             AS sent(key, upper, at, day, version, word)`,
        [
          uuidArray(rows, ({ key }) => key),
          uuidArray(rows, ({ upper }) => upper),
          instantArray(rows, ({ at }) => at.getTime()),
          dayArray(rows, ({ at }) => at.toISOString().slice(0, 10)),
          intArray(rows, ({ version }) => version),
          wordArray(rows, ({ word }) => word),
        ],
      );
      expect(read).toEqual(
        rows.map((each) => ({ ...each, day: each.at.toISOString().slice(0, 10) })),
      );
    }),
  );
});
