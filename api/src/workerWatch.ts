import type { Database } from './db/database';
import type { Log } from './http/log';
import { lateAfterSeconds, workerLags, type WorkerName } from './sync/workers';

/**
 * Says in the log when a worker was not done for hours, and when it is again: each once, so that an alert
 * on the line fires once. Every instance says it for itself.
 */
export function createWorkerWatch(database: Database, log: Log) {
  const late = new Set<WorkerName>();
  return async function look(): Promise<void> {
    for (const { worker, seconds } of await workerLags(database)) {
      const isLate = seconds > lateAfterSeconds;
      if (isLate === late.has(worker)) continue;
      if (isLate) late.add(worker);
      else late.delete(worker);
      log.tell(isLate ? 'workerLate' : 'workerWell', { worker, lagSeconds: Math.round(seconds) });
    }
  };
}
