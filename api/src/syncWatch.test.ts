import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestProduct, type TestProduct } from '../local-tenant/testProduct';
import { createLog } from './http/log';
import { createSyncWatch } from './syncWatch';

let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());

const told: Record<string, unknown>[] = [];
const log = createLog('info', {
  write: (line) => {
    const { event, lists, lagSeconds } = JSON.parse(line) as Record<string, unknown>;
    told.push({ event, lists, minutes: Math.round(Number(lagSeconds) / 60) });
  },
});
const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000);
let clock = new Date();
const watch = () =>
  createSyncWatch(
    () => it.product.lists.status(),
    log,
    () => clock,
  );

test('lists that are not read for a quarter of an hour are told of once, and once more when they are', async () => {
  await it.settle();
  const look = watch();
  await look();
  expect(told).toEqual([]);

  await it.database.query(
    `UPDATE list_sync SET synced_at = now() - interval '20 minutes' WHERE list_name IN ('Library', 'Feedback')`,
  );
  await look();
  await look();
  expect(told).toEqual([{ event: 'listsStale', lists: 2, minutes: 20 }]);

  await it.settle();
  await look();
  await look();
  expect(told.splice(0).slice(1)).toEqual([{ event: 'listsCurrent', lists: 0, minutes: 0 }]);
});

test('a list that was never read is as old as the watch', async () => {
  await it.settle();
  await it.database.query(`DELETE FROM list_sync WHERE list_name = 'Library'`);
  clock = new Date();
  const look = watch();
  await look();
  expect(told).toEqual([]);
  await it.database.query('UPDATE list_sync SET synced_at = $1', [minutesLater(16)]);
  clock = minutesLater(16);
  await look();
  expect(told).toEqual([{ event: 'listsStale', lists: 1, minutes: 16 }]);
});
