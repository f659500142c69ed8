import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Database } from '../db/database';
import { lagSeconds } from '../sync/deliveryHealth';
import { queueState } from '../sync/outboxStore';
import { workerLags } from '../sync/workers';
import type { Telemetry } from './telemetry';

/** Tells how delivery and sync stand, and how the process is, each time metrics are exported. */
export function observeProduct(telemetry: Telemetry, database: Database, now: () => Date): void {
  telemetry.observe('lastmile.delivery.waiting', async () => [
    { value: (await queueState(database)).waiting, attributes: {} },
  ]);
  telemetry.observe('lastmile.delivery.lag', async () => [
    { value: lagSeconds(await queueState(database), now()), attributes: {} },
  ]);
  telemetry.observe('lastmile.delivery.parked', async () => {
    const rows = await database.query<{ reason: string | null; parked: number }>(
      `SELECT substring(reason FROM '^\\w+') AS reason, count(*) AS parked
         FROM outbox WHERE state = 'parked' GROUP BY 1`,
    );
    return rows.map(({ reason, parked }) => ({
      value: parked,
      attributes: { 'lastmile.reason': reason ?? 'refused' },
    }));
  });
  const syncs = () =>
    database.query<{ list: string; generation: number; syncedAt: Date | null }>(
      'SELECT list_name AS list, generation, synced_at AS "syncedAt" FROM list_sync',
    );
  telemetry.observe('lastmile.sync.lag', async () =>
    (await syncs()).flatMap(({ list, syncedAt }) =>
      syncedAt === null
        ? []
        : [
            {
              value: Math.max(0, (now().getTime() - syncedAt.getTime()) / 1000),
              attributes: { 'lastmile.list': list },
            },
          ],
    ),
  );
  telemetry.observe('lastmile.sync.generation', async () =>
    (await syncs()).map(({ list, generation }) => ({
      value: generation,
      attributes: { 'lastmile.list': list },
    })),
  );
  telemetry.observe('lastmile.worker.lag', async () =>
    (await workerLags(database)).map(({ worker, seconds }) => ({
      value: seconds,
      attributes: { 'lastmile.worker': worker },
    })),
  );
  telemetry.observe('process.memory.usage', () =>
    Promise.resolve([{ value: process.memoryUsage.rss(), attributes: {} }]),
  );
  const delay = monitorEventLoopDelay();
  delay.enable();
  telemetry.observe('nodejs.eventloop.delay.p99', () => {
    const value = delay.percentile(99) / 1e9;
    delay.reset();
    return Promise.resolve([{ value, attributes: {} }]);
  });
}
