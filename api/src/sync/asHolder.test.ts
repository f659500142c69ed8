import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../db/testDatabase';
import { asHolder, eachOnItsOwn } from './asHolder';
import { createLease, type Lease } from './lease';

let database: TestDatabase;
let lease: Lease;
/** Of another instance. */
let other: Lease;
let done: number[];
const work = (token: number) => {
  done.push(token);
  return Promise.resolve(true);
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.end());
beforeEach(({ task }) => {
  lease = createLease(database, task.name, 60);
  other = createLease(database, task.name, 60);
  done = [];
});

test('nothing is done while another instance holds the lease', async () => {
  const held = await other.hold();
  await asHolder(lease, work);
  expect(done).toEqual([]);
  expect(await other.hold()).toBe(held);
});

test('work has the token, and holds the lease until it is done', async () => {
  await asHolder(lease, async (token) => {
    await database.transaction((tx) => lease.assertHeld(tx, token));
    await asHolder(other, work);
    return true;
  });
  expect(done).toEqual([]);
  await asHolder(other, work);
  expect(done).toEqual([2]);
});

test('who fails lets the next instance start at once, and says what went wrong', async () => {
  const wrong = new Error('It went wrong');
  await expect(asHolder(lease, () => Promise.reject(wrong))).rejects.toBe(wrong);
  await asHolder(other, work);
  expect(done).toEqual([2]);
});

test('one that fails keeps no other from being done, and is told of', async () => {
  const wrong = new Error('It went wrong');
  const told: unknown[] = [];
  const works = [() => work(1), () => Promise.reject(wrong), () => work(2)];
  expect(await eachOnItsOwn(works, (error) => told.push(error))).toBe(false);
  expect([done, told]).toEqual([[1, 2], [wrong]]);
  expect(await eachOnItsOwn([() => work(3)], (error) => told.push(error))).toBe(true);
});
