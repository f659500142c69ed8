import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestProduct, type TestProduct } from '../local-tenant/testProduct';
import { createLog } from './http/log';
import { workerLags, type WorkerName } from './sync/workers';
import { createWorkerWatch } from './workerWatch';

const hour = 60 * 60;
let it: TestProduct;
beforeAll(async () => {
  it = await createTestProduct();
});
afterAll(() => it.close());
beforeEach(async () => {
  it.tenant.faults.clear();
  await it.database.query('DELETE FROM lease');
});

/** As if the worker had last been done so long ago. */
const setBack = (worker: WorkerName, hours: number): Promise<unknown[]> =>
  it.database.query(
    'UPDATE lease SET well_at = now() - make_interval(hours => $2) WHERE name = $1',
    [...[worker, hours]],
  );
async function hoursOf(worker: WorkerName): Promise<number | undefined> {
  const lag = (await workerLags(it.database)).find((each) => each.worker === worker);
  return lag && Math.floor(lag.seconds / hour);
}

const runs: readonly (readonly [WorkerName, () => Promise<unknown>])[] = [
  ['membership', () => it.product.members.run()],
  ['copilot usage', () => it.product.copilot.run()],
  ['targets', () => it.product.targets.run()],
  ['checkpoints', () => it.product.checkpoints.run()],
  ['retention', () => it.product.retention.run()],
  ['notifications', () => it.product.notices?.run() ?? Promise.resolve()],
];

describe('the lag of a worker', () => {
  test('is unknown until somebody begins it', async () => {
    expect(await workerLags(it.database)).toEqual([]);
  });

  test.each(runs)('begins anew once %s is done', async (worker, run) => {
    await run();
    await setBack(worker, 5);
    expect(await hoursOf(worker)).toBe(5);
    await run();
    expect(await hoursOf(worker)).toBe(0);
  });

  test('goes on where a group cannot be read, though the next run begins', async () => {
    await it.product.members.run();
    await setBack('membership', 5);
    it.tenant.faults.answer(403, { path: '/groups/' });
    await it.product.members.run();
    expect(await hoursOf('membership')).toBe(5);
  });

  test('goes on where the report cannot be read', async () => {
    await it.database.query('DELETE FROM copilot_report_status');
    it.tenant.faults.answer(400, { path: '/reports/' });
    const failed = () => it.product.copilot.run().catch(() => undefined);
    await failed();
    await setBack('copilot usage', 5);
    await failed();
    expect(await hoursOf('copilot usage')).toBe(5);
  });

  test('is that of the instance that does it, whichever tells', async () => {
    await it.product.retention.run();
    await setBack('retention', 5);
    const other = await it.another();
    await other.retention.run();
    expect(await hoursOf('retention')).toBe(0);
  });

  test('is not made shorter by an instance that another one keeps from doing it', async () => {
    const other = await it.another();
    await other.retention.run();
    await setBack('retention', 5);
    await it.database.query("UPDATE lease SET expires_at = now() + interval '1 hour'");
    await it.product.retention.run();
    expect(await hoursOf('retention')).toBe(5);
  });
});

test('a worker that was not done for hours is told of once, and once more when it is', async () => {
  const told: object[] = [];
  const log = createLog('info', {
    write: (line) => {
      const { event, worker } = JSON.parse(line) as Record<string, unknown>;
      told.push({ event, worker });
    },
  });
  const look = createWorkerWatch(it.database, log);
  await it.product.retention.run();
  await it.product.members.run();
  await look();
  expect(told).toEqual([]);
  await setBack('retention', 4);
  await look();
  await look();
  expect(told).toEqual([{ event: 'workerLate', worker: 'retention' }]);
  await it.product.retention.run();
  await look();
  await look();
  expect(told.slice(1)).toEqual([{ event: 'workerWell', worker: 'retention' }]);
});
