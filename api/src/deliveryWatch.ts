import type { DeliveryHealth } from '@last-mile/shared/operations';
import type { Database } from './db/database';
import type { Log } from './http/log';
import { deliveryHealthOf, lagSeconds } from './sync/deliveryHealth';
import { queueState } from './sync/outboxStore';

const events = {
  well: 'deliveryWell',
  lagging: 'deliveryLagging',
  parked: 'deliveryParked',
} as const satisfies Record<DeliveryHealth, string>;

/**
 * Says in the log when somebody has to look at delivery, and when it is well again: each once, whatever
 * the number of looks, so that an alert on the line fires once. Every instance says it for itself.
 */
export function createDeliveryWatch(database: Database, log: Log, now: () => Date) {
  let said: DeliveryHealth = 'well';
  return async function look(): Promise<void> {
    const queue = await queueState(database);
    const health = deliveryHealthOf(queue, now());
    if (health === said) return;
    said = health;
    const { waiting, parked } = queue;
    log.tell(events[health], { waiting, parked, oldestSeconds: lagSeconds(queue, now()) });
  };
}
