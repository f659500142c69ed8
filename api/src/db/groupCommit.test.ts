import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testDatabase';
import { createGroupCommit } from './groupCommit';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.query('CREATE TABLE kept (value integer CHECK (value <> 13))');
});
afterAll(() => database.end());
beforeEach(() => database.query('DELETE FROM kept'));

function createStage(most = 64) {
  const groups: number[] = [];
  const submit = createGroupCommit({
    most,
    commit: (values: readonly number[]) =>
      database.transaction(async (tx) => {
        groups.push(values.length);
        for (const value of values) await tx.query('INSERT INTO kept VALUES ($1)', [value]);
        return values.map((value) => value * 2);
      }),
  });
  return { groups, submit };
}
const kept = async () =>
  (await database.query<{ value: number }>('SELECT value FROM kept ORDER BY 1')).map(
    ({ value }) => value,
  );

test('what arrives while a commit is under way is committed together, each with its answer', async () => {
  const { groups, submit } = createStage();
  expect(await Promise.all([1, 2, 3, 4, 5].map(submit))).toEqual([2, 4, 6, 8, 10]);
  expect(groups).toEqual([1, 4]);
  expect(await kept()).toEqual([1, 2, 3, 4, 5]);
});

test('a group is no larger than it may be', async () => {
  const { groups, submit } = createStage(2);
  await Promise.all([1, 2, 3, 4, 5, 6].map(submit));
  expect(Math.max(...groups)).toBe(2);
});

test('as many commits are under way at once as may be, and no more', async () => {
  let underWay = 0;
  let most = 0;
  const submit = createGroupCommit({
    most: 2,
    atOnce: 2,
    async commit(values: readonly number[]) {
      underWay += 1;
      most = Math.max(most, underWay);
      await database.query('SELECT pg_sleep(0.01)');
      underWay -= 1;
      return values;
    },
  });
  expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map(submit))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(2);
});

test('one that cannot be kept fails alone', async () => {
  const { submit } = createStage();
  const outcomes = await Promise.allSettled([11, 12, 13, 14].map(submit));
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  expect(await kept()).toEqual([11, 12, 14]);
  expect(await submit(15)).toBe(30);
});
